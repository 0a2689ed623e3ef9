import { addDays, witaDate } from '@makaverse/calendar';
import { sql } from 'kysely';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { drawForecasts } from '../domain/draw-forecasts.ts';
import { scoreForecasts, type Claim } from '../domain/score-forecasts.ts';
import { plannedProgrammes } from '../queries/planned-programmes.ts';
import { watchedProgrammes } from '../queries/watched-programmes.ts';

/** Which programme to look at again; all of them, each night, where none is named. */
export interface StandingJob {
  readonly programmeId?: string;
}
export const keepStandingJob = 'programmes.keep-standing';

/** To be called by whatever changes a plan, a report or a judgement: the forecast is drawn again soon after. */
export function noteStandingChange(tx: Pick<Transaction<Actor | null>, 'enqueue' | 'touch'>, programmeId: string): void {
  tx.enqueue({ name: keepStandingJob, payload: { programmeId } });
  tx.touch(`programme:${programmeId}`);
}

/** Draws the forecasts and keeps how each programme stands on this day. Each night the score of earlier forecasts is reckoned too. */
export async function keepStanding(tx: Transaction<null>, { programmeId }: StandingJob): Promise<void> {
  const planned = await plannedProgrammes(tx.db, tx.now);
  const today = witaDate(tx.now);
  const asked = programmeId === undefined ? null : [programmeId];
  const forecasts = drawForecasts(planned, today, asked && new Set(asked));
  const watched = await watchedProgrammes(tx.db, tx.now, asked);
  const rows = [...watched.values()].flatMap(({ id, colour }) => {
    const forecast = forecasts.get(id);
    if (!forecast) return [];
    const chance = forecast.outcome === 'forecast' ? forecast.chance : null;
    return [
      { programme_id: id, day: today, colour: colour?.light ?? null, chance, forecast: JSON.stringify(forecast), computed_at: tx.now },
    ];
  });
  if (rows.length > 0) {
    await tx.db
      .insertInto('programmes.standing')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['programme_id', 'day']).doUpdateSet((set) => ({
          colour: set.ref('excluded.colour'),
          chance: set.ref('excluded.chance'),
          forecast: set.ref('excluded.forecast'),
          computed_at: set.ref('excluded.computed_at'),
        })),
      )
      .execute();
  }
  tx.touch(...rows.map((row) => `programme:${row.programme_id}`));
  if (programmeId === undefined) await keepScore(tx, planned, today);
}

/** Once a week is often enough for what changes with each programme that comes due. */
async function keepScore(tx: Transaction<null>, planned: Parameters<typeof scoreForecasts>[0], today: string): Promise<void> {
  const last = await tx.db
    .selectFrom('programmes.forecast_score')
    .select('day')
    .where('day', '>', addDays(today, -7))
    .where('day', '<=', today)
    .executeTakeFirst();
  if (last) return;
  // The last word of each month: what an owner claims from week to week repeats itself.
  const { rows } = await sql<Claim & { programme_id: string }>`
    select distinct on (programme_id, date_trunc('month', at)) programme_id, to_char(at at time zone 'Asia/Makassar', 'YYYY-MM-DD') as "on", progress
    from programmes.check_in order by programme_id, date_trunc('month', at), at desc`.execute(tx.db);
  const claims = Map.groupBy(rows, (row) => row.programme_id);
  const score = scoreForecasts(planned, (id) => claims.get(id) ?? [], today);
  await tx.db
    .insertInto('programmes.forecast_score')
    .values({ day: today, score: score && JSON.stringify(score) })
    .execute();
}
