import type { ProgrammePlan } from '@makaverse/contract/programmes-plan';
import { sql } from 'kysely';
import type { Transaction } from '#platform/context';
import { judgeBudget, type AskedLine } from '../domain/judge-budget.ts';
import { keptLines } from '../queries/kept-plan.ts';
import { closePlan, openPlan, refuseFaults, type OpenPlan } from './open-plan.ts';

/** Writes the whole list of budget lines. Budgets are changed by law in the middle of the year, so this is no re-planning. */
export async function writeBudget(
  tx: Transaction,
  asked: { id: string; planVersion: number; lines: readonly AskedLine[] },
): Promise<ProgrammePlan> {
  const plan = await openPlan(tx, asked.id, asked.planVersion);
  await saveBudget(tx, plan, asked.lines);
  return closePlan(tx, plan);
}

/** The same inside a plan that is open already; the ids in the order of the list. */
export async function saveBudget(tx: Transaction, plan: OpenPlan, lines: readonly AskedLine[]): Promise<string[]> {
  const kept = await keptLines(tx.db, plan.programmeId);
  refuseFaults(tx, judgeBudget(lines, kept));
  const stay = new Set(lines.map((one) => one.id));
  const removed = kept.filter((one) => !stay.has(one.id)).map((one) => one.id);
  await tx.db
    .deleteFrom('programmes.budget_line')
    .where('id', '=', sql<string>`any(${removed}::uuid[])`)
    .execute();
  const ids = lines.map((one) => one.id ?? tx.newId());
  for (const [position, one] of lines.entries()) {
    const { code, name, ceiling, contract } = one;
    const spending = JSON.stringify(one.plan.toSorted((a, b) => (a.on < b.on ? -1 : 1)));
    const columns = { position, code, name, ceiling, contract, plan: spending };
    const id = ids[position]!;
    if (one.id === null)
      await tx.db
        .insertInto('programmes.budget_line')
        .values({ ...columns, id, programme_id: plan.programmeId })
        .execute();
    else await tx.db.updateTable('programmes.budget_line').set(columns).where('id', '=', id).execute();
  }
  tx.audit({
    action: 'plan.budget-written',
    object: 'programme',
    objectId: plan.programmeId,
    data: { lines: lines.map((one, at) => ({ ...one, id: ids[at] })), removed },
  });
  return ids;
}
