import { addDays, witaDate } from '@makaverse/calendar';
import { sql } from 'kysely';
import type { Transaction } from '#platform/context';
import { scoreForecasts, type Claim } from '../domain/score-forecasts.ts';
import { pastProgrammes, plannedProgrammes } from '../queries/planned-programmes.ts';

export const keepScoreJob = 'programmes.keep-score';

/**
 * Reckons how good the forecasts have been. Once a week is often enough for what changes with each programme that comes due; while there
 * is too little, each night anew.
 */
export async function keepScore(tx: Transaction<null>): Promise<void> {
  const today = witaDate(tx.now);
  const last = await tx.db
    .selectFrom('programmes.forecast_score')
    .select('day')
    .where('day', '>', addDays(today, -7))
    .where('day', '<=', today)
    .where('score', 'is not', null)
    .executeTakeFirst();
  if (last) return;
  // The last word of each month: what an owner claims from week to week repeats itself.
  const { rows } = await sql<Claim & { programme_id: string }>`
    select distinct on (programme_id, date_trunc('month', at)) programme_id, to_char(at at time zone 'Asia/Makassar', 'YYYY-MM-DD') as "on", progress
    from programmes.check_in order by programme_id, date_trunc('month', at), at desc`.execute(tx.db);
  const past = await pastProgrammes(tx.db, tx.now);
  const claims: ReadonlyMap<string, readonly Claim[]> = new Map([
    ...Map.groupBy(rows, (row) => row.programme_id),
    ...past.map((one) => [one.id, one.claims] as const),
  ]);
  const planned = await plannedProgrammes(tx.db, tx.now);
  const reckoned = scoreForecasts([...planned, ...past], (id) => claims.get(id) ?? [], today);
  const score = reckoned && JSON.stringify(reckoned);
  await tx.db
    .insertInto('programmes.forecast_score')
    .values({ day: today, score })
    .onConflict((conflict) => conflict.column('day').doUpdateSet({ score }))
    .execute();
}
