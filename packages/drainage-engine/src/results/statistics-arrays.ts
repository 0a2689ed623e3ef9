import type { LinkStatistics, NodeStatistics } from '../model/results.ts';

/** What only nodes under pressure, over their rim or with a pond have. */
export type RareNodes = Pick<
  NodeStatistics,
  | 'surchargedSeconds'
  | 'floodedSeconds'
  | 'maximumFlooding'
  | 'maximumFloodingTime'
  | 'floodVolume'
  | 'maximumPondedVolume'
  | 'averageVolume'
  | 'maximumVolume'
  | 'maximumVolumeTime'
>;

/** What only outfalls have. */
export type Outfalls = Pick<NodeStatistics, 'flowingSeconds' | 'maximumOutflow' | 'outflowVolume'>;

/** What only full pipes and pumps have; `isOn` 1 while a pump runs. */
export type RareLinks = Pick<LinkStatistics, 'surchargedSeconds' | 'capacityLimitedSeconds' | 'onSeconds' | 'starts' | 'energy'> & {
  readonly isOn: Uint8Array;
};

/** Zeros for `n` nodes. */
export function rareNodeArrays(n: number): RareNodes {
  const real = (): Float64Array => new Float64Array(n);
  return {
    surchargedSeconds: real(), floodedSeconds: real(), maximumFlooding: real(), maximumFloodingTime: real(), floodVolume: real(),
    maximumPondedVolume: real(), averageVolume: real(), maximumVolume: real(), maximumVolumeTime: real(),
  }; // prettier-ignore
}

/** Zeros for `n` outfalls. */
export function outfallArrays(n: number): Outfalls {
  return { flowingSeconds: new Float64Array(n), maximumOutflow: new Float64Array(n), outflowVolume: new Float64Array(n) };
}

/** Zeros for `n` nodes. */
export function nodeArrays(n: number): NodeStatistics {
  const real = (): Float64Array => new Float64Array(n);
  return {
    averageDepth: real(), maximumDepth: real(), maximumDepthTime: real(), maximumLateralInflow: real(), maximumInflow: real(),
    maximumInflowTime: real(), lateralInflowVolume: real(), inflowVolume: real(), continuityError: real(), ...rareNodeArrays(n), ...outfallArrays(n),
  }; // prettier-ignore
}

/** Zeros for `n` links. */
export function rareLinkArrays(n: number): RareLinks {
  const real = (): Float64Array => new Float64Array(n);
  return {
    surchargedSeconds: real(), capacityLimitedSeconds: real(), onSeconds: real(), starts: real(), energy: real(), isOn: new Uint8Array(n),
  }; // prettier-ignore
}

/** Zeros for `n` links. */
export function linkArrays(n: number): LinkStatistics {
  const real = (): Float64Array => new Float64Array(n);
  return {
    maximumFlow: real(), maximumFlowTime: real(), maximumVelocity: real(), maximumDepth: real(), fullDepth: real(), fullFlow: real(),
    surchargedSeconds: real(), capacityLimitedSeconds: real(), criticalSteps: real(), flowTurns: real(), onSeconds: real(),
    starts: real(), flowVolume: real(), energy: real(),
  }; // prettier-ignore
}
