import { largestRupiah } from '@makaverse/contract/programmes-plan';
import type { PlanFault } from './plan-fault.ts';

/** Rupiah on a day, summed up to it. */
export interface AmountOn {
  readonly on: string;
  readonly amount: number;
}

/** A budget line as it is asked for. */
export interface AskedLine {
  readonly id: string | null;
  readonly code: string;
  readonly name: string;
  readonly ceiling: number;
  readonly contract: number | null;
  readonly plan: readonly AmountOn[];
}

/** A budget line as it stands. */
export type KeptLine = AskedLine & { readonly id: string; readonly hasHistory: boolean };

/**
 * What is wrong with a list of budget lines. Nobody may bind the city beyond what the budget holds (UU 1/2004, article 3 (3)), so a
 * contract above its ceiling is refused; money planned up to a date never falls, because it is a sum.
 */
export function judgeBudget(asked: readonly AskedLine[], kept: readonly KeptLine[]): PlanFault[] {
  const ids = new Set(kept.map((one) => one.id));
  const seen = new Set<string>();
  const faults: PlanFault[] = [];
  const fault = (row: number, field: string, code: string, params?: PlanFault['params']): void => {
    faults.push({ list: 'money', row, field, code, ...(params && { params }) });
  };
  let total = 0;
  asked.forEach((one, row) => {
    if (one.id !== null && !ids.has(one.id)) fault(row, 'id', 'row-unknown');
    if (one.id !== null && seen.has(one.id)) fault(row, 'id', 'row-twice');
    if (one.id !== null) seen.add(one.id);
    total += one.ceiling;
    if (total > largestRupiah) fault(row, 'ceiling', 'ceilings-too-large', { max: largestRupiah });
    if (one.contract !== null && one.contract > one.ceiling)
      fault(row, 'contract', 'contract-over-ceiling', { contract: one.contract, ceiling: one.ceiling });
    judgeSpendingPlan(one, (on, code, params) => fault(row, `plan ${on}`, code, params));
  });
  for (const gone of kept.filter((one) => !seen.has(one.id) && one.hasHistory))
    fault(asked.length, 'name', 'line-has-reports', { title: gone.name });
  return faults;
}

function judgeSpendingPlan(line: AskedLine, fault: (on: string, code: string, params?: PlanFault['params']) => void): void {
  const sorted = line.plan.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  sorted.forEach((point, at) => {
    const before = sorted[at - 1];
    if (before?.on === point.on) fault(point.on, 'day-twice');
    else if (before && before.amount > point.amount) fault(point.on, 'spending-falls', { amount: point.amount, before: before.amount });
    if (point.amount > line.ceiling) fault(point.on, 'spending-over-ceiling', { amount: point.amount, ceiling: line.ceiling });
  });
}
