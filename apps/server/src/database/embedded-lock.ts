import { createHash, randomBytes } from 'node:crypto';
import { link, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataDirectoryInUse, DataDirectoryUnusable } from '#database/embedded-errors';
import { asProcessIdentity, identityOf, isRunning, type ProcessIdentity } from '#database/process-identity';
import { readIfThere } from '#platform/durable-file';

/** Keeps a data directory for one process. */
export interface DirectoryLock {
  release(): Promise<void>;
}

interface Holder {
  readonly text: string;
  readonly identity: ProcessIdentity | null;
  readonly since: string;
}

/**
 * Takes the directory for this process. A lock whose process has ended (killed, power cut) is taken over. Processes in
 * different containers cannot see each other: one directory must not be mounted into two of them.
 *
 * Files have no "replace if still the same", so a taker first claims the succession of exactly the lock it read, under a
 * name made from that lock's content; making a name by link(2) succeeds for one taker only. Whoever holds the last claim
 * in that line holds the directory, and tidies up by putting its own lock at the head.
 * @throws {DataDirectoryInUse}
 */
export async function lockDirectory(dataDir: string): Promise<DirectoryLock> {
  const path = join(dataDir, 'server.lock');
  const identity = await identityOf(process.pid);
  if (identity === null) throw new DataDirectoryUnusable(dataDir, 'the system shows no /proc', 'Mount it.');
  const text = `${JSON.stringify({ ...identity, since: new Date().toISOString(), token: randomBytes(8).toString('hex') })}\n`;
  const beside = join(dataDir, `.server.lock.${randomBytes(8).toString('hex')}`);
  await writeFile(beside, text, { mode: 0o644, flag: 'wx' });
  try {
    while (!(await tryTake(dataDir, path, beside)));
  } finally {
    await rm(beside, { force: true });
  }
  return {
    release: async () => {
      const held = await readHolder(path);
      if (held?.text === text) await rm(path, { force: true });
    },
  };
}

/** One try; false when someone else moved meanwhile and the situation must be read again. */
async function tryTake(dataDir: string, path: string, beside: string): Promise<boolean> {
  const head = await readHolder(path);
  if (head === null) return await tryLink(beside, path);
  const line: string[] = [];
  let last = head;
  for (let next: Holder | null = head; next !== null; next = await readHolder(line.at(-1)!)) {
    last = next;
    line.push(successorOf(path, last));
  }
  if (last.identity !== null && (await isRunning(last.identity))) throw inUse(dataDir, last);
  const claim = line.at(-1)!;
  if (!(await tryLink(beside, claim))) return false;
  // Someone may have tidied up the line between our reading and our claim, which then follows nobody.
  if ((await readHolder(path))?.text !== head.text) {
    await rm(claim, { force: true });
    return false;
  }
  await rename(beside, path);
  for (const claimed of line) await rm(claimed, { force: true });
  return true;
}

function successorOf(path: string, holder: Holder): string {
  return `${path}.after-${createHash('sha256').update(holder.text).digest('hex').slice(0, 16)}`;
}

function inUse(dataDir: string, holder: Holder): DataDirectoryInUse {
  return new DataDirectoryInUse(dataDir, { pid: holder.identity?.pid ?? 0, since: holder.since });
}

async function readHolder(path: string): Promise<Holder | null> {
  const bytes = await readIfThere(path);
  if (bytes === null) return null;
  const text = bytes.toString('utf8');
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    // A power cut may leave the file empty; its process is gone then.
    return { text, identity: null, since: 'unknown' };
  }
  const since = typeof stored === 'object' && stored !== null && 'since' in stored ? stored.since : null;
  return { text, identity: asProcessIdentity(stored), since: typeof since === 'string' ? since : 'unknown' };
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
