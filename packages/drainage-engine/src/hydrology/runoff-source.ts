/**
 * What the reporter needs of the catchments; one entry a catchment in the model's order. Rates m/s, flows m3/s, areas m2. What is only
 * reported is kept as precisely as reports are.
 */
export type RunoffReport = {
  /** Rain by gauge, and the gauge of each catchment (-1: none). */
  readonly rain: Float64Array;
  readonly gauge: Int32Array;
  /** Rain by catchment where a record is played that tells it, else empty. */
  rainfall: Float32Array;
  /** Empty until something evaporates. */
  evaporation: Float32Array;
  readonly infiltration: Float32Array;
  readonly oldRunoff: Float32Array;
  readonly runoff: Float64Array;
  readonly area: Float64Array;
  /** Where the moment of the report lies between the last two runoff steps, 0 to 1. */
  share: number;
};
