import type { PersonRecord } from '@makaverse/contract/programmes';
import { sql } from 'kysely';
import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { loadOf, recordOf } from '#modules/directives';
import { personBriefs } from '#modules/identity';

interface Counts {
  readonly programmes: number;
  readonly pending: number;
}

/** What people carry now and how they kept their deadlines, for several at once. */
export async function personRecords(
  context: Pick<Context<Actor | null>, 'db' | 'now'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PersonRecord>> {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return new Map();
  const people = await personBriefs(context.db, ids, context.now);
  const seats = await seatsOf(context, ids);
  const refusals = await refusalsOf(context, ids);
  const tasks = await loadOf(context.db, ids);
  const kept = await recordOf(context.db, ids, context.now);
  return new Map(
    [...people].map(([id, person]) => [
      id,
      {
        person,
        load: {
          programmes: seats.get(id)?.programmes ?? 0,
          directives: tasks.get(id) ?? 0,
          pendingNominations: seats.get(id)?.pending ?? 0,
        },
        record: { ...(kept.get(id) ?? { done: 0, doneInTime: 0, late: 0 }), declined: refusals.get(id) ?? 0 },
      },
    ]),
  );
}

async function seatsOf(context: Pick<Context<Actor | null>, 'db'>, ids: readonly string[]): Promise<ReadonlyMap<string, Counts>> {
  const rows = await context.db
    .selectFrom('programmes.nomination')
    .select([
      'person_id as id',
      sql<number>`count(*) filter (where state = 'accepted' and seat_kind = 'programme')::int`.as('programmes'),
      sql<number>`count(*) filter (where state in ('proposed','recommended','appointed'))::int`.as('pending'),
    ])
    .where('person_id', '=', sql<string>`any(${ids}::uuid[])`)
    .groupBy('person_id')
    .execute();
  return new Map(rows.map((row) => [row.id!, row]));
}

async function refusalsOf(context: Pick<Context<Actor | null>, 'db'>, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await context.db
    .selectFrom('programmes.nomination_step')
    .select(['by_id as id', sql<number>`count(*)::int`.as('declined')])
    .where('by_id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('action', 'in', ['decline', 'counter'])
    .groupBy('by_id')
    .execute();
  return new Map(rows.map((row) => [row.id!, row.declined]));
}
