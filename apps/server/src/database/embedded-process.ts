import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { DatabaseDidNotStart } from '#database/embedded-errors';
import { commandAs, type Runner } from '#database/embedded-runner';

/** How to run one PostgreSQL server. */
export interface PostgresSettings {
  readonly program: string;
  readonly runner: Runner;
  readonly pgData: string;
  readonly port: number;
  readonly isDurable: boolean;
  /** Receives each line the server writes. */
  readonly onLine?: ((line: string) => void) | undefined;
}

/** One running PostgreSQL server. */
export interface PostgresProcess {
  readonly pid: number;
  readonly port: number;
  /** Fulfilled when it has ended, whoever ended it. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  lastLines(): readonly string[];
  /** Fast shutdown: open transactions are rolled back, everything committed is flushed. */
  stop(): Promise<void>;
}

const keptLines = 30;
/** A recovery after a crash reads up to `max_wal_size` (1 GB) of log; on a slow disk this takes minutes. */
const readyWithinMs = 600_000;
const stopWithinMs = 60_000;
/** sun_path holds 108 bytes with its closing zero (unix(7)). */
const socketPathLimit = 107;

/** Starts the server and waits until it takes connections. @throws {DatabaseDidNotStart} with its last lines */
export async function startPostgres(settings: PostgresSettings): Promise<PostgresProcess> {
  const command = commandAs(settings.runner, settings.program, argumentsFor(settings));
  // Detached: Ctrl-C in a terminal reaches the whole group, and the database must outlive the requests being finished.
  const child = spawn(command.file, command.args, { ...command.options, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const lines: string[] = [];
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('error', (error) => {
      lines.push(error.message);
      resolve({ code: null, signal: null });
    });
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stderr! }).on('line', (line) => {
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
      settings.onLine?.(line);
      if (line.includes('database system is ready to accept connections')) resolve();
    });
  });
  // Should we end without a chance to wait, the server is at least asked to shut down.
  const askOnExit = (): void => void child.kill('SIGINT');
  process.once('exit', askOnExit);
  void ended.then(() => process.off('exit', askOnExit));

  const running: PostgresProcess = {
    pid: child.pid ?? 0,
    port: settings.port,
    ended,
    lastLines: () => [...lines],
    stop: async () => {
      child.kill('SIGINT');
      if (await within(ended, stopWithinMs)) return;
      // Immediate shutdown: the next start recovers from the log, nothing committed is lost.
      child.kill('SIGQUIT');
      if (await within(ended, stopWithinMs)) return;
      child.kill('SIGKILL');
      await ended;
    },
  };
  const outcome = await Promise.race([ready.then(() => 'ready' as const), ended, within(ended, readyWithinMs).then(() => 'late' as const)]);
  if (outcome === 'ready') return running;
  if (outcome === 'late') await running.stop();
  throw new DatabaseDidNotStart('PostgreSQL ended before it was ready', await afterLastLine(lines));
}

/** The exit is reported before the last lines are read. */
async function afterLastLine(lines: readonly string[]): Promise<readonly string[]> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  return [...lines];
}

/** Where the server's socket lies, which is faster than a port; null where its path would be too long. */
export function socketFolder({ pgData, port }: Pick<PostgresSettings, 'pgData' | 'port'>): string | null {
  return Buffer.byteLength(`${pgData}/.s.PGSQL.${port}`) <= socketPathLimit ? pgData : null;
}

function argumentsFor(settings: PostgresSettings): string[] {
  const { pgData, port, isDurable } = settings;
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketFolder(settings) ?? '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Errors of statements name values, which may be personal data; above "error" the log speaks of the server only.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
  };
  if (!isDurable) Object.assign(values, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });
  return ['-D', pgData, '-p', String(port), ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Did it happen within that time? The timer never keeps the process alive. */
async function within(event: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
    timer.unref();
  });
  try {
    return await Promise.race([event.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
