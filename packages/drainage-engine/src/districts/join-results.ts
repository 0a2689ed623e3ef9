import type { DrainageModel } from '../model/drainage-model.ts';
import {
  linkVariables,
  nodeVariables,
  subcatchmentVariables,
  systemVariables,
  type ResultBlock,
  type RoutingBalance,
  type RunoffBalance,
  type RunResults,
  type StepStatistics,
  type SystemVariable,
} from '../model/results.ts';
import type { District } from './districts.ts';

/** What a district gave. */
export type DistrictResults = { readonly district: District; readonly results: RunResults };

/** Of the system these are means over the catchments' area, the air's those of the whole model; all others are sums. */
const meansOverArea: ReadonlySet<SystemVariable> = new Set(['rainfall', 'snowDepth', 'infiltration', 'evaporation']);
const ofTheAir: ReadonlySet<SystemVariable> = new Set(['temperature', 'potentialEvaporation']);

type Placed = { readonly places: Int32Array; readonly results: RunResults };

/** Places of a district's objects in the whole. */
function placed(
  whole: readonly { readonly name: string }[],
  parts: readonly DistrictResults[],
  own: (model: DrainageModel) => readonly { readonly name: string }[],
): Placed[] {
  const at = new Map(whole.map(({ name }, i) => [name, i]));
  return parts.map(({ district, results }) => ({ results, places: Int32Array.from(own(district.model).map(({ name }) => at.get(name)!)) }));
}

function joinedBlock<V extends string>(
  whole: readonly { readonly name: string }[],
  variables: readonly V[],
  periods: number,
  parts: readonly (Placed & { readonly block: ResultBlock<V> })[],
): ResultBlock<V> {
  const values = {} as Record<V, Float32Array>;
  for (const variable of variables) {
    const all = new Float32Array(periods * whole.length);
    for (const { block, places } of parts) {
      const own = block.values[variable];
      for (let period = 0; period < periods; period++)
        places.forEach((place, k) => (all[period * whole.length + place] = own[period * places.length + k]!));
    }
    values[variable] = all;
  }
  return { names: whole.map(({ name }) => name), values };
}

/** Statistics by object: each array of the parts is laid into one of the whole. */
function joinedStatistics<S extends object>(count: number, parts: readonly { readonly places: Int32Array; readonly statistics: S }[]): S {
  const keys = Object.keys(parts[0]!.statistics) as (keyof S)[];
  const entries = keys.map((key) => {
    const all = new Float64Array(count);
    for (const { places, statistics } of parts) {
      const own = statistics[key] as Float64Array;
      places.forEach((place, k) => (all[place] = own[k]!));
    }
    return [key, all] as const;
  });
  // Every field of such statistics is an array by object, so that the same keys with arrays are the same type.
  return Object.fromEntries(entries) as S;
}

function joinedSystem(parts: readonly DistrictResults[], periods: number): ResultBlock<SystemVariable> {
  const values = {} as Record<SystemVariable, Float32Array>;
  const areas = parts.map(({ district }) => district.model.subcatchments.reduce((sum, { area }) => sum + area, 0));
  const area = areas.reduce((sum, one) => sum + one, 0);
  for (const variable of systemVariables) {
    const weightOf = (part: number): number => {
      if (ofTheAir.has(variable)) return part === 0 ? 1 : 0;
      if (!meansOverArea.has(variable)) return 1;
      return area > 0 ? areas[part]! / area : 0;
    };
    const all = new Float32Array(periods);
    for (let period = 0; period < periods; period++)
      all[period] = parts.reduce((sum, { results }, part) => sum + weightOf(part) * results.series.system.values[variable][period]!, 0);
    values[variable] = all;
  }
  return { names: ['system'], values };
}

/** Sums of a balance, its error from all errors by what came in. */
function joinedBalance<B extends RunoffBalance | RoutingBalance>(balances: readonly B[], into: (balance: B) => number): B {
  const sums: Record<string, number> = {};
  for (const balance of balances) for (const [key, value] of Object.entries(balance)) sums[key] = (sums[key] ?? 0) + value;
  const all = balances.reduce((sum, balance) => sum + into(balance), 0);
  const lost = balances.reduce((sum, balance) => sum + balance.continuityError * into(balance), 0);
  // Every field of a balance is a number, so that the same keys with numbers are the same type.
  return { ...sums, continuityError: all > 0 ? lost / all : 0 } as B;
}

/** The steps of all districts together: means over all steps, the length of the longest run. */
function joinedSteps(all: readonly StepStatistics[]): StepStatistics {
  const count = Math.max(
    1,
    all.reduce((sum, { steps }) => sum + steps, 0),
  );
  const mean = (value: (one: StepStatistics) => number): number => all.reduce((sum, one) => sum + value(one) * one.steps, 0) / count;
  return {
    steps: Math.max(...all.map(({ steps }) => steps)),
    minimumStep: Math.min(...all.map(({ minimumStep }) => minimumStep)),
    averageStep: mean(({ averageStep }) => averageStep),
    maximumStep: Math.max(...all.map(({ maximumStep }) => maximumStep)),
    steadyShare: mean(({ steadyShare }) => steadyShare),
    averageTrials: mean(({ averageTrials }) => averageTrials),
    notConverging: mean(({ notConverging }) => notConverging),
    histogram: all[0]!.histogram.map(({ upTo }, k) => ({ upTo, share: mean(({ histogram }) => histogram[k]!.share) })),
  };
}

/**
 * Puts the results of a model's districts together, as if it had been run whole. Each district chooses its steps by itself, so that values
 * may differ from those of the whole run within the tolerance of the steps.
 *
 * @param model the whole
 * @param parts results of each of `districtsOf(model)`
 * @example joinResults(model, districtsOf(model, 4).map((district) => ({ district, results: run(district.model) })))
 */
export function joinResults(model: DrainageModel, parts: readonly DistrictResults[]): RunResults {
  const [first] = parts;
  if (first === undefined) throw new RangeError('Give the results of at least one district.');
  if (parts.length === 1) return first.results;
  const { series } = first.results;
  const periods = series.times.length;
  const nodes = placed(model.nodes, parts, (part) => part.nodes);
  const links = placed(model.links, parts, (part) => part.links);
  const catchments = placed(model.subcatchments, parts, (part) => part.subcatchments);
  const blocks = <K extends 'nodes' | 'links' | 'subcatchments'>(list: readonly Placed[], key: K) =>
    list.map((one) => ({ ...one, block: one.results.series[key] }));
  const statistics = <K extends 'nodes' | 'links' | 'subcatchments'>(list: readonly Placed[], key: K) =>
    list.map(({ places, results }) => ({ places, statistics: results[key] }));
  const all = parts.map(({ results }) => results);
  return {
    series: {
      flowUnit: series.flowUnit,
      times: series.times,
      reportStep: series.reportStep,
      subcatchments: joinedBlock(model.subcatchments, subcatchmentVariables, periods, blocks(catchments, 'subcatchments')),
      nodes: joinedBlock(model.nodes, nodeVariables, periods, blocks(nodes, 'nodes')),
      links: joinedBlock(model.links, linkVariables, periods, blocks(links, 'links')),
      system: joinedSystem(parts, periods),
    },
    runoff: joinedBalance(
      all.map(({ runoff }) => runoff),
      ({ rainfall, runon, initialStorage }) => rainfall + runon + initialStorage,
    ),
    routing: joinedBalance(
      all.map(({ routing }) => routing),
      (one) => one.initialStorage + one.dryWeatherInflow + one.wetWeatherInflow + one.externalInflow + one.rdiiInflow,
    ),
    steps: joinedSteps(all.map(({ steps }) => steps)),
    nodes: joinedStatistics(model.nodes.length, statistics(nodes, 'nodes')),
    links: joinedStatistics(model.links.length, statistics(links, 'links')),
    subcatchments: joinedStatistics(model.subcatchments.length, statistics(catchments, 'subcatchments')),
    controlActions: all.flatMap(({ controlActions }) => controlActions).toSorted((a, b) => a.moment - b.moment),
    warnings: [...new Set(all.flatMap(({ warnings }) => warnings))],
  };
}
