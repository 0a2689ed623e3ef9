import { readFile } from 'node:fs/promises';

/**
 * Which process a number meant. Process numbers are given out again; together with the boot and the moment of starting
 * (proc_pid_stat(5), field 22, in clock ticks since boot) the number is unique.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly bootId: string;
  readonly startTicks: string;
}

/** The identity of a running process, or null when there is none with that number. A zombie counts as ended. */
export async function identityOf(pid: number): Promise<ProcessIdentity | null> {
  const stat = await textOrNull(`/proc/${pid}/stat`);
  const bootId = await textOrNull('/proc/sys/kernel/random/boot_id');
  if (stat === null || bootId === null) return null;
  // The second field is the program's name in brackets and may itself hold spaces and brackets.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const startTicks = fields[18];
  if (startTicks === undefined || state === 'Z' || state === 'X') return null;
  return { pid, bootId: bootId.trim(), startTicks };
}

/** Does exactly this process still run? */
export async function isRunning(identity: ProcessIdentity): Promise<boolean> {
  const now = await identityOf(identity.pid);
  return now !== null && now.bootId === identity.bootId && now.startTicks === identity.startTicks;
}

/** Reads an identity out of stored JSON; null when it is not one. */
export function asProcessIdentity(value: unknown): ProcessIdentity | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('pid' in value && 'bootId' in value && 'startTicks' in value)) return null;
  const { pid, bootId, startTicks } = value;
  if (typeof pid !== 'number' || typeof bootId !== 'string' || typeof startTicks !== 'string') return null;
  return Number.isSafeInteger(pid) && pid > 0 ? { pid, bootId, startTicks } : null;
}

/** The words a process was started with; null when it has ended. */
export async function commandLineOf(pid: number): Promise<readonly string[] | null> {
  const text = await textOrNull(`/proc/${pid}/cmdline`);
  return text === null ? null : text.split('\0');
}

/** Waits until the process has ended; false when it still runs after that time. */
export async function waitForEnd(identity: ProcessIdentity, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs;
  while (await isRunning(identity)) {
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

async function textOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    // A process may end between two reads: the kernel then says ESRCH where it said nothing was wrong before.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH' || error.code === 'EACCES'))
      return null;
    throw error;
  }
}
