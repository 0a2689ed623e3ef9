import type { Directive } from '@makaverse/contract/directives';
import { sql } from 'kysely';
import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { personBriefs, unitBriefs } from '#modules/identity';
import { presentDirective } from '../present.ts';
import type { AddresseeRow, DirectiveRow } from '../tables.ts';
import { uuids } from './reader-scope.ts';
import { isTaskLate } from './task-conditions.ts';

type ProgressRow = Directive['progress'] & { readonly directive_id: string };

/** Addressees of directives, in the order in which they were named. */
export async function addresseesOf(
  db: Context['db'],
  directiveIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AddresseeRow[]>> {
  if (directiveIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('directives.addressee')
    .selectAll()
    .where('directive_id', '=', sql<string>`any(${uuids(directiveIds)})`)
    .orderBy('position')
    .execute();
  return Map.groupBy(rows, (row) => row.directive_id);
}

async function progressOf(context: Context<Actor | null>, ids: readonly string[]): Promise<ReadonlyMap<string, Directive['progress']>> {
  const { rows } = await sql<ProgressRow>`
    select task.directive_id, count(*) as tasks,
      count(*) filter (where task.acknowledged_at is not null) as acknowledged,
      count(*) filter (where task.pic_id is not null) as accepted,
      count(*) filter (where task.done_at is not null) as done,
      count(*) filter (where ${isTaskLate('task', context.now)}) as late
    from directives.task task where task.directive_id = any(${uuids(ids)}) group by task.directive_id`.execute(context.db);
  return new Map(rows.map(({ directive_id: id, ...progress }) => [id, progress]));
}

/** Rows made readable, in their order; a handful of queries however many there are. */
export async function directiveViews(context: Context<Actor | null>, rows: readonly DirectiveRow[]): Promise<Directive[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [addressees, progress] = await Promise.all([addresseesOf(context.db, ids), progressOf(context, ids)]);
  const asked = [...addressees.values()].flat();
  const personIds = [...rows.flatMap((row) => [row.given_by_id, row.reviewer_id]), ...asked.map((one) => one.pic_id)];
  const [units, people] = await Promise.all([
    unitBriefs(
      context.db,
      asked.map((one) => one.unit_id),
    ),
    personBriefs(
      context.db,
      personIds.filter((id) => id !== null),
      context.now,
    ),
  ]);
  return rows.map((row) =>
    presentDirective(row, {
      addressees: addressees.get(row.id) ?? [],
      progress: progress.get(row.id),
      units,
      people,
      language: context.language,
    }),
  );
}

/**
 * Directives by id, in the order of the ids, whoever asks: for callers whose own policy has already decided (who may read a meeting
 * may read what was ordered in it).
 */
export async function presentDirectives(context: Context<Actor | null>, ids: readonly string[]): Promise<Directive[]> {
  if (ids.length === 0) return [];
  const rows = await context.db
    .selectFrom('directives.directive')
    .selectAll()
    .where('id', '=', sql<string>`any(${uuids(ids)})`)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return directiveViews(
    context,
    ids.flatMap((id) => byId.get(id) ?? []),
  );
}
