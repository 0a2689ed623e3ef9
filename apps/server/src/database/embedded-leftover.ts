import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LeftoverDatabaseStays } from '#database/embedded-errors';
import { commandLineOf, identityOf, waitForEnd } from '#database/process-identity';
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
  const lines = (await readIfThere(pidFile))?.toString('utf8').split('\n') ?? [];
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return;
  const identity = await identityOf(pid);
  if (identity === null) return;
  const words = (await commandLineOf(pid)) ?? [];
  if (basename(words[0] ?? '') !== 'postgres' || !words.includes(pgData)) {
    // The number now belongs to someone else, but PostgreSQL would believe its own still runs. Only the number is
    // replaced: it keeps checking the shared memory named further down, which guards against workers still at work.
    await writeFile(pidFile, [String(nobodysPid), ...lines.slice(1)].join('\n'));
    return;
  }
  for (const [signal, withinMs] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 20_000],
    ['SIGKILL', 10_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return;
      throw new LeftoverDatabaseStays(pgData, pid, error instanceof Error ? error.message : String(error));
    }
    if (await waitForEnd(identity, withinMs)) return;
  }
  throw new LeftoverDatabaseStays(pgData, pid, 'it ignores every signal');
}
