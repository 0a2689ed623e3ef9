import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { flushDirectory, readIfThere, writeDurably } from '#platform/durable-file';
import { checkHash, FileDamaged, FileMissing, hashOf, type FileStore } from '#platform/files';

/**
 * Files in a directory, two levels of folders deep (65,536 folders) so that none grows long.
 * A put over a damaged file mends it.
 */
export function diskFiles(directory: string): FileStore {
  const pathOf = (sha256: string): string => {
    checkHash(sha256);
    return join(directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  return {
    put: async (bytes) => {
      const sha256 = hashOf(bytes);
      const path = pathOf(sha256);
      const kept = await readIfThere(path);
      if (kept === null || hashOf(kept) !== sha256) {
        await makeFolders(directory, dirname(path));
        await writeDurably(path, bytes);
      }
      return { sha256, size: bytes.byteLength };
    },
    get: async (sha256) => {
      const bytes = await readIfThere(pathOf(sha256));
      if (bytes === null) throw new FileMissing(sha256);
      if (hashOf(bytes) !== sha256) throw new FileDamaged(sha256);
      return bytes;
    },
    has: async (sha256) => {
      try {
        return (await stat(pathOf(sha256))).isFile();
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
        throw error;
      }
    },
  };
}

/** A new folder's name is kept by its parent, so each parent is flushed too. */
async function makeFolders(directory: string, folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let parent = dirname(folder); parent.length >= Math.min(directory.length, dirname(first).length); parent = dirname(parent)) {
    await flushDirectory(parent);
    if (parent === dirname(parent)) return;
  }
}
