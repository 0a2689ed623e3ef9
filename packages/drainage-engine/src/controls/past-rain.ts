import { rainStairs } from '../hydrology/gauges.ts';
import type { DrainageModel } from '../model/drainage-model.ts';

const HOUR = 3600;

/**
 * Rain of the past hours at a gauge, as rules ask for it (`6-HR_DEPTH`; SWMM 5.2 User's Manual, [CONTROLS]). Whole hours since the start of
 * the run count: the hour that runs is not among them, as a run of SWMM 5.2.2 shows. Before the start no rain is known.
 */
export class PastRain {
  readonly #start: number;
  /** By gauge: m fallen since the start at the end of each whole hour. */
  readonly #sums: readonly Float64Array[];

  constructor(model: DrainageModel) {
    const { start, end, ignored } = model.options;
    this.#start = start;
    const hours = Math.max(0, Math.floor((end - start) / HOUR));
    const factors = ignored.rainfall ? Array.from({ length: 12 }, () => 0) : model.adjustments.rainfall;
    this.#sums = rainStairs(model).map(({ starts, rates }) => {
      const sums = new Float64Array(hours + 1);
      for (let k = 0; k < starts.length; k++) {
        const until = Math.min(end, starts[k + 1] ?? end);
        for (let at = Math.max(start, starts[k]!); at < until;) {
          const hour = Math.floor((at - start) / HOUR);
          const stop = Math.min(until, start + (hour + 1) * HOUR);
          const factor = factors === null ? 1 : (factors[new Date(at * 1000).getUTCMonth()] ?? 1);
          if (hour < hours) sums[hour + 1]! += rates[k]! * factor * (stop - at);
          at = stop;
        }
      }
      for (let h = 1; h <= hours; h++) sums[h]! += sums[h - 1]!;
      return sums;
    });
  }

  /** m in the last so many whole hours before a moment (s since 1970); 0 for a gauge that is not there. */
  depth(gauge: number, hours: number, moment: number): number {
    const sums = this.#sums[gauge];
    if (sums === undefined) return 0;
    // A moment that falls short of the hour by rounding is that hour.
    const now = Math.min(sums.length - 1, Math.max(0, Math.floor((moment - this.#start + 1e-3) / HOUR)));
    return sums[now]! - sums[Math.max(0, now - hours)]!;
  }
}
