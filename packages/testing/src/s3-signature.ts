import { createHash, createHmac } from 'node:crypto';

/** A request as it arrived, with what its `Authorization` header says of itself. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query as they stood in the request line. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** The parts of `AWS4-HMAC-SHA256 Credential=…/date/region/service/aws4_request, SignedHeaders=…, Signature=…`. */
export interface Authorization {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** Takes an `Authorization` header apart; null when it is not of Signature Version 4 for S3. */
export function readAuthorization(header: string): Authorization | null {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([^/,]+)\/s3\/aws4_request,\s*SignedHeaders=([^,]+),\s*Signature=([\da-f]{64})$/;
  const [, accessKeyId, date, region, names, signature] = form.exec(header) ?? [];
  if (!accessKeyId || !date || !region || !names || !signature) return null;
  return { accessKeyId, date, region, signedHeaders: names.split(';'), signature };
}

/**
 * The signature a request should carry: AWS Signature Version 4 for S3, payload hash taken from `x-amz-content-sha256`
 * ("Signature Calculations for the Authorization Header: Transferring Payload in a Single Chunk", Amazon S3 API Reference).
 */
export function signatureOf(request: SignedRequest, authorization: Omit<Authorization, 'signature'>, secretAccessKey: string): string {
  const [path = '/', query = ''] = request.target.split('?');
  const canonical = [
    request.method,
    path,
    query.split('&').filter(Boolean).sort().join('&'),
    ...authorization.signedHeaders.map((name) => `${name}:${(request.headers[name] ?? '').trim().replace(/\s+/g, ' ')}`),
    '',
    authorization.signedHeaders.join(';'),
    request.headers['x-amz-content-sha256'] ?? '',
  ].join('\n');
  const scope = `${authorization.date}/${authorization.region}/s3/aws4_request`;
  const hash = createHash('sha256').update(canonical).digest('hex');
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'] ?? '', scope, hash].join('\n');
  const key = [authorization.date, authorization.region, 's3', 'aws4_request'].reduce<Buffer | string>(
    (secret, word) => createHmac('sha256', secret).update(word).digest(),
    `AWS4${secretAccessKey}`,
  );
  return createHmac('sha256', key).update(toSign).digest('hex');
}
