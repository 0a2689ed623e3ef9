import type { AmountOn } from './judge-budget.ts';

/** A share of the whole on a day. */
export interface PercentOn {
  readonly on: string;
  readonly percent: number;
}

/**
 * How much of the whole is done by each date, from 0 up: weights summed up by date against the sum of all weights. A milestone
 * without a date adds to the whole only, so that what is not done lowers the curve.
 */
export function progressCurve(milestones: readonly { readonly weight: number; readonly on: string | null }[], from: string): PercentOn[] {
  const whole = milestones.reduce((sum, one) => sum + one.weight, 0);
  if (whole === 0) return [];
  const dated = milestones.filter((one) => one.on !== null);
  const byDay = Map.groupBy(dated, (one) => one.on!);
  let done = 0;
  const steps = [...byDay.keys()].toSorted().map((on) => {
    done += byDay.get(on)!.reduce((sum, one) => sum + one.weight, 0);
    return { on, percent: (100 * done) / whole };
  });
  return steps[0] && steps[0].on <= from ? steps : [{ on: from, percent: 0 }, ...steps];
}

/** Sums of several lines on every date on which one of them says something; between its dates a line stays at what it said last. */
export function sumByDate(lines: readonly (readonly AmountOn[])[]): AmountOn[] {
  const days = [...new Set(lines.flatMap((line) => line.map((point) => point.on)))].toSorted();
  const sorted = lines.map((line) => line.toSorted((a, b) => (a.on < b.on ? -1 : 1)));
  const next = sorted.map(() => 0);
  const last = sorted.map(() => 0);
  return days.map((on) => {
    sorted.forEach((line, index) => {
      while (line[next[index]!] && line[next[index]!]!.on <= on) {
        last[index] = line[next[index]!]!.amount;
        next[index]! += 1;
      }
    });
    return { on, amount: last.reduce((sum, amount) => sum + amount, 0) };
  });
}

/** What stands between two dated values, joined by straight lines; outside, the nearest. null where nothing is dated. */
export function valueAt(points: readonly { readonly on: string; readonly value: number }[], on: string): number | null {
  const days = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  const after = points.findIndex((point) => point.on >= on);
  if (after === -1) return points.at(-1)?.value ?? null;
  const [right, left] = [points[after]!, points[after - 1]];
  if (!left || right.on === on) return right.value;
  return left.value + ((right.value - left.value) * (days(on) - days(left.on))) / (days(right.on) - days(left.on));
}

/** Of several words about the same day, the last said. */
export function latestByDay<T extends { readonly on: string; readonly at: Date; readonly id: string }>(reports: readonly T[]): T[] {
  const sorted = reports.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  const byDay = new Map(sorted.map((one) => [one.on, one]));
  return [...byDay.values()].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
