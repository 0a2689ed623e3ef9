import { daysBetween, witaDate } from '@makaverse/calendar';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { isLeader, workUnitIds } from '#modules/identity';
import type { ObstacleRow } from '../tables.ts';

/** `mayReadObstacle` as a condition on `obstacle`; a test holds the two against each other. */
function isObstacleVisibleTo(actor: Actor): RawBuilder<boolean> {
  if (isLeader(actor)) return sql`true`;
  const units = sql`any(${[...workUnitIds(actor)]}::uuid[])`;
  return sql`((obstacle.reported_by_id = ${actor.personId} or obstacle.unit_id = ${units} or obstacle.remover_unit_id = ${units}
    or exists (select from programmes.nomination seat where seat.seat_kind = 'programme' and seat.seat_id = obstacle.programme_id
      and seat.state = 'accepted' and seat.person_id = ${actor.personId})) is true)`;
}

/** Obstacles the actor may read, narrowed to some. */
export async function visibleObstacles(context: Context, such: RawBuilder<boolean>, limit: number | null = null): Promise<ObstacleRow[]> {
  const { rows } = await sql<ObstacleRow>`
    select obstacle.* from programmes.obstacle obstacle where ${isObstacleVisibleTo(context.actor)} and ${such}
    order by obstacle.since_on, obstacle.id ${limit === null ? sql`` : sql`limit ${limit}`}`.execute(context.db);
  return rows;
}

export const isOpen: RawBuilder<boolean> = sql`obstacle.state <> 'solved'`;

/** The open obstacle that has blocked a programme longest, of those the actor may read. */
export async function longestOpenObstacle(
  context: Context,
  programmeId: string,
): Promise<{ readonly words: string; readonly days: number } | null> {
  const [row] = await visibleObstacles(context, sql`${isOpen} and obstacle.programme_id = ${programmeId}`, 1);
  return row ? { words: row.words, days: daysBetween(row.since_on, witaDate(context.now)) } : null;
}
