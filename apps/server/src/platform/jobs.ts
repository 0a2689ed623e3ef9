import { PgBoss, type Db, type JobResult } from 'pg-boss';
import type { Job, Transaction } from '#platform/context';

/** A kind of job. `cron` (in WITA) makes it recur; it then runs with an empty payload. */
export interface JobDefinition {
  readonly name: string;
  readonly cron?: string;
  readonly run: (transaction: Transaction<null>, payload: never) => Promise<void>;
  /** Does those that are due at once in one transaction: tells of each, in the order given, `null` or why it must be tried again. */
  readonly runTogether?: (transaction: Transaction<null>, payloads: never) => Promise<readonly (Error | null)[]>;
}

/** Declares a job with its payload's type. */
export function job<P>(name: string, run: (transaction: Transaction<null>, payload: P) => Promise<void>, cron?: string): JobDefinition {
  return { name, run, ...(cron && { cron }) };
}

/** Declares a job many of which may be done in one transaction: the letters of one evening are hundreds. */
export function jobTogether<P>(
  name: string,
  runTogether: (transaction: Transaction<null>, payloads: readonly P[]) => Promise<readonly (Error | null)[]>,
): JobDefinition {
  const run = async (transaction: Transaction<null>, payload: P): Promise<void> => {
    const [error] = await runTogether(transaction, [payload]);
    if (error) throw error;
  };
  return { name, run, runTogether };
}

// One queue for all: few rows an hour, and one worker to wake instead of a polling query per kind of job.
const queue = 'makaverse';
const batchSize = 50;
/**
 * How many a working process takes at once. All of them end before any is marked as done, so they must fit into the queue's patience below
 * even when a mail server does not answer: three at a time, twenty seconds each.
 */
const roundSize = 20;
const patienceSeconds = 300;

type Due = readonly { readonly id: string; readonly data: Job }[];

/** What is done at once: those of one kind that allows it together, every other by itself, in the order in which they came. */
function groupsOf(due: Due, together: ReadonlySet<string>): Due[] {
  const groups = Map.groupBy(due, ({ id, data }) => (together.has(data.name) ? data.name : id));
  return [...groups.values()];
}

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
 * Opens the queue over pg-boss. `run` does one job, or several of a kind that allows it, and tells of each `null` or why it failed. With
 * `isWorking` false nothing runs by itself (tests call `settle`).
 */
export async function openJobs(options: {
  db: Db;
  definitions: readonly JobDefinition[];
  isWorking: boolean;
  run: (name: string, payloads: readonly Job['payload'][]) => Promise<readonly (Error | null)[]>;
  onError: (error: unknown) => void;
}): Promise<Jobs> {
  const boss = new PgBoss({ db: options.db, supervise: options.isWorking, schedule: options.isWorking, warningSlowQuerySeconds: 30 });
  boss.on('error', options.onError);
  await boss.start();
  await boss.createQueue(queue, {
    retryLimit: 8,
    retryDelay: 2,
    retryBackoff: true,
    expireInSeconds: patienceSeconds,
    deleteAfterSeconds: 7 * 24 * 3600,
  });
  const outcomesOf = async (group: Due): Promise<readonly (Error | null)[]> => {
    try {
      return await options.run(
        group[0]!.data.name,
        group.map((one) => one.data.payload),
      );
    } catch (error) {
      if (group.length === 1) return [error as Error];
      // What cannot be done together, because of one of them, is done one by one: the others are not to wait for it.
      const alone: (Error | null)[] = [];
      for (const one of group) alone.push(...(await outcomesOf([one])));
      return alone;
    }
  };
  const together = new Set(options.definitions.filter((one) => one.runTogether !== undefined).map((one) => one.name));
  let workerId: string | null = null;
  if (options.isWorking) {
    for (const definition of options.definitions) {
      if (definition.cron)
        await boss.schedule(queue, definition.cron, { name: definition.name, payload: {} }, { tz: 'Asia/Makassar', key: definition.name });
    }
    workerId = await boss.work(queue, { batchSize: roundSize, pollingIntervalSeconds: 1, perJobResults: true }, async (due: Due) => {
      const results: JobResult[] = [];
      for (const group of groupsOf(due, together)) {
        const outcomes = await outcomesOf(group);
        for (const [index, { id }] of group.entries()) {
          const error = outcomes[index];
          if (error) options.onError(error);
          results.push(error ? { id, status: 'failed', output: { message: String(error) } } : { id, status: 'completed' });
        }
      }
      // Where there were some there may be more: without this the queue is looked at once a second, and the letters of one
      // evening, some hundreds, keep everything behind them waiting for minutes.
      if (workerId) boss.notifyWorker(workerId);
      return results;
    });
  }
  const runAll = async (due: Due, atOnce: number): Promise<void> => {
    const left = groupsOf(due, together).values();
    const done: string[] = [];
    const failures: Error[] = [];
    const fail = async (id: string, error: Error): Promise<void> => {
      failures.push(error);
      await boss.fail(queue, id, { message: String(error) });
    };
    const runner = async (): Promise<void> => {
      for (const group of left) {
        const outcomes = await outcomesOf(group);
        for (const [index, { id }] of group.entries()) {
          const error = outcomes[index];
          if (error) await fail(id, error);
          else done.push(id);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, runner));
    if (done.length > 0) await boss.complete(queue, done);
    if (failures[0]) throw failures[0];
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
