import type { Task } from '@makaverse/contract/directives';
import { sql } from 'kysely';
import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { personBriefs, unitBriefs } from '#modules/identity';
import { presentTask } from '../present.ts';
import type { TaskRow } from '../tables.ts';
import { uuids } from './reader-scope.ts';
import { isTaskLate } from './task-conditions.ts';

type BelowRow = Task['below'] & { readonly id: string };

/** What hangs below tasks, counted at any depth in one query. */
async function countsBelow(context: Context<Actor | null>, rows: readonly TaskRow[]): Promise<ReadonlyMap<string, Task['below']>> {
  const found = await sql<BelowRow>`
    select above.id, count(*) as total, count(*) filter (where task.acknowledged_at is not null) as acknowledged,
      count(*) filter (where task.done_at is not null) as done, count(*) filter (where ${isTaskLate('task', context.now)}) as late
    from directives.task task cross join lateral unnest(task.ancestor_ids) as above(id)
    where task.directive_id = any(${uuids(new Set(rows.map((row) => row.directive_id)))}) and above.id = any(${uuids(rows.map((row) => row.id))})
    group by above.id`.execute(context.db);
  return new Map(found.rows.map(({ id, ...below }) => [id, below]));
}

/** Rows made readable, in their order; a handful of queries however many there are. */
export async function taskViews(context: Context<Actor | null>, rows: readonly TaskRow[]): Promise<Task[]> {
  if (rows.length === 0) return [];
  const personIds = rows.flatMap((row) => [row.pic_id, row.acknowledged_by_id, row.reported_by_id]).filter((id) => id !== null);
  const [below, units, people] = await Promise.all([
    countsBelow(context, rows),
    unitBriefs(
      context.db,
      rows.map((row) => row.unit_id),
    ),
    personBriefs(context.db, personIds, context.now),
  ]);
  return rows.map((row) => presentTask(row, { units, people, below: below.get(row.id), now: context.now }));
}
