/** State of one catchment: water on the three parts (m) and, where known, the state of the soil (six numbers of its method). */
export interface SubcatchmentState {
  readonly depths: readonly [number, number, number];
  /** m³/s */
  readonly runoff: number;
  readonly soil: readonly number[];
}

/** The state a run starts from or ended in, in SI and in the model's order of objects. */
export interface HotStart {
  readonly subcatchments: readonly SubcatchmentState[];
  readonly nodes: readonly { readonly depth: number; readonly lateralInflow: number }[];
  readonly links: readonly { readonly flow: number; readonly depth: number; readonly setting: number }[];
}
