import { CompiledQuery, type Kysely, type Transaction as KyselyTransaction } from 'kysely';
import type { Db } from 'pg-boss';
import type { Database } from '#database/schema';
import type { Actor } from '#platform/actor';
import { appendAudit } from '#platform/audit';
import type { AuditLine, Context, DomainEvent, Job, Transaction } from '#platform/context';
import type { Reaction } from '#platform/event-bus';
import { newId } from '#platform/id';
import type { Jobs } from '#platform/jobs';
import { sendTouches } from '#platform/live';

/** Lets pg-boss write through a connection of ours, so that jobs commit with the rows. */
export function bossAdapter(db: Kysely<Database>): Db {
  return {
    executeSql: async (statement, values = []) => {
      const { rows } = await db.executeQuery(CompiledQuery.raw(statement, [...values]));
      return { rows: [...(rows ?? [])] };
    },
  };
}

/** Opens transactions that keep rows, audit, events, jobs and live notices together. */
export interface Transactor {
  run<A extends Actor | null, R>(context: Context<A>, work: (transaction: Transaction<A>) => Promise<R>): Promise<R>;
}

/** Makes the transactor. An event becomes one job for each reaction that hears it. */
export function transactor(options: { jobs: () => Jobs; reactions: readonly Reaction[] }): Transactor {
  const jobsFor = (event: DomainEvent): Job[] =>
    options.reactions.filter((one) => one.event === event.name).map((one) => ({ name: one.name, payload: event.payload }));
  return {
    run: async (context, work) => {
      const lines: AuditLine[] = [];
      const jobs: Job[] = [];
      const topics = new Set<string>();
      const result = await context.db.transaction().execute(async (db: KyselyTransaction<Database>) => {
        const done = await work({
          ...context,
          db,
          newId: () => newId(context.now),
          audit: (line) => void lines.push(line),
          publish: (event) => void jobs.push(...jobsFor(event)),
          enqueue: (one) => void jobs.push(one),
          touch: (...touched) => touched.forEach((topic) => topics.add(topic)),
        });
        await options.jobs().store(bossAdapter(db), jobs);
        await sendTouches(db, topics);
        await appendAudit({ db, at: context.now, actorId: context.actor?.personId ?? null, lines });
        return done;
      });
      if (jobs.length > 0) options.jobs().wake();
      return result;
    },
  };
}
