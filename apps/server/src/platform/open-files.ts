import { join } from 'node:path';
import type { FileStore } from '#platform/files';
import { diskFiles } from '#platform/files-disk';
import { s3Files } from '#platform/files-s3';
import { readS3Address, s3AddressForm } from '#platform/s3-address';

/** The store the configuration asks for: a bucket where `S3_URL` names one, else a folder of the data directory. */
export function openFiles(config: { dataDir: string; s3Url: string | undefined }): FileStore {
  if (config.s3Url === undefined) return diskFiles(join(config.dataDir, 'files'));
  const address = readS3Address(config.s3Url);
  if (address === null) throw new TypeError(`S3_URL must look like ${s3AddressForm}`);
  return s3Files(address);
}
