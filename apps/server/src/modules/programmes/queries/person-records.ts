import type { PersonRecord } from '@makaverse/contract/programmes';
import { sql } from 'kysely';
import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { recordOf, type KeptDirectives } from '#modules/directives';
import { personBriefs } from '#modules/identity';

/** Seats a person fills, and those that wait for an answer; how often the person declined one. */
interface Seats {
  readonly programmes: number;
  readonly pending: number;
  readonly declined: number;
}
const noSeats: Seats = { programmes: 0, pending: 0, declined: 0 };
const noDirectives: KeptDirectives = { open: 0, done: 0, doneInTime: 0, late: 0 };

/** What people carry now and how they kept their deadlines, for several at once. */
export async function personRecords(
  context: Pick<Context<Actor | null>, 'db' | 'now'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PersonRecord>> {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return new Map();
  const people = await personBriefs(context.db, ids, context.now);
  const seats = await seatsOf(context, ids);
  const directives = await recordOf(context.db, ids, context.now);
  return new Map(
    [...people].map(([id, person]) => {
      const { programmes, pending, declined } = seats.get(id) ?? noSeats;
      const { open, ...kept } = directives.get(id) ?? noDirectives;
      return [id, { person, load: { programmes, directives: open, pendingNominations: pending }, record: { ...kept, declined } }];
    }),
  );
}

async function seatsOf(context: Pick<Context<Actor | null>, 'db'>, ids: readonly string[]): Promise<ReadonlyMap<string, Seats>> {
  const { rows } = await sql<Seats & { readonly id: string }>`
    select asked.id,
      (select count(*) from programmes.nomination where person_id = asked.id and state = 'accepted' and seat_kind = 'programme') as programmes,
      (select count(*) from programmes.nomination
        where person_id = asked.id and state in ('proposed', 'recommended', 'appointed')) as pending,
      (select count(*) from programmes.nomination_step where by_id = asked.id and action in ('decline', 'counter')) as declined
    from unnest(${ids}::uuid[]) as asked (id)`.execute(context.db);
  return new Map(rows.map((row) => [row.id, row]));
}
