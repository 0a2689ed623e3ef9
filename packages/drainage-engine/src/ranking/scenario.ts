import { underStorm, type StormRain } from '../hydrology/under-storm.ts';
import type { DrainageModel } from '../model/drainage-model.ts';
import type { TimeSeries } from '../model/rain.ts';
import { userUnits } from '../model/units.ts';

/** A storm and how often it comes. */
export type Storm = StormRain & {
  readonly name: string;
  /** Storms a year that this one stands for; see `yearlyShares`. */
  readonly perYear: number;
};

/** A course of the sea during a storm. */
export type Tide = {
  readonly name: string;
  /** Share of storms that meet this sea; over all tides 1. */
  readonly probability: number;
  /** m on the model's datum: one level, or levels over s from the model's start; null leaves the sea of the model. */
  readonly level: number | { readonly times: readonly number[]; readonly levels: readonly number[] } | null;
  /** Outfalls at this sea; left out: all that stand at a level, a tide curve or a series. */
  readonly outfalls?: readonly string[];
};

/** A series name that no file can hold, because names have no spaces. */
const SEA = 'level of the sea';

function withSea(model: DrainageModel, { level, outfalls }: Tide): DrainageModel {
  if (level === null) return model;
  const named = outfalls && new Set(outfalls);
  const { length } = userUnits(model.options.flowUnit);
  const nodes = model.nodes.map((node) => {
    if (node.kind !== 'outfall') return node;
    const stands = node.stage.kind === 'fixed' || node.stage.kind === 'tidal' || node.stage.kind === 'series';
    if (!(named ? named.has(node.name) : stands)) return node;
    return {
      ...node,
      stage: typeof level === 'number' ? { kind: 'fixed' as const, level } : { kind: 'series' as const, series: SEA },
    };
  });
  if (typeof level === 'number') return { ...model, nodes };
  const series: TimeSeries = {
    name: SEA,
    origin: 'start',
    times: level.times,
    values: level.levels.map((one) => one / length),
    file: null,
  };
  return { ...model, nodes, series: [...model.series, series] };
}

/** The model under a storm and a tide. */
export function underScenario(model: DrainageModel, storm: Storm, tide: Tide): DrainageModel {
  return withSea(underStorm(model, storm), tide);
}

/**
 * How many storms a year each of several design storms stands for, so that the sum of share times damage is the trapezium rule over the
 * damage-probability curve; storms more frequent than the first are taken to do no damage, rarer ones that of the last.
 * (Arnell 1989, Water Resources Research 25(12): expected annual damage.)
 *
 * @param returnPeriods years, rising
 * @throws RangeError when they do not rise
 * @example yearlyShares([2, 5, 10]) // [0.15, 0.2, 0.15]
 */
export function yearlyShares(returnPeriods: readonly number[]): number[] {
  const p = returnPeriods.map((years) => 1 / years);
  if (p.some((one, k) => !(one > 0) || (k > 0 && one >= p[k - 1]!)))
    throw new RangeError(`Give return periods in years, rising, not ${returnPeriods.join(', ')}.`);
  return p.map((one, k) => {
    const before = k === 0 ? 0 : (p[k - 1]! - one) / 2;
    const after = k === p.length - 1 ? one : (one - p[k + 1]!) / 2;
    return before + after;
  });
}
