/** Something that can be put on the agenda. */
export interface Selectable {
  readonly key: string;
  /** Whole, not negative. */
  readonly value: number;
  /** Whole, at least 1. */
  readonly minutes: number;
}

/** Thrown when a value or a number of minutes is not a whole number in its range: the selection is exact only for those. */
export class NotSelectable extends Error {
  readonly code = 'not-selectable';
  constructor(one: Selectable) {
    super(`"${one.key}" has value ${one.value} and ${one.minutes} minutes; whole numbers are needed, at least 0 and 1.`);
    this.name = 'NotSelectable';
  }
}

/**
 * The keys whose values add up to the most that fits the minutes: the 0/1 knapsack, solved exactly by dynamic programming over the
 * minutes (Bellman 1957; Kellerer, Pferschy, Pisinger, Knapsack Problems, 2004, ch. 2.3) in items × minutes steps.
 * Of several best selections it takes the shortest, and of those the one that holds the earliest keys; so equal data give an equal
 * agenda in whatever order they come.
 */
export function selectWithin(items: readonly Selectable[], minutesGiven: number): ReadonlySet<string> {
  for (const one of items) {
    const isWhole = Number.isSafeInteger(one.value) && Number.isSafeInteger(one.minutes);
    if (!isWhole || one.value < 0 || one.minutes < 1) throw new NotSelectable(one);
  }
  const room = Math.max(0, Math.floor(minutesGiven));
  const sorted = items.filter((one) => one.minutes <= room).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const width = room + 1;
  // best[w]: the most value of the items looked at so far in at most w minutes. Items are looked at from the last key to the first,
  // so that the way back meets the first key first.
  const best = new Float64Array(width);
  const isTaken = new Uint8Array(sorted.length * width);
  for (let index = sorted.length - 1; index >= 0; index -= 1) {
    const { value, minutes } = sorted[index]!;
    for (let within = room; within >= minutes; within -= 1) {
      const withIt = best[within - minutes]! + value;
      if (withIt < best[within]!) continue;
      best[within] = withIt;
      isTaken[index * width + within] = 1;
    }
  }
  // The smallest number of minutes that reaches the most value; with it, items worth nothing are never taken.
  let within = best.indexOf(best[room]!);
  const selected = new Set<string>();
  sorted.forEach((one, index) => {
    if (within < one.minutes || isTaken[index * width + within] === 0) return;
    selected.add(one.key);
    within -= one.minutes;
  });
  return selected;
}
