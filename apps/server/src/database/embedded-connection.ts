import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { asProcessIdentity, identityOf, isRunning } from '#database/process-identity';
import { readIfThere, writeDurably } from '#platform/durable-file';

const fileName = 'server.json';

/** Tells other processes of the same owner how to reach the running database. Holds the password: for the owner's eyes only. */
export async function announceConnection(dataDir: string, url: string, pid: number): Promise<void> {
  const postgres = await identityOf(pid);
  await writeDurably(join(dataDir, fileName), `${JSON.stringify({ url, postgres }, null, 2)}\n`);
}

/** Takes the announcement back. */
export async function withdrawConnection(dataDir: string): Promise<void> {
  await rm(join(dataDir, fileName), { force: true });
}

/** The connection string of the database running on a data directory; null when none runs. */
export async function connectionOfRunning(dataDir: string): Promise<string | null> {
  let bytes: Buffer | null;
  try {
    bytes = await readIfThere(join(await realpath(dataDir), fileName));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  if (bytes === null) return null;
  const stored: unknown = JSON.parse(bytes.toString('utf8'));
  if (typeof stored !== 'object' || stored === null || !('url' in stored && 'postgres' in stored)) return null;
  const identity = asProcessIdentity(stored.postgres);
  if (identity === null || typeof stored.url !== 'string') return null;
  return (await isRunning(identity)) ? stored.url : null;
}
