import { createHash } from 'node:crypto';

/** A kept file: its content's SHA-256 (FIPS 180-4) in lower-case hexadecimal, and its length in bytes. */
interface StoredFile {
  readonly sha256: string;
  readonly size: number;
}

/** Keeps files under the hash of their content: the same content is kept once, and a name can never come to mean something else. */
export interface FileStore {
  /** Keeps the bytes; when it is fulfilled they survive a power cut. */
  put(bytes: Uint8Array): Promise<StoredFile>;
  /** The bytes, checked against their hash. @throws {FileMissing | FileDamaged | FileHashInvalid} */
  get(sha256: string): Promise<Uint8Array>;
  /** @throws {FileHashInvalid} */
  has(sha256: string): Promise<boolean>;
}

/** Nothing is kept under this hash. */
export class FileMissing extends Error {
  override readonly name = 'FileMissing';
  constructor(sha256: string) {
    super(`No file is kept under ${sha256}. Restore it from a backup of the file store.`);
  }
}

/** What is kept under this hash is no longer what was put there. */
export class FileDamaged extends Error {
  override readonly name = 'FileDamaged';
  constructor(sha256: string) {
    super(`The file kept under ${sha256} has changed since it was put there. Restore it from a backup, or put the same file again.`);
  }
}

/** The word is no SHA-256 hash, so it can name no file. */
class FileHashInvalid extends Error {
  override readonly name = 'FileHashInvalid';
  constructor() {
    super('A file is asked for by 64 lower-case hexadecimal digits.');
  }
}

/** The store cannot be reached or refuses us. */
export class FileStoreUnavailable extends Error {
  override readonly name = 'FileStoreUnavailable';
  constructor(reason: string, options?: ErrorOptions) {
    super(`The file store cannot be used: ${reason}. Check S3_URL and the store itself, then try again.`, options);
  }
}

/** The hash a file is kept under. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Guards every path and key made from a hash. @throws {FileHashInvalid} */
export function checkHash(sha256: string): void {
  if (!/^[\da-f]{64}$/.test(sha256)) throw new FileHashInvalid();
}
