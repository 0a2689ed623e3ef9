import { DatabaseDidNotStart } from '#database/embedded-errors';
import type { PostgresProcess } from '#database/embedded-process';

/** One unexpected end of the database server. */
export interface PostgresExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly lastLines: readonly string[];
  /** False when it could not be started again: the application then has no database and should end. */
  readonly willRestart: boolean;
}

/** A server that is started again when it dies. */
export interface SupervisedPostgres {
  restarts(): number;
  onExit(listener: (exit: PostgresExit) => void): () => void;
  stop(): Promise<void>;
}

const attemptsPerRestart = 8;
/** A server that lived shorter than this waits before its next life, longer each time, so that a crash loop stays cheap. */
const shortLifeMs = 2_000;
const longestPauseMs = 2_000;

/**
 * Watches a started server; when it ends without being asked, `start` brings it back on the same port: pools reconnect by
 * themselves, and PostgreSQL recovers every committed transaction from its log.
 */
export function supervise(first: PostgresProcess, start: (port: number) => Promise<PostgresProcess>): SupervisedPostgres {
  const listeners = new Set<(exit: PostgresExit) => void>();
  let restarts = 0;
  let shortLives = 0;
  let isStopping = false;
  let current: PostgresProcess | null = first;
  let bornAt = performance.now();
  const tell = (exit: PostgresExit): void => {
    for (const listener of listeners) listener(exit);
  };

  const bringBack = async (dead: PostgresProcess): Promise<PostgresProcess | null> => {
    shortLives = performance.now() - bornAt < shortLifeMs ? shortLives + 1 : 0;
    let lines: readonly string[] = dead.lastLines();
    for (let attempt = 0; attempt < attemptsPerRestart && !isStopping; attempt += 1) {
      await pause(Math.min((shortLives + attempt) * 100, longestPauseMs));
      if (isStopping) return null;
      try {
        const next = await start(dead.port);
        if (isStopping) {
          await next.stop();
          return null;
        }
        restarts += 1;
        bornAt = performance.now();
        return next;
      } catch (error) {
        lines = error instanceof DatabaseDidNotStart ? error.lines : [error instanceof Error ? error.message : String(error)];
      }
    }
    if (!isStopping) tell({ code: null, signal: null, lastLines: lines, willRestart: false });
    return null;
  };

  const watch = async (): Promise<void> => {
    while (current !== null) {
      const dead: PostgresProcess = current;
      const exit = await dead.ended;
      if (isStopping) return;
      tell({ ...exit, lastLines: dead.lastLines(), willRestart: true });
      current = await bringBack(dead);
    }
  };
  const watching = watch();

  return {
    restarts: () => restarts,
    onExit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      isStopping = true;
      await current?.stop();
      await watching;
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
