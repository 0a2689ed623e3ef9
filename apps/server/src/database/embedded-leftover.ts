import { open, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LeftoverDatabaseStays } from '#database/embedded-errors';
import { commandLineOf, identityOf, waitForEnd, type ProcessIdentity } from '#database/process-identity';
import { readIfThere } from '#platform/durable-file';

/** Above the highest number Linux gives to a process (PID_MAX_LIMIT is 2^22), so surely nobody's. */
const nobodysPid = 2_147_483_647;

/**
 * Stops the PostgreSQL that a killed server of ours left running on this directory. It is stopped rather than adopted, so
 * that it is our child again and its death is noticed. To be called by the holder of the directory's lock only.
 * @throws {LeftoverDatabaseStays}
 */
export async function stopLeftover(pgData: string): Promise<void> {
  const pidFile = join(pgData, 'postmaster.pid');
  const content = (await readIfThere(pidFile))?.toString('utf8');
  if (content === undefined) return;
  const pid = Number(content.split('\n')[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) {
    // A power cut may leave the file empty, which PostgreSQL refuses; whoever wrote it is gone.
    await rm(pidFile, { force: true });
    return;
  }
  const identity = await identityOf(pid);
  const words = identity === null ? [] : ((await commandLineOf(pid)) ?? []);
  if (identity !== null && basename(words[0] ?? '') === 'postgres' && words.includes(pgData)) await stop(pgData, identity);
  await forgetProcess(pidFile, pid);
}

async function stop(pgData: string, identity: ProcessIdentity): Promise<void> {
  const steps = [
    ['SIGINT', 60_000],
    ['SIGQUIT', 20_000],
    ['SIGKILL', 10_000],
  ] as const;
  for (const [signal, withinMs] of steps) {
    try {
      process.kill(identity.pid, signal);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return;
      throw new LeftoverDatabaseStays(pgData, identity.pid, error instanceof Error ? error.message : String(error));
    }
    if (await waitForEnd(identity, withinMs)) return;
  }
  throw new LeftoverDatabaseStays(pgData, identity.pid, 'it ignores every signal');
}

/**
 * PostgreSQL refuses to start while a process with the noted number exists: also when it belongs to someone else by now, and
 * when it has ended but nobody has taken note (in a container often nobody ever does). Only the number is replaced: the shared
 * memory named further down is still checked, which guards against workers of the old one still at work.
 */
async function forgetProcess(pidFile: string, pid: number): Promise<void> {
  const content = (await readIfThere(pidFile))?.toString('utf8');
  if (content === undefined || !content.startsWith(`${pid}\n`)) return;
  // Written over in place: the file keeps its owner, and is at no moment empty. The new number is the longest there is.
  const file = await open(pidFile, 'r+');
  try {
    await file.write(`${nobodysPid}${content.slice(String(pid).length)}`, 0);
  } finally {
    await file.close();
  }
}
