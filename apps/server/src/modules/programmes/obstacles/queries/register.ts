import { addDays, witaDate } from '@makaverse/calendar';
import type { ReplyOf } from '@makaverse/contract/endpoint';
import type { Awaited, Obstacle, readRegister } from '@makaverse/contract/programmes-obstacles';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { searchText } from '#platform/search-text';
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
  // Added up, not laid over each other: days of different programmes are different losses.
  const lost = (some: readonly Obstacle[]): Awaited['daysLost'] => ({
    ours: some.reduce((sum, one) => sum + one.daysLost.ours, 0),
    theirs: some.reduce((sum, one) => sum + one.daysLost.theirs, 0),
  });
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
