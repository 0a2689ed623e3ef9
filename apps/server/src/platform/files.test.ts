import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startS3Server, type S3Server } from '@makaverse/testing/s3-server';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf, type FileStore } from '#platform/files';
import { diskFiles } from '#platform/files-disk';
import { openFiles } from '#platform/open-files';

const require = createRequire(import.meta.url);

let directory: string;
let s3: S3Server;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'makaverse-files-'));
  s3 = await startS3Server();
});
afterAll(async () => {
  await s3.stop();
  await rm(directory, { recursive: true, force: true });
});

/** The bucket's address with one part changed. */
function changed(part: 'password' | 'pathname', value: string): string {
  const url = new URL(s3.url);
  url[part] = value;
  return url.href;
}

const pathOf = (sha256: string): string => join(directory, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);

/** A store, and a way to spoil what it keeps. */
interface Kind {
  open(): FileStore;
  spoil(sha256: string): Promise<void>;
}
const kinds: [string, Kind][] = [
  [
    'a folder',
    {
      open: () => openFiles({ dataDir: directory, s3Url: undefined }),
      spoil: (sha256) => writeFile(pathOf(sha256), 'palsu foto'),
    },
  ],
  [
    'a bucket',
    {
      open: () => openFiles({ dataDir: directory, s3Url: s3.url }),
      spoil: async (sha256) => void s3.objects.set(sha256, new TextEncoder().encode('palsu foto')),
    },
  ],
];

describe.each(kinds)('files in %s', (_, kind) => {
  it('gives back what was put, whatever it was, under its hash', async () => {
    const files = kind.open();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (bytes) => {
        const stored = await files.put(bytes);
        expect(stored).toEqual({ sha256: hashOf(bytes), size: bytes.byteLength });
        expect(Buffer.from(await files.get(stored.sha256)).equals(bytes)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('knows hashes as the standard gives them', async () => {
    // FIPS 180-4, example for the message "abc".
    const { sha256 } = await kind.open().put(new TextEncoder().encode('abc'));
    expect(sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('keeps the empty file, a large one, and one put by many at once', async () => {
    const files = kind.open();
    const large = new Uint8Array(6_000_000).map((_byte, index) => index % 251);
    for (const bytes of [new Uint8Array(), large]) {
      const { sha256 } = await files.put(bytes);
      expect(hashOf(await files.get(sha256))).toBe(sha256);
    }
    const same = new TextEncoder().encode('notulen');
    const puts = await Promise.all(Array.from({ length: 8 }, () => files.put(same)));
    expect(new Set(puts.map((one) => one.sha256)).size).toBe(1);
    expect(Buffer.from(await files.get(puts[0]!.sha256)).toString()).toBe('notulen');
  });

  it('takes part of a larger buffer as that part', async () => {
    const whole = new TextEncoder().encode('before|the part|after');
    const { sha256 } = await kind.open().put(whole.subarray(7, 15));
    expect(Buffer.from(await kind.open().get(sha256)).toString()).toBe('the part');
  });

  it('tells what it has from what it has not', async () => {
    const files = kind.open();
    const { sha256 } = await files.put(new TextEncoder().encode('daftar hadir'));
    expect(await files.has(sha256)).toBe(true);
    const absent = hashOf(new TextEncoder().encode('never put'));
    expect(await files.has(absent)).toBe(false);
    await expect(files.get(absent)).rejects.toMatchObject({ name: 'FileMissing' });
  });

  it.each(['', '../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(64)}/..`, 'a'.repeat(63)])('refuses %j as a name', async (name) => {
    await expect(kind.open().get(name)).rejects.toMatchObject({ name: 'FileHashInvalid' });
    await expect(kind.open().has(name)).rejects.toMatchObject({ name: 'FileHashInvalid' });
  });

  it('notices a changed file, and mends it when the same content is put again', async () => {
    const files = kind.open();
    const bytes = new TextEncoder().encode('bukti foto');
    const { sha256 } = await files.put(bytes);
    await kind.spoil(sha256);
    await expect(files.get(sha256)).rejects.toMatchObject({ name: 'FileDamaged' });
    await files.put(bytes);
    expect(Buffer.from(await files.get(sha256)).toString()).toBe('bukti foto');
  });
});

describe('a folder', () => {
  it('keeps files for the owner only and leaves nothing unfinished behind', async () => {
    const files = diskFiles(join(directory, 'own/deeper'));
    const { sha256 } = await files.put(new TextEncoder().encode('rahasia'));
    const folder = join(directory, 'own/deeper', sha256.slice(0, 2), sha256.slice(2, 4));
    expect(await readdir(folder)).toEqual([sha256]);
    expect((await stat(join(folder, sha256))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder, sha256), 'utf8')).toBe('rahasia');
  });
});

describe('a bucket', () => {
  const bytes = new TextEncoder().encode('surat');

  it('says so when the keys are wrong', async () => {
    const files = openFiles({ dataDir: directory, s3Url: changed('password', 'guessed') });
    await expect(files.put(bytes)).rejects.toThrow('403 SignatureDoesNotMatch');
    await expect(files.has(hashOf(bytes))).rejects.toThrow('403');
  });

  it('says so when there is no such bucket', async () => {
    const files = openFiles({ dataDir: directory, s3Url: changed('pathname', '/nowhere') });
    await expect(files.put(bytes)).rejects.toThrow('404 NoSuchBucket');
    await expect(files.get(hashOf(bytes))).rejects.toThrow('404 NoSuchBucket');
  });

  it('says so when nobody answers, without repeating the secret', async () => {
    const files = openFiles({ dataDir: directory, s3Url: 'http://key:hush-hush@127.0.0.1:9/makaverse' });
    const error: unknown = await files.put(bytes).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'FileStoreUnavailable', message: expect.stringContaining('127.0.0.1:9') });
    expect(String(error)).not.toContain('hush-hush');
  });

  it('survives a passing fault of the store and gives up on a lasting one', async () => {
    const files = openFiles({ dataDir: directory, s3Url: s3.url });
    s3.failNext(503);
    const { sha256 } = await files.put(bytes);
    expect(await files.has(sha256)).toBe(true);
    s3.failNext(503, 503, 503, 503);
    await expect(files.put(bytes)).rejects.toThrow('it answered 503');
  });

  it('may have folders in front of its keys', async () => {
    const files = openFiles({ dataDir: directory, s3Url: changed('pathname', '/makaverse/kota/berkas/') });
    const { sha256 } = await files.put(bytes);
    expect([...s3.objects.keys()]).toContain(`kota/berkas/${sha256}`);
    expect(await files.has(sha256)).toBe(true);
  });

  it('works on a store that others wrote, too', async () => {
    // The package is CommonJS and carries no types.
    const S3Rver = require('s3rver') as new (options: Record<string, unknown>) => {
      run(): Promise<AddressInfo>;
      close(): Promise<void>;
    };
    const other = new S3Rver({
      address: '127.0.0.1',
      port: 0,
      silent: true,
      directory: join(directory, 's3'),
      configureBuckets: [{ name: 'makaverse' }],
    });
    const { port } = await other.run();
    const files = openFiles({ dataDir: directory, s3Url: `http://S3RVER:S3RVER@127.0.0.1:${port}/makaverse` });
    expect(await files.has(hashOf(bytes))).toBe(false);
    await expect(files.get(hashOf(bytes))).rejects.toMatchObject({ name: 'FileMissing' });
    const { sha256 } = await files.put(bytes);
    expect(await files.has(sha256)).toBe(true);
    // It answers before it has finished writing.
    await expect.poll(async () => Buffer.from(await files.get(sha256)).toString(), { timeout: 10_000 }).toBe('surat');
    const nowhere = openFiles({ dataDir: directory, s3Url: `http://S3RVER:S3RVER@127.0.0.1:${port}/nowhere` });
    await expect(nowhere.put(bytes)).rejects.toThrow('404 NoSuchBucket');
    await other.close();
  });
});
