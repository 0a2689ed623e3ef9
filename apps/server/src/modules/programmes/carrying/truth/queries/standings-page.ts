import { hoursLater } from '@makaverse/calendar';
import type { ReplyOf } from '@makaverse/contract/endpoint';
import type { listStandings } from '@makaverse/contract/programmes-truth';
import type { z } from 'zod';
import type { Context } from '#platform/context';
import { latestScore } from './standing-days.ts';
import { presentStandings, ranked, type Ranked } from './standings.ts';

const hoursOfWeek = 7 * 24;
/** A chance that fell by less moved within what a forecast knows. */
const falling = 0.1;

/** The strip of programmes and what moved in the week. */
export async function standingsPage(context: Context, asked: z.output<typeof listStandings.query>): Promise<ReplyOf<typeof listStandings>> {
  const { db, now } = context;
  const all = await ranked(context, asked.unitId === undefined ? {} : { unitId: asked.unitId });
  const troubled = all.filter(isTroubled);
  const ids = new Set(all.map((one) => one.row.id));
  const done = await db
    .selectFrom('programmes.milestone')
    .select('programme_id')
    .where('confirmed_at', '>=', hoursLater(now, -hoursOfWeek))
    .execute();
  return {
    items: await presentStandings(context, (asked.only === 'troubled' ? troubled : all).slice(0, asked.limit)),
    count: { all: all.length, troubled: troubled.length, withoutPlan: all.filter((one) => one.colour === null).length },
    week: {
      worse: all.filter((one) => one.trend === 'worse').length,
      better: all.filter((one) => one.trend === 'better').length,
      promisesMoved: all.reduce((sum, one) => sum + one.row.moves, 0),
      milestonesDone: done.filter((row) => ids.has(row.programme_id)).length,
      forecastsFalling: all.filter((one) => one.chance !== null && one.chanceBefore !== null && one.chanceBefore - one.chance >= falling)
        .length,
    },
    score: await latestScore(db, now),
  };
}

/** What can be acted on: what is not green, what climbed, what nobody reports on. */
function isTroubled(one: Ranked): boolean {
  return (one.colour !== null && one.colour !== 'green') || one.topRung !== 'none' || one.isSilent;
}
