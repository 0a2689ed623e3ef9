import type { PlanFault } from './plan-fault.ts';

/** A value on a day. */
export interface ValueOn {
  readonly on: string;
  readonly value: number;
}

/** An indicator as it is asked for. */
export interface AskedIndicator {
  readonly id: string | null;
  readonly name: string;
  readonly measure: string;
  readonly baseline: ValueOn;
  readonly target: ValueOn;
  readonly points: readonly ValueOn[];
}

/** An indicator as it stands. */
export type KeptIndicator = AskedIndicator & { readonly id: string; readonly hasHistory: boolean };

/** What is wrong with a list of indicators: dates must run from the baseline over the points to the target. */
export function judgeIndicators(asked: readonly AskedIndicator[], kept: readonly KeptIndicator[]): PlanFault[] {
  const ids = new Set(kept.map((one) => one.id));
  const seen = new Set<string>();
  const faults: PlanFault[] = [];
  const fault = (row: number, field: string, code: string, params?: PlanFault['params']): void => {
    faults.push({ list: 'indicators', row, field, code, ...(params && { params }) });
  };
  asked.forEach((one, row) => {
    if (one.id !== null && !ids.has(one.id)) fault(row, 'id', 'row-unknown');
    if (one.id !== null && seen.has(one.id)) fault(row, 'id', 'row-twice');
    if (one.id !== null) seen.add(one.id);
    if (one.baseline.on >= one.target.on) fault(row, 'targetOn', 'target-before-baseline');
    const days = new Set<string>();
    for (const point of one.points) {
      if (point.on <= one.baseline.on || point.on >= one.target.on) fault(row, `plan ${point.on}`, 'point-outside');
      else if (days.has(point.on)) fault(row, `plan ${point.on}`, 'day-twice');
      days.add(point.on);
    }
  });
  for (const gone of kept.filter((one) => !seen.has(one.id) && one.hasHistory))
    fault(asked.length, 'name', 'indicator-has-values', { title: gone.name });
  return faults;
}

/** Names of the indicators whose measure would change: baseline, target, the way between, or struck out. */
export function replannedIndicators(asked: readonly AskedIndicator[], kept: readonly KeptIndicator[]): string[] {
  const byId = new Map(asked.map((one) => [one.id, one]));
  return kept
    .filter((before) => {
      const one = byId.get(before.id);
      return !one || one.measure !== before.measure || shapeOf(one) !== shapeOf(before);
    })
    .map((one) => one.name);
}

/** Its planned way as one word, for comparison. */
export function shapeOf(one: Pick<AskedIndicator, 'baseline' | 'target' | 'points'>): string {
  return trajectoryOf(one)
    .map(({ on, value }) => `${on} ${value}`)
    .join('; ');
}

/** Baseline, points by date, target. */
export function trajectoryOf(one: Pick<AskedIndicator, 'baseline' | 'target' | 'points'>): ValueOn[] {
  return [one.baseline, ...one.points.toSorted((a, b) => (a.on < b.on ? -1 : 1)), one.target];
}
