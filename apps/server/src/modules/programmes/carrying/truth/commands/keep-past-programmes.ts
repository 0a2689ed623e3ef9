import type { CivilDate } from '@makaverse/calendar';
import type { Transaction } from '#platform/context';
import type { PlannedProgramme } from '../domain/draw-forecasts.ts';
import type { Claim } from '../domain/score-forecasts.ts';

/** A programme of earlier years: what was planned, what came, and what its owner claimed on the way, the oldest first. */
export interface PastProgramme {
  readonly name: string;
  readonly unitId: string;
  readonly isSynthetic: boolean;
  readonly startOn: CivilDate;
  readonly milestones: PlannedProgramme['milestones'];
  readonly claims: readonly Claim[];
}

/** Keeps programmes of earlier years for forecasts to learn from, in one statement; they stand in no list. */
export async function keepPastProgrammes(tx: Transaction<null>, past: readonly PastProgramme[]): Promise<void> {
  const rows = past.map((one) => ({
    id: tx.newId(),
    name: one.name,
    unit_id: one.unitId,
    is_synthetic: one.isSynthetic,
    start_on: one.startOn,
    milestones: JSON.stringify(one.milestones),
    claims: JSON.stringify(one.claims),
  }));
  await tx.db.insertInto('programmes.past_programme').values(rows).execute();
  tx.audit({
    action: 'past-programmes.kept',
    object: 'past-programmes',
    objectId: 'all',
    data: { programmes: rows.length, synthetic: past.filter((one) => one.isSynthetic).length },
  });
}
