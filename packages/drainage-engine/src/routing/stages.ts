import type { DrainageModel } from '../model/drainage-model.ts';
import type { Outfall } from '../model/nodes.ts';
import { userUnits } from '../model/units.ts';
import { SeriesReader } from './series-reader.ts';
import type { Network } from './network.ts';

/** How one outfall gets its depth: by its link's free or normal depth, or from a level in m at a moment in s since 1970. */
export type Stage =
  | { readonly kind: 'free' }
  | { readonly kind: 'normal' }
  | { readonly kind: 'level'; readonly at: (moment: number) => number };

/** Stages of the outfalls, in the kernel's order. */
export type StageSet = readonly Stage[];

const SECONDS_PER_DAY = 86_400;

/** Reads the stages of a model; a missing curve or series is an error of the caller's, here it is a level of 0. */
export function stageSet(model: DrainageModel, net: Network): StageSet {
  const curves = new Map(model.curves.map((curve) => [curve.name, curve]));
  const series = new Map(model.series.map((one) => [one.name, one]));
  const { length } = userUnits(model.options.flowUnit);
  const stages: Stage[] = [];
  for (let n = net.outfallStart; n < net.nodeCount; n++) {
    const node = model.nodes[net.modelNode[n]!]!;
    const stage = node.kind === 'outfall' ? node.stage : ({ kind: 'free' } as const);
    if (stage.kind === 'fixed') stages.push({ kind: 'level', at: () => stage.level });
    else if (stage.kind === 'tidal') {
      const curve = curves.get(stage.curve);
      const reader = new SeriesReader(curve?.x ?? [], curve?.y ?? []);
      stages.push({ kind: 'level', at: (moment) => reader.at(((moment % SECONDS_PER_DAY) + SECONDS_PER_DAY) % SECONDS_PER_DAY) });
    } else if (stage.kind === 'series') {
      const one = series.get(stage.series);
      const origin = one?.origin === 'start' ? model.options.start : 0;
      const reader = new SeriesReader(one?.times ?? [], one?.values ?? []);
      stages.push({ kind: 'level', at: (moment) => reader.at(moment - origin) * length });
    } else stages.push(stage);
  }
  return stages;
}

/** Highest level of an outfall's water during a run, m (a tidal curve counts whole); -Infinity where it has none of its own. */
export function highestStage({ curves, series, options }: DrainageModel, stage: Outfall['stage']): number {
  if (stage.kind === 'fixed') return stage.level;
  const highest = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), -Infinity);
  if (stage.kind === 'tidal') return highest(curves.find(({ name }) => name === stage.curve)?.y ?? []);
  const one = stage.kind === 'series' ? series.find(({ name }) => name === stage.series) : undefined;
  if (one === undefined) return -Infinity;
  const origin = one.origin === 'start' ? options.start : 0;
  const [first, last] = [options.start - origin, options.end - origin] as const;
  const reader = new SeriesReader(one.times, one.values);
  const within = one.values.filter((_, k) => one.times[k]! > first && one.times[k]! < last);
  return highest([reader.at(first), reader.at(last), ...within]) * userUnits(options.flowUnit).length;
}
