/** What the reporter needs of the catchments; one entry a catchment in the model's order. Rates m/s, flows m3/s, areas m2. */
export type RunoffReport = {
  readonly rainfall: Float64Array;
  readonly evaporation: Float64Array;
  readonly infiltration: Float64Array;
  readonly oldRunoff: Float64Array;
  readonly runoff: Float64Array;
  readonly area: Float64Array;
  /** Where the moment of the report lies between the last two runoff steps, 0 to 1. */
  share: number;
};
