import { witaDate } from '@makaverse/calendar';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { drawForecasts } from '../domain/draw-forecasts.ts';
import { pastProgrammes, plannedProgrammes } from '../queries/planned-programmes.ts';
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

/** Draws the forecasts and keeps how each programme stands on this day. */
export async function keepStanding(tx: Transaction<null>, { programmeId }: StandingJob): Promise<void> {
  const planned = [...(await plannedProgrammes(tx.db, tx.now)), ...(await pastProgrammes(tx.db, tx.now))];
  const today = witaDate(tx.now);
  const watched = await watchedProgrammes(tx.db, tx.now, programmeId === undefined ? null : [programmeId]);
  const forecasts = drawForecasts(planned, today, new Set(watched.keys()));
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
}
