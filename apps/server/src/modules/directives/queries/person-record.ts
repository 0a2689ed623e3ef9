import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { uuids } from './reader-scope.ts';

/** What became of the directives a person answered for. */
export interface KeptDirectives {
  /** Answered for now. */
  readonly open: number;
  readonly done: number;
  readonly doneInTime: number;
  /** Reported after the deadline, or still not reported although it has passed. */
  readonly late: number;
}

/** How many directives each person answers for now, and how the deadlines of all were kept; who never answered for one is absent. */
export async function recordOf(db: Context['db'], personIds: readonly string[], now: Date): Promise<ReadonlyMap<string, KeptDirectives>> {
  const { rows } = await sql<KeptDirectives & { readonly person_id: string }>`
    select pic_id as person_id, count(*) filter (where done_at is null) as open, count(*) filter (where done_at is not null) as done,
      count(*) filter (where done_at is not null and reported_at <= deadline_at) as "doneInTime",
      count(*) filter (where coalesce(reported_at, ${now}) > deadline_at) as late
    from directives.task where pic_id = any(${uuids(personIds)}) group by pic_id`.execute(db);
  return new Map(rows.map(({ person_id: id, ...record }) => [id, record]));
}
