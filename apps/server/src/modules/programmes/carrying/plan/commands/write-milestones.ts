import type { ProgrammePlan } from '@makaverse/contract/programmes-plan';
import { sql } from 'kysely';
import type { Transaction } from '#platform/context';
import { judgeMilestones, milestoneChanges, type AskedMilestone, type KeptMilestone } from '../domain/judge-milestones.ts';
import { keptMilestones } from '../queries/kept-plan.ts';
import { closePlan, openPlan, refuseFaults, refuseReplanning, type OpenPlan } from './open-plan.ts';

/** Writes the whole list of milestones. */
export async function writeMilestones(
  tx: Transaction,
  asked: { id: string; planVersion: number; reason?: string | undefined; milestones: readonly AskedMilestone[] },
): Promise<ProgrammePlan> {
  const plan = await openPlan(tx, asked.id, asked.planVersion);
  await saveMilestones(tx, plan, asked);
  return closePlan(tx, plan);
}

/** The same inside a plan that is open already, as the import has it. */
export async function saveMilestones(
  tx: Transaction,
  plan: OpenPlan,
  asked: { readonly reason?: string | undefined; readonly milestones: readonly AskedMilestone[] },
): Promise<void> {
  const { milestones, reason } = asked;
  const kept = await keptMilestones(tx.db, plan.programmeId);
  refuseFaults(tx, judgeMilestones(milestones, { kept, unitIds: plan.facts.parts.map((part) => part.unitId) }));
  const changes = milestoneChanges(milestones, kept);
  refuseReplanning(tx, changes.replanned, reason);
  const ids = milestones.map((one) => one.id ?? tx.newId());
  await removeMilestones(tx, changes.removed);
  for (const [index, one] of milestones.entries()) await saveRow(tx, plan, { one, id: ids[index]!, position: index });
  await writeOrder(tx, milestones, ids);
  await writeReplans(tx, milestones, { kept, reason });
  tx.audit({
    action: 'plan.milestones-written',
    object: 'programme',
    objectId: plan.programmeId,
    data: {
      milestones: milestones.map((one, index) => ({ ...one, id: ids[index] })),
      removed: changes.removed.map((one) => one.id),
      ...(changes.replanned.length > 0 && { replanned: changes.replanned, reason }),
    },
  });
}

async function removeMilestones(tx: Transaction, removed: readonly KeptMilestone[]): Promise<void> {
  const ids = removed.map((one) => one.id);
  await tx.db
    .deleteFrom('programmes.milestone')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
}

async function saveRow(
  tx: Transaction,
  plan: OpenPlan,
  { one, id, position }: { one: AskedMilestone; id: string; position: number },
): Promise<void> {
  const columns = { position, title: one.title, weight: one.weight, unit_id: one.unitId, planned_on: one.plannedOn };
  if (one.id === null)
    await tx.db
      .insertInto('programmes.milestone')
      .values({ ...columns, id, programme_id: plan.programmeId, promised_on: one.promisedOn ?? one.plannedOn })
      .execute();
  // The promised date is not written again: it moves only in the ledger, by who promised.
  else
    await tx.db
      .updateTable('programmes.milestone')
      .set({ ...columns, version: sql<number>`version + 1` })
      .where('id', '=', id)
      .execute();
}

async function writeOrder(tx: Transaction, milestones: readonly AskedMilestone[], ids: readonly string[]): Promise<void> {
  await tx.db
    .deleteFrom('programmes.milestone_after')
    .where('milestone_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  const rows = milestones.flatMap((one, index) =>
    [...new Set(one.after)].map((position) => ({ milestone_id: ids[index]!, after_id: ids[position - 1]! })),
  );
  if (rows.length > 0) await tx.db.insertInto('programmes.milestone_after').values(rows).execute();
}

async function writeReplans(
  tx: Transaction,
  milestones: readonly AskedMilestone[],
  { kept, reason }: { kept: readonly KeptMilestone[]; reason: string | undefined },
): Promise<void> {
  const before = new Map(kept.map((one) => [one.id, one.plannedOn]));
  const rows = milestones.flatMap((one) => {
    const from = one.id === null ? undefined : before.get(one.id);
    if (from === undefined || from === one.plannedOn) return [];
    return [
      {
        id: tx.newId(),
        milestone_id: one.id!,
        by_id: tx.actor.personId,
        at: tx.now,
        from_on: from,
        to_on: one.plannedOn,
        reason: reason ?? '',
      },
    ];
  });
  if (rows.length > 0) await tx.db.insertInto('programmes.replan').values(rows).execute();
}
