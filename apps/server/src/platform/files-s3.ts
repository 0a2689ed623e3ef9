import { AwsClient } from 'aws4fetch';
import { checkHash, FileDamaged, FileMissing, FileStoreUnavailable, hashOf, type FileStore } from '#platform/files';
import type { S3Address } from '#platform/s3-address';

const answerWithinMs = 120_000;

/** Files in a bucket of any store that speaks S3. A put over a damaged file mends it. */
export function s3Files(address: S3Address): FileStore {
  const client = new AwsClient({
    accessKeyId: address.accessKeyId,
    secretAccessKey: address.secretAccessKey,
    region: address.region,
    service: 's3',
    retries: 3,
  });

  async function ask(method: 'PUT' | 'GET' | 'HEAD', sha256: string, bytes?: Uint8Array<ArrayBuffer>): Promise<Response> {
    checkHash(sha256);
    let answer: Response;
    try {
      answer = await client.fetch(`${address.bucketUrl}/${sha256}`, {
        method,
        // The signed hash lets the store refuse a body that was changed on its way.
        ...(bytes === undefined
          ? {}
          : { body: bytes, headers: { 'x-amz-content-sha256': sha256, 'content-type': 'application/octet-stream' } }),
        // A redirect would be signed for the wrong host; its status says more.
        redirect: 'manual',
        signal: AbortSignal.timeout(answerWithinMs),
      });
    } catch (error) {
      throw new FileStoreUnavailable(`it could not be reached at ${new URL(address.bucketUrl).host}`, { cause: error });
    }
    if (answer.ok) return answer;
    const said = await answer.text();
    const code = /<Code>([\w.]+)<\/Code>/.exec(said)?.[1] ?? '';
    // An answer without a body (HEAD) has no code; a missing bucket is told apart from a missing file where there is one.
    if (answer.status === 404 && code !== 'NoSuchBucket' && method !== 'PUT') throw new FileMissing(sha256);
    throw new FileStoreUnavailable(`it answered ${answer.status} ${code}`.trimEnd());
  }

  return {
    put: async (bytes) => {
      // A copy, because the caller's may be a view on shared memory, which must not change while it is signed and sent.
      const own = new Uint8Array(bytes);
      const sha256 = hashOf(own);
      await ask('PUT', sha256, own);
      return { sha256, size: own.byteLength };
    },
    get: async (sha256) => {
      const answer = await ask('GET', sha256);
      let bytes: Uint8Array;
      try {
        bytes = new Uint8Array(await answer.arrayBuffer());
      } catch (error) {
        throw new FileStoreUnavailable('it broke off in the middle of a file', { cause: error });
      }
      if (hashOf(bytes) !== sha256) throw new FileDamaged(sha256);
      return bytes;
    },
    has: async (sha256) => {
      try {
        await ask('HEAD', sha256);
        return true;
      } catch (error) {
        if (error instanceof FileMissing) return false;
        throw error;
      }
    },
  };
}
