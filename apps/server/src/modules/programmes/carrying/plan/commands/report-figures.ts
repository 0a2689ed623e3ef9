import { witaDate } from '@makaverse/calendar';
import type { ProgrammePlan } from '@makaverse/contract/programmes-plan';
import type { Transaction } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import { ReportOfTomorrow } from '../domain/broken-rules.ts';
import { closePlan, openPlan } from './open-plan.ts';

/** A figure of a day, and to what it belongs. */
interface Reported {
  readonly id: string;
  readonly on: string;
}

/** Reports an indicator's value on a day. Nothing said before is changed: the last word about a day counts. */
export async function reportValue(tx: Transaction, asked: Reported & { readonly value: number }): Promise<ProgrammePlan> {
  const row = await tx.db.selectFrom('programmes.indicator').select('programme_id').where('id', '=', asked.id).executeTakeFirst();
  if (!row) throw new RecordMissing();
  const plan = await openPlan(tx, row.programme_id);
  await addValue(tx, asked);
  return closePlan(tx, plan);
}

/** Reports what was realised of a budget line up to a day. */
export async function reportSpending(tx: Transaction, asked: Reported & { readonly amount: number }): Promise<ProgrammePlan> {
  const row = await tx.db.selectFrom('programmes.budget_line').select('programme_id').where('id', '=', asked.id).executeTakeFirst();
  if (!row) throw new RecordMissing();
  const plan = await openPlan(tx, row.programme_id);
  await addSpending(tx, asked);
  return closePlan(tx, plan);
}

/** The same inside a plan that is open already. */
export async function addValue(tx: Transaction, { id, on, value }: Reported & { readonly value: number }): Promise<void> {
  refuseTomorrow(tx, on);
  const row = { id: tx.newId(), indicator_id: id, on, value, by_id: tx.actor.personId, at: tx.now };
  await tx.db.insertInto('programmes.indicator_value').values(row).execute();
  tx.audit({ action: 'indicator.value-reported', object: 'indicator', objectId: id, data: { on, value } });
}

/** The same inside a plan that is open already. */
export async function addSpending(tx: Transaction, { id, on, amount }: Reported & { readonly amount: number }): Promise<void> {
  refuseTomorrow(tx, on);
  const row = { id: tx.newId(), budget_line_id: id, on, amount, by_id: tx.actor.personId, at: tx.now };
  await tx.db.insertInto('programmes.money_report').values(row).execute();
  tx.audit({ action: 'budget-line.spending-reported', object: 'budget-line', objectId: id, data: { on, amount } });
}

function refuseTomorrow(tx: Transaction, on: string): void {
  if (on > witaDate(tx.now)) throw new ReportOfTomorrow();
}
