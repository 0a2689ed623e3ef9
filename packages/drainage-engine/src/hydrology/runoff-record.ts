import type { RunoffBalance, SubcatchmentStatistics } from '../model/results.ts';

/**
 * The runoff of one storm, kept so that other runs with the same rain and catchments need only the network: flows into the nodes at the
 * ends of the runoff steps.
 */
export type RunoffRecord = {
  /** Names of the nodes that receive runoff. */
  readonly nodes: readonly string[];
  /** s since 1970; the first is the start. */
  readonly times: readonly number[];
  /** m3/s, one array a time, in the order of `nodes`. */
  readonly flows: readonly Float32Array[];
  readonly balance: RunoffBalance;
  readonly statistics: SubcatchmentStatistics;
};

/** A balance of a model without catchments. */
export const noRunoff: RunoffBalance = {
  rainfall: 0,
  runon: 0,
  evaporation: 0,
  infiltration: 0,
  runoff: 0,
  initialStorage: 0,
  finalStorage: 0,
  continuityError: 0,
};

/** Zeroed statistics of `n` catchments. */
export function subcatchmentArrays(n: number): SubcatchmentStatistics {
  const real = (): Float64Array => new Float64Array(n);
  return {
    rainfall: real(), runon: real(), evaporation: real(), infiltration: real(), imperviousRunoff: real(), perviousRunoff: real(),
    runoff: real(), maximumRunoff: real(),
  }; // prettier-ignore
}
