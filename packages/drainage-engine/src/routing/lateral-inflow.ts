import type { DrainageModel } from '../model/drainage-model.ts';
import type { Pattern } from '../model/rain.ts';
import { userUnits } from '../model/units.ts';
import type { Network } from './network.ts';
import { SeriesReader } from './series-reader.ts';

type Inflow = {
  readonly node: number;
  readonly factor: number;
  readonly reader: SeriesReader | null;
  readonly origin: number;
  readonly baseline: number;
  readonly pattern: Pattern | null;
  /** Place of its sum in `inflowSums`. */
  readonly sum: 0 | 2;
};
type Sewage = { readonly node: number; readonly average: number; readonly patterns: readonly Pattern[] };

/** Inflows from outside: direct series and baselines, and waste water with its patterns. */
export type InflowSet = { readonly direct: readonly Inflow[]; readonly sewage: readonly Sewage[] };

/** Nodes whose inflow from outside changes with time. */
export function unsteadyInflows({ direct, sewage }: InflowSet): number[] {
  return [
    ...direct.filter(({ reader, pattern }) => reader !== null || pattern !== null).map(({ node }) => node),
    ...sewage.filter(({ patterns }) => patterns.length > 0).map(({ node }) => node),
  ];
}

/** Reads the inflows of a model. */
export function inflowSet(model: DrainageModel, net: Network): InflowSet {
  const index = new Map(model.nodes.map(({ name }, i) => [name, net.kernelNode[i]!]));
  const series = new Map(model.series.map((one) => [one.name, one]));
  const patterns = new Map(model.patterns.map((one) => [one.name, one]));
  const { flow } = userUnits(model.options.flowUnit);
  const direct: Inflow[] = [];
  for (const inflow of model.inflows) {
    const node = index.get(inflow.node);
    if (node === undefined) continue;
    const one = inflow.series === null ? undefined : series.get(inflow.series);
    direct.push({
      node,
      factor: inflow.scale * flow,
      reader: one === undefined ? null : new SeriesReader(one.times, one.values),
      origin: one?.origin === 'start' ? model.options.start : 0,
      baseline: inflow.baseline,
      pattern: inflow.baselinePattern === null ? null : (patterns.get(inflow.baselinePattern) ?? null),
      sum: 0,
    });
  }
  for (const { node: name, source, times, flows } of model.interfaceInflows) {
    const node = index.get(name);
    if (node === undefined || (source === 'rdii' && model.options.ignored.rdii)) continue;
    const reader = new SeriesReader(times, flows);
    direct.push({ node, factor: 1, reader, origin: 0, baseline: 0, pattern: null, sum: source === 'rdii' ? 2 : 0 });
  }
  const sewage: Sewage[] = [];
  for (const flowOf of model.dryWeatherFlows) {
    const node = index.get(flowOf.node);
    if (node === undefined) continue;
    const own = flowOf.patterns.map((name) => patterns.get(name)).filter((one) => one !== undefined);
    sewage.push({ node, average: flowOf.average, patterns: own });
  }
  return { direct, sewage };
}

/** Multiplier of a pattern at a moment (s since 1970 on the model's clock). */
export function patternFactor(pattern: Pattern, moment: number): number {
  const date = new Date(moment * 1000);
  const day = date.getUTCDay();
  const isWeekend = day === 0 || day === 6;
  switch (pattern.kind) {
    case 'monthly':
      return pattern.factors[date.getUTCMonth()] ?? 1;
    case 'daily':
      return pattern.factors[day] ?? 1;
    case 'hourly':
      return pattern.factors[date.getUTCHours()] ?? 1;
    case 'weekend':
      return isWeekend ? (pattern.factors[date.getUTCHours()] ?? 1) : 1;
  }
}

/** Waste water of one node at a moment: hourly factors give way to weekend ones on Saturdays and Sundays. */
function sewageAt({ average, patterns }: Sewage, moment: number): number {
  const day = new Date(moment * 1000).getUTCDay();
  const isWeekend = day === 0 || day === 6;
  const hasWeekend = patterns.some(({ kind }) => kind === 'weekend');
  let factor = 1;
  for (const pattern of patterns) {
    if (pattern.kind === 'hourly' && isWeekend && hasWeekend) continue;
    factor *= patternFactor(pattern, moment);
  }
  return average * factor;
}

/** Sums of one call, m3/s: direct inflow, waste water, and rain-dependent inflow and infiltration. */
export const inflowSums = new Float64Array(3);

/** Adds the inflows at a moment to the lateral inflow of the nodes; their sums stand in `inflowSums`. */
export function addInflows(set: InflowSet, moment: number, lateral: Float64Array): void {
  inflowSums.fill(0);
  for (const inflow of set.direct) {
    let q = inflow.baseline;
    if (inflow.pattern !== null) q *= patternFactor(inflow.pattern, moment);
    if (inflow.reader !== null) q += inflow.factor * inflow.reader.within(moment - inflow.origin);
    lateral[inflow.node]! += q;
    inflowSums[inflow.sum]! += q;
  }
  for (const sewage of set.sewage) {
    const q = sewageAt(sewage, moment);
    lateral[sewage.node]! += q;
    inflowSums[1]! += q;
  }
}
