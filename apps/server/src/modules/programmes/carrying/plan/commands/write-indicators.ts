import type { ProgrammePlan } from '@makaverse/contract/programmes-plan';
import { sql } from 'kysely';
import type { Transaction } from '#platform/context';
import { judgeIndicators, replannedIndicators, trajectoryOf, type AskedIndicator } from '../domain/judge-indicators.ts';
import { keptIndicators } from '../queries/kept-plan.ts';
import { closePlan, openPlan, refuseFaults, refuseReplanning, type OpenPlan } from './open-plan.ts';

/** Writes the whole list of indicators. */
export async function writeIndicators(
  tx: Transaction,
  asked: { id: string; planVersion: number; reason?: string | undefined; indicators: readonly AskedIndicator[] },
): Promise<ProgrammePlan> {
  const plan = await openPlan(tx, asked.id, asked.planVersion);
  await saveIndicators(tx, plan, asked);
  return closePlan(tx, plan);
}

/** The same inside a plan that is open already; the ids in the order of the list. */
export async function saveIndicators(
  tx: Transaction,
  plan: OpenPlan,
  { indicators, reason }: { readonly reason?: string | undefined; readonly indicators: readonly AskedIndicator[] },
): Promise<string[]> {
  const kept = await keptIndicators(tx.db, plan.programmeId);
  refuseFaults(tx, judgeIndicators(indicators, kept));
  const replanned = replannedIndicators(indicators, kept);
  refuseReplanning(tx, replanned, reason);
  const stay = new Set(indicators.map((one) => one.id));
  const removed = kept.filter((one) => !stay.has(one.id)).map((one) => one.id);
  await tx.db
    .deleteFrom('programmes.indicator')
    .where('id', '=', sql<string>`any(${removed}::uuid[])`)
    .execute();
  const ids = indicators.map((one) => one.id ?? tx.newId());
  for (const [position, one] of indicators.entries()) {
    const columns = {
      position,
      name: one.name,
      measure: one.measure,
      baseline_on: one.baseline.on,
      baseline: one.baseline.value,
      target_on: one.target.on,
      target: one.target.value,
      points: JSON.stringify(trajectoryOf(one).slice(1, -1)),
    };
    const id = ids[position]!;
    if (one.id === null)
      await tx.db
        .insertInto('programmes.indicator')
        .values({ ...columns, id, programme_id: plan.programmeId })
        .execute();
    else await tx.db.updateTable('programmes.indicator').set(columns).where('id', '=', id).execute();
  }
  tx.audit({
    action: 'plan.indicators-written',
    object: 'programme',
    objectId: plan.programmeId,
    data: {
      indicators: indicators.map((one, at) => ({ ...one, id: ids[at] })),
      removed,
      ...(replanned.length > 0 && { replanned, reason }),
    },
  });
  return ids;
}
