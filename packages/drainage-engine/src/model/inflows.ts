/** Water put into a node from outside: flow = baseline · pattern + scale · series (series in the file's flow unit). */
export interface ExternalInflow {
  readonly node: string;
  readonly series: string | null;
  readonly scale: number;
  /** m³/s */
  readonly baseline: number;
  readonly baselinePattern: string | null;
}

/** Waste water: an average in m³/s and up to four patterns that multiply it. */
export interface DryWeatherFlow {
  readonly node: string;
  readonly average: number;
  readonly patterns: readonly string[];
}

/**
 * Water that an interface file brings to a node: moments (s since 1970, the model's clock) and flows in m³/s, straight between, nothing
 * outside. `routing`: what another model left at a node of this name. `rdii`: rain-dependent inflow and infiltration.
 */
export interface InterfaceInflow {
  readonly node: string;
  readonly source: 'routing' | 'rdii';
  readonly times: readonly number[];
  readonly flows: readonly number[];
}

/** A file that the run uses or saves ([FILES]). */
export interface ModelFile {
  readonly action: 'use' | 'save';
  readonly kind: 'rainfall' | 'runoff' | 'rdii' | 'hotstart' | 'inflows' | 'outflows';
  readonly path: string;
}

/** What of a run goes into the files ([REPORT]). `all`, `none` or names. */
export interface ReportChoice {
  readonly input: boolean;
  readonly continuity: boolean;
  readonly flowStatistics: boolean;
  readonly controls: boolean;
  readonly averages: boolean;
  readonly subcatchments: 'all' | 'none' | readonly string[];
  readonly nodes: 'all' | 'none' | readonly string[];
  readonly links: 'all' | 'none' | readonly string[];
}
