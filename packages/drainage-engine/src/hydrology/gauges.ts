import type { DrainageModel } from '../model/drainage-model.ts';
import type { Gauge } from '../model/rain.ts';
import { userUnits } from '../model/units.ts';

/** Rain of one gauge as a staircase: `rates[k]` m/s from `starts[k]` (s since 1970) on. */
type Staircase = { readonly starts: Float64Array; readonly rates: Float64Array };

/**
 * Rain records as intensities (SWMM Reference Manual Vol. I, section 2.2): a value holds for the gauge's interval from its own time on,
 * or until the next value where that comes sooner; before, between and after is dry.
 */
export function staircase(
  times: readonly number[],
  values: readonly number[],
  form: Gauge['form'],
  interval: number,
  units: {
    readonly rate: number;
    readonly depth: number;
  },
): Staircase {
  const starts: number[] = [];
  const rates: number[] = [];
  const push = (start: number, rate: number): void => {
    if (rates.at(-1) === rate) return;
    starts.push(start);
    rates.push(rate);
  };
  let total = 0;
  for (let k = 0; k < times.length; k++) {
    // To the second, as SWMM's clock of rain goes: a third of an hour written 0.333 would leave gaps and runoff steps of their own.
    const from = Math.round(times[k]!);
    const next = k + 1 < times.length ? Math.round(times[k + 1]!) : Infinity;
    const until = Math.min(next, from + interval);
    const value = values[k]!;
    let rate: number;
    if (form === 'intensity') rate = value * units.rate;
    else if (form === 'volume') rate = (value * units.depth) / interval;
    else {
      // A cumulative record that falls back has been emptied: it counts from 0 again.
      const fallen = value >= total ? value - total : value;
      total = value;
      rate = (fallen * units.depth) / interval;
    }
    push(from, Math.max(0, rate));
    if (until < next) push(until, 0);
  }
  return { starts: Float64Array.from(starts), rates: Float64Array.from(rates) };
}

/** The rain of every gauge of a model, without monthly factors. */
export function rainStairs(model: DrainageModel): Staircase[] {
  const units = userUnits(model.options.flowUnit);
  const series = new Map(model.series.map((one) => [one.name, one]));
  return model.gauges.map(({ source, form, interval }) => {
    const step = interval > 0 ? interval : 3600;
    if (source.kind === 'series') {
      const one = series.get(source.series);
      const origin = one?.origin === 'start' ? model.options.start : 0;
      const times = (one?.times ?? []).map((time) => time + origin);
      return staircase(times, one?.values ?? [], form, step, { rate: units.rainRate, depth: units.rainDepth });
    }
    const { times, depths, interval: recorded } = source.rain ?? { times: [], depths: [], interval: step };
    return staircase(times, depths, 'volume', recorded, { rate: 1, depth: 1 });
  });
}

/** All gauges of a model with the rain of the moment. */
export class Gauges {
  /** m/s, by gauge. */
  readonly rates: Float64Array;
  readonly #stairs: readonly Staircase[];
  readonly #at: Int32Array;
  readonly #monthly: readonly number[] | null;

  constructor(model: DrainageModel) {
    this.#stairs = rainStairs(model);
    this.rates = new Float64Array(model.gauges.length);
    this.#at = new Int32Array(model.gauges.length).fill(-1);
    this.#monthly = model.options.ignored.rainfall ? Array.from({ length: 12 }, () => 0) : model.adjustments.rainfall;
  }

  /**
   * Sets `rates` to the rain that begins at or holds at a moment.
   *
   * @returns the moment at which any gauge changes next, Infinity if none
   */
  moveTo(moment: number): number {
    let next = Infinity;
    const factor = this.#monthly === null ? 1 : (this.#monthly[new Date(moment * 1000).getUTCMonth()] ?? 1);
    this.#stairs.forEach(({ starts, rates }, g) => {
      let k = this.#at[g]!;
      // A thousandth of a second of slack: sums of steps do not land exactly on a record's time.
      while (k + 1 < starts.length && starts[k + 1]! <= moment + 1e-3) k++;
      this.#at[g] = k;
      this.rates[g] = k < 0 ? 0 : rates[k]! * factor;
      if (k + 1 < starts.length && starts[k + 1]! < next) next = starts[k + 1]!;
    });
    return next;
  }
}
