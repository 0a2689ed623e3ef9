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
  /** What each catchment did; null where only the nodes' flows were kept. */
  readonly catchments: CatchmentRecord | null;
};

/** Numbers a catchment in a `CatchmentRecord`: rain, evaporation and infiltration, m/s, and runoff, m3/s. */
export const CATCHMENT_NUMBERS = 4;

/** The steps of all catchments, one array a time of the record, `CATCHMENT_NUMBERS` numbers a catchment in the model's order. */
export type CatchmentRecord = readonly Float32Array[];

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
