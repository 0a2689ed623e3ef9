import { addDays, witaDate } from '@makaverse/calendar';
import type { ReplyOf } from '@makaverse/contract/endpoint';
import type { Awaited, Obstacle, readRegister } from '@makaverse/contract/programmes-obstacles';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { searchText } from '#platform/search-text';
import { daysLostTo, type Delay } from '../domain/days-lost.ts';
import type { ObstacleRow } from '../tables.ts';
import { presentObstacles } from './obstacles-page.ts';
import { isOpen, visibleObstacles } from './visible-obstacles.ts';

/** More stand in the list and the export; a page nobody reads to its end answers nothing. */
const most = 500;

/** What the city waits for, and from whom: open obstacles by who can remove them, the longest and costliest wait first. */
export async function obstacleRegister(context: Context): Promise<ReplyOf<typeof readRegister>> {
  const today = witaDate(context.now);
  const rows = await visibleObstacles(context, isOpen, most);
  const solved = await visibleObstacles(context, sql<boolean>`obstacle.solved_on > ${addDays(today, -7)}`);
  const shown = await presentObstacles(context, rows);
  const delays = await delaysIn(context, rows);
  const lost = (some: readonly Obstacle[]): Awaited['daysLost'] =>
    daysLostTo(
      some.map((one) => delays.get(one.id)!),
      today,
    );
  const cost = (some: readonly Obstacle[]): number => some.reduce((sum, one) => sum + (one.costSoFar ?? 0), 0);
  const awaited = [...Map.groupBy(shown, keyOf).values()].map((obstacles): Awaited => ({
    remover: obstacles[0]!.remover,
    obstacles,
    daysLost: lost(obstacles),
    costSoFar: cost(obstacles),
  }));
  return {
    awaited: awaited.toSorted((a, b) => b.costSoFar - a.costSoFar || daysOf(b) - daysOf(a) || (keyOf(a) < keyOf(b) ? -1 : 1)),
    daysLost: lost(shown),
    costSoFar: cost(shown),
    solvedThisWeek: solved.length,
  };
}

const daysOf = ({ daysLost: { ours, theirs } }: Awaited): number => ours + theirs;

// One authority is written now with capitals and now without.
function keyOf({ remover }: Pick<Obstacle, 'remover'>): string {
  return remover.kind === 'unit' ? remover.unit.id : searchText(remover.authority);
}

async function delaysIn({ db }: Context, rows: readonly ObstacleRow[]): Promise<ReadonlyMap<string, Delay>> {
  const letters = await db
    .selectFrom('programmes.obstacle_letter')
    .select(['obstacle_id', 'sent_on', 'answered_on'])
    .where('obstacle_id', '=', sql<string>`any(${rows.map((row) => row.id)}::uuid[])`)
    .execute();
  const letterOf = new Map(letters.map((one) => [one.obstacle_id, one]));
  return new Map(
    rows.map((row) => {
      const letter = letterOf.get(row.id);
      return [
        row.id,
        { sinceOn: row.since_on, solvedOn: row.solved_on, sentOn: letter?.sent_on ?? null, answeredOn: letter?.answered_on ?? null },
      ];
    }),
  );
}
