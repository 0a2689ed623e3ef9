import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A node process of ours, started for a test. */
export interface ChildProcess {
  readonly pid: number;
  /** The line it was waited for. */
  readonly readyLine: string;
  /** Everything it has written so far, both streams, line by line. */
  lines(): readonly string[];
  /** Fulfilled when it has ended. */
  readonly ended: Promise<ProcessEnd>;
  /** Sends the signal to this process alone and waits for its end. SIGTERM unless named. */
  stop(signal?: NodeJS.Signals): Promise<ProcessEnd>;
}

/** How a process ended: with a code, or by a signal. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What to start. */
export interface ProcessStart {
  /** Arguments of node: a script and its own arguments, or `--input-type=module -e …`. */
  readonly args: readonly string[];
  /** Added to the few variables every program needs; nothing else is handed on, so that a test's outcome is its own. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** The line on standard output that says it is ready. */
  readonly readyWhen: RegExp;
  /** How long to wait for that line; 60 s unless named. */
  readonly withinMs?: number;
}

/** The process ended, or stayed silent, before it was ready. */
export class ProcessNotReady extends Error {
  override readonly name = 'ProcessNotReady';
  readonly lines: readonly string[];
  readonly end: ProcessEnd | null;
  constructor(reason: string, lines: readonly string[], end: ProcessEnd | null) {
    super(`The process ${reason}. It said:\n  ${lines.join('\n  ') || '(nothing)'}`);
    this.lines = lines;
    this.end = end;
  }
}

const handedOn = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'NODE_COMPILE_CACHE'];

/**
 * Starts a node process with the node we run on, and waits for its ready line.
 * @throws {ProcessNotReady}
 * @example const server = await startProcess({ args: ['apps/server/src/main.ts'], env: { PORT: '0' }, readyWhen: /http:/ });
 */
export async function startProcess(start: ProcessStart): Promise<ChildProcess> {
  const env: Record<string, string> = {};
  for (const name of handedOn) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  const child = spawn(process.execPath, [...start.args], {
    cwd: start.cwd ?? process.cwd(),
    env: { ...env, ...start.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const ended = new Promise<ProcessEnd>((resolve) => {
    child.once('error', (error) => {
      lines.push(error.message);
      resolve({ code: null, signal: null });
    });
    // "close" comes after the last line was read, "exit" may come before.
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
  const ready = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (start.readyWhen.test(line)) resolve(line);
    });
  });
  // A test run that ends without stopping its processes must not leave them behind.
  const endWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  void ended.then(() => process.off('exit', endWithUs));

  const withinMs = start.withinMs ?? 60_000;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), withinMs);
  });
  const outcome = await Promise.race([ready, ended, late]);
  clearTimeout(timer);
  if (outcome === 'late') {
    child.kill('SIGKILL');
    await ended;
    throw new ProcessNotReady(`was not ready within ${withinMs} ms`, lines, null);
  }
  if (typeof outcome !== 'string')
    throw new ProcessNotReady(`ended with ${outcome.signal ?? String(outcome.code)} before it was ready`, lines, outcome);
  return {
    pid: child.pid!,
    readyLine: outcome,
    lines: () => [...lines],
    ended,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      return await ended;
    },
  };
}
