import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readAuthorization, signatureOf } from './s3-signature.ts';

/** A running object store for tests, with one bucket. */
export interface S3Server {
  /** To be given to us as `S3_URL`. */
  readonly url: string;
  /** What is kept, by key; a test may spoil it. */
  readonly objects: Map<string, Uint8Array>;
  /** The next requests are answered with these statuses in place of being served. */
  failNext(...statuses: number[]): void;
  /** How many requests arrived. */
  requests(): number;
  stop(): Promise<void>;
}

/**
 * Serves PUT, GET and HEAD of objects in memory, path style, and refuses what S3 refuses: a wrong signature, a body that does
 * not match its signed hash, a bucket or key that is not there. Stricter than the stores on npm, which take any signature.
 */
export async function startS3Server(
  pair = { accessKeyId: 'test', secretAccessKey: 'a/secret+with=signs' },
  bucket = 'makaverse',
): Promise<S3Server> {
  const objects = new Map<string, Uint8Array>();
  const faults: number[] = [];
  let count = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    count += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const refuse = (status: number, code: string): void => {
      response.writeHead(status, { 'content-type': 'application/xml' });
      response.end(request.method === 'HEAD' ? undefined : `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
    };
    const fault = faults.shift();
    if (fault !== undefined) return refuse(fault, 'SlowDown');
    if (!isSigned(request, pair)) return refuse(403, 'SignatureDoesNotMatch');
    const declared = request.headers['x-amz-content-sha256'];
    if (declared !== 'UNSIGNED-PAYLOAD' && declared !== createHash('sha256').update(body).digest('hex')) {
      return refuse(400, 'XAmzContentSHA256Mismatch');
    }
    const [, asked, ...rest] = (request.url ?? '').split('/');
    const key = rest.join('/');
    if (asked !== bucket) return refuse(404, 'NoSuchBucket');
    if (request.method === 'PUT') {
      objects.set(key, new Uint8Array(body));
      response.writeHead(200).end();
      return;
    }
    const kept = objects.get(key);
    if (kept === undefined) return refuse(404, 'NoSuchKey');
    response.writeHead(200, { 'content-length': kept.byteLength });
    response.end(request.method === 'HEAD' ? undefined : kept);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const keys = `${encodeURIComponent(pair.accessKeyId)}:${encodeURIComponent(pair.secretAccessKey)}`;
  return {
    url: `http://${keys}@127.0.0.1:${port}/${bucket}?region=ap-southeast-3`,
    objects,
    failNext: (...statuses) => void faults.push(...statuses),
    requests: () => count,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isSigned(request: IncomingMessage, pair: { accessKeyId: string; secretAccessKey: string }): boolean {
  const authorization = readAuthorization(request.headers.authorization ?? '');
  if (authorization === null || authorization.accessKeyId !== pair.accessKeyId) return false;
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = Array.isArray(value) ? value.join(',') : value;
  const expected = signatureOf({ method: request.method ?? '', target: request.url ?? '', headers }, authorization, pair.secretAccessKey);
  return timingSafeEqual(Buffer.from(expected), Buffer.from(authorization.signature));
}
