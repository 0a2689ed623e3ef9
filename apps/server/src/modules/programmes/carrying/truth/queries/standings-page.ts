import { hoursLater } from '@makaverse/calendar';
import type { ReplyOf } from '@makaverse/contract/endpoint';
import type { listStandings } from '@makaverse/contract/programmes-truth';
import type { Context } from '#platform/context';
import { latestScore } from './standing-days.ts';
import { standings } from './standings.ts';

const hoursOfWeek = 7 * 24;
/** A chance that fell by less moved within what a forecast knows. */
const falling = 0.1;

/** The strip of programmes and what moved in the week. */
export async function standingsPage(
  context: Context,
  asked: { readonly unitId?: string | undefined },
): Promise<ReplyOf<typeof listStandings>> {
  const { db, now } = context;
  const items = await standings(context, asked.unitId === undefined ? {} : { unitId: asked.unitId });
  const shown = new Set(items.map((one) => one.programme.id));
  const done = await db
    .selectFrom('programmes.milestone')
    .select('programme_id')
    .where('confirmed_at', '>=', hoursLater(now, -hoursOfWeek))
    .execute();
  return {
    items,
    week: {
      worse: items.filter((one) => one.trend === 'worse').length,
      better: items.filter((one) => one.trend === 'better').length,
      promisesMoved: items.reduce((sum, one) => sum + one.movesThisWeek, 0),
      milestonesDone: done.filter((row) => shown.has(row.programme_id)).length,
      forecastsFalling: items.filter((one) => one.chance !== null && one.chanceBefore !== null && one.chanceBefore - one.chance >= falling)
        .length,
    },
    score: await latestScore(db, now),
  };
}
