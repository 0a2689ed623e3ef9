/** Where an S3 bucket is and how to sign for it. */
export interface S3Address {
  /** The bucket's own address in path style, without a slash at the end. */
  readonly bucketUrl: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
}

/** What an S3 address looks like, for messages. */
export const s3AddressForm = 'https://key:secret@host:port/bucket?region=ap-southeast-3 (key and secret percent-encoded)';

/** Reads `S3_URL`; null when it is not of that form. Further folders after the bucket become part of every key. */
export function readS3Address(text: string): S3Address | null {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  const folders = url.pathname.replace(/\/+$/, '');
  if (url.username === '' || url.password === '' || folders === '' || url.hash !== '') return null;
  for (const name of url.searchParams.keys()) if (name !== 'region') return null;
  try {
    return {
      bucketUrl: url.origin + folders,
      accessKeyId: decodeURIComponent(url.username),
      secretAccessKey: decodeURIComponent(url.password),
      region: url.searchParams.get('region') ?? 'us-east-1',
    };
  } catch (error) {
    // A lone per cent sign in the secret.
    if (error instanceof URIError) return null;
    throw error;
  }
}
