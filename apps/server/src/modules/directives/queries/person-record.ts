import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { uuids } from './reader-scope.ts';

/** What became of the directives a person answered for. */
export interface KeptDirectives {
  readonly done: number;
  readonly doneInTime: number;
  /** Reported after the deadline, or still not reported although it has passed. */
  readonly late: number;
}

/** How many directives each person answers for now; who answers for none is absent. */
export async function loadOf(db: Context['db'], personIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ person_id: string; open: number }>`
    select pic_id as person_id, count(*) as open from directives.task
    where pic_id = any(${uuids(personIds)}) and done_at is null group by pic_id`.execute(db);
  return new Map(rows.map((row) => [row.person_id, row.open]));
}

/** How each person kept the deadlines of directives; who never answered for one is absent. */
export async function recordOf(db: Context['db'], personIds: readonly string[], now: Date): Promise<ReadonlyMap<string, KeptDirectives>> {
  const { rows } = await sql<KeptDirectives & { readonly person_id: string }>`
    select pic_id as person_id, count(*) filter (where done_at is not null) as done,
      count(*) filter (where done_at is not null and reported_at <= deadline_at) as "doneInTime",
      count(*) filter (where coalesce(reported_at, ${now}) > deadline_at) as late
    from directives.task where pic_id = any(${uuids(personIds)}) group by pic_id`.execute(db);
  return new Map(rows.map(({ person_id: id, ...record }) => [id, record]));
}
