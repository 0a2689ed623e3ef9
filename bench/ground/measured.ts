/** One line of the table. */
export interface Measured {
  readonly promise: string;
  readonly measured: string;
  readonly target: string;
  /** Null where nothing was promised and the number only explains another. */
  readonly isKept: boolean | null;
}

/** The middle value; of two middle ones the lower. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below or at which that share of the values lies (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}

/** Milliseconds a piece of work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
