import { PgBoss, type Db } from 'pg-boss';
import type { Job, Transaction } from '#platform/context';

/** A kind of job. `cron` (in WITA) makes it recur; it then runs with an empty payload. */
export interface JobDefinition {
  readonly name: string;
  readonly cron?: string;
  readonly run: (transaction: Transaction<null>, payload: never) => Promise<void>;
}

/** Declares a job with its payload's type. */
export function job<P>(name: string, run: (transaction: Transaction<null>, payload: P) => Promise<void>, cron?: string): JobDefinition {
  return { name, run, ...(cron && { cron }) };
}

// One queue for all: few rows an hour, and one worker to wake instead of a polling query per kind of job.
const queue = 'makaverse';
const batchSize = 50;

/** The queue as the platform uses it. */
export interface Jobs {
  /** Stores jobs inside the caller's transaction. */
  store(db: Db, jobs: readonly Job[]): Promise<void>;
  /** Wakes this process's worker instead of waiting for its next look. */
  wake(): void;
  /** Runs everything that is due now, one after the other or several at once, and returns when nothing is left. */
  settle(atOnce?: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Opens the queue over pg-boss. `run` does one job. With `isWorking` false nothing runs by itself (tests call `settle`).
 */
export async function openJobs(options: {
  db: Db;
  definitions: readonly JobDefinition[];
  isWorking: boolean;
  run: (job: Job) => Promise<void>;
  onError: (error: unknown) => void;
}): Promise<Jobs> {
  const boss = new PgBoss({ db: options.db, supervise: options.isWorking, schedule: options.isWorking, warningSlowQuerySeconds: 30 });
  boss.on('error', options.onError);
  await boss.start();
  await boss.createQueue(queue, {
    retryLimit: 8,
    retryDelay: 2,
    retryBackoff: true,
    expireInSeconds: 300,
    deleteAfterSeconds: 7 * 24 * 3600,
  });
  let workerId: string | null = null;
  if (options.isWorking) {
    for (const definition of options.definitions) {
      if (definition.cron)
        await boss.schedule(queue, definition.cron, { name: definition.name, payload: {} }, { tz: 'Asia/Makassar', key: definition.name });
    }
    workerId = await boss.work<Job>(queue, { batchSize: 1, pollingIntervalSeconds: 1 }, async ([due]) => {
      try {
        if (due) await options.run(due.data);
      } finally {
        // Where there was one there may be more: without this the queue is looked at once a second, and the letters of one
        // evening, some hundreds, keep everything behind them waiting for minutes.
        if (workerId) boss.notifyWorker(workerId);
      }
    });
  }
  const runAll = async (due: readonly { id: string; data: Job }[], atOnce: number): Promise<void> => {
    const left = due.values();
    const done: string[] = [];
    const runner = async (): Promise<void> => {
      for (const { id, data } of left) {
        try {
          await options.run(data);
        } catch (error) {
          await boss.fail(queue, id, { message: String(error) });
          throw error;
        }
        done.push(id);
      }
    };
    const outcomes = await Promise.allSettled(Array.from({ length: atOnce }, runner));
    if (done.length > 0) await boss.complete(queue, done);
    const failed = outcomes.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  };
  return {
    store: async (db, jobs) => {
      if (jobs.length > 0)
        await boss.insert(
          queue,
          jobs.map((data) => ({ data: { ...data } })),
          { db },
        );
    },
    wake: () => {
      if (workerId) boss.notifyWorker(workerId);
    },
    settle: async (atOnce = 1) => {
      for (;;) {
        const due = await boss.fetch<Job>(queue, { batchSize });
        if (due.length === 0) return;
        await runAll(due, atOnce);
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  };
}
