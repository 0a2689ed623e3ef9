import type { FlowUnit } from './units.ts';

/**
 * Values at report times: one Float32Array a variable, `values[period * names.length + object]`, in SI (rain, infiltration and evaporation in m/s).
 */
export interface ResultBlock<Variable extends string> {
  readonly names: readonly string[];
  readonly values: Readonly<Record<Variable, Float32Array>>;
}

/** Order as in a SWMM 5 binary `.out`. */
export const subcatchmentVariables = [
  'rainfall',
  'snowDepth',
  'evaporation',
  'infiltration',
  'runoff',
  'groundwaterFlow',
  'groundwaterLevel',
  'soilMoisture',
] as const;
/** `inflow` is lateral plus from links. */
export const nodeVariables = ['depth', 'head', 'volume', 'lateralInflow', 'inflow', 'flooding'] as const;
/** `capacity` is the share of the full area that is filled, or the setting of a pump, orifice, weir or outlet. */
export const linkVariables = ['flow', 'depth', 'velocity', 'volume', 'capacity'] as const;
/** Sums over the whole system; temperature in degrees C. */
export const systemVariables = [
  'temperature',
  'rainfall',
  'snowDepth',
  'infiltration',
  'runoff',
  'dryWeatherFlow',
  'groundwaterFlow',
  'rdii',
  'externalInflow',
  'totalInflow',
  'flooding',
  'outflow',
  'storage',
  'evaporation',
  'potentialEvaporation',
] as const;

/** See `subcatchmentVariables`. */
export type SubcatchmentVariable = (typeof subcatchmentVariables)[number];
/** See `nodeVariables`. */
export type NodeVariable = (typeof nodeVariables)[number];
/** See `linkVariables`. */
export type LinkVariable = (typeof linkVariables)[number];
/** See `systemVariables`. */
export type SystemVariable = (typeof systemVariables)[number];

/** Everything that was reported at regular times. */
export interface ReportedSeries {
  readonly flowUnit: FlowUnit;
  /** Moment of each period, s since 1970-01-01T00:00 on the model's clock. */
  readonly times: Float64Array;
  /** s */
  readonly reportStep: number;
  readonly subcatchments: ResultBlock<SubcatchmentVariable>;
  readonly nodes: ResultBlock<NodeVariable>;
  readonly links: ResultBlock<LinkVariable>;
  /** `names` is `['system']`. */
  readonly system: ResultBlock<SystemVariable>;
}

/** Sums of the run, m³. `continuityError` is a fraction: 0.001 is 0.1 %. */
export interface RunoffBalance {
  readonly rainfall: number;
  /** From outfalls that lead to catchments. */
  readonly runon: number;
  readonly evaporation: number;
  readonly infiltration: number;
  readonly runoff: number;
  readonly initialStorage: number;
  readonly finalStorage: number;
  readonly continuityError: number;
}

/** Sums of the run, m³. */
export interface RoutingBalance {
  readonly dryWeatherInflow: number;
  readonly wetWeatherInflow: number;
  readonly externalInflow: number;
  /** Rain-dependent inflow and infiltration, from an interface file. */
  readonly rdiiInflow: number;
  readonly outflow: number;
  readonly flooding: number;
  readonly evaporation: number;
  readonly seepage: number;
  readonly initialStorage: number;
  readonly finalStorage: number;
  readonly continuityError: number;
}

/** Statistics of nodes over all steps, in the model's order. Times are s since the run's start; volumes m³, flows m³/s, depths m. */
export interface NodeStatistics {
  readonly averageDepth: Float64Array;
  readonly maximumDepth: Float64Array;
  readonly maximumDepthTime: Float64Array;
  readonly maximumLateralInflow: Float64Array;
  readonly maximumInflow: Float64Array;
  readonly maximumInflowTime: Float64Array;
  readonly lateralInflowVolume: Float64Array;
  readonly inflowVolume: Float64Array;
  /** Fraction. */
  readonly continuityError: Float64Array;
  readonly surchargedSeconds: Float64Array;
  readonly floodedSeconds: Float64Array;
  readonly maximumFlooding: Float64Array;
  readonly maximumFloodingTime: Float64Array;
  readonly floodVolume: Float64Array;
  readonly maximumPondedVolume: Float64Array;
  readonly averageVolume: Float64Array;
  readonly maximumVolume: Float64Array;
  readonly maximumVolumeTime: Float64Array;
  /** Of outfalls: seconds with outflow, and the largest and total outflow. */
  readonly flowingSeconds: Float64Array;
  readonly maximumOutflow: Float64Array;
  readonly outflowVolume: Float64Array;
}

/** Statistics of links over all steps, in the model's order. */
export interface LinkStatistics {
  /** Absolute value. */
  readonly maximumFlow: Float64Array;
  readonly maximumFlowTime: Float64Array;
  readonly maximumVelocity: Float64Array;
  readonly maximumDepth: Float64Array;
  /** Of the section as it lies (sediment taken off); 0 where it does not apply. */
  readonly fullDepth: Float64Array;
  readonly fullFlow: Float64Array;
  readonly surchargedSeconds: Float64Array;
  readonly capacityLimitedSeconds: Float64Array;
  /** Steps that cut this link's Courant number. */
  readonly criticalSteps: Float64Array;
  readonly flowTurns: Float64Array;
  /** Pumps: seconds on, starts, m³ and joules. */
  readonly onSeconds: Float64Array;
  readonly starts: Float64Array;
  readonly flowVolume: Float64Array;
  readonly energy: Float64Array;
}

/** Statistics of catchments, in the model's order, m³ and m³/s. */
export interface SubcatchmentStatistics {
  readonly rainfall: Float64Array;
  readonly runon: Float64Array;
  readonly evaporation: Float64Array;
  readonly infiltration: Float64Array;
  readonly imperviousRunoff: Float64Array;
  readonly perviousRunoff: Float64Array;
  readonly runoff: Float64Array;
  readonly maximumRunoff: Float64Array;
}

/** How the steps went. Step lengths in s. */
export interface StepStatistics {
  readonly steps: number;
  readonly minimumStep: number;
  readonly averageStep: number;
  readonly maximumStep: number;
  /** Share of the routed time that was skipped as steady. */
  readonly steadyShare: number;
  readonly averageTrials: number;
  /** Fraction of steps that used all trials without converging. */
  readonly notConverging: number;
  /** Upper bounds (s) and shares of a histogram of step lengths. */
  readonly histogram: readonly { readonly upTo: number; readonly share: number }[];
}

/** A setting that a control rule changed. */
export interface ControlAction {
  /** s since 1970 on the model's clock */
  readonly moment: number;
  readonly link: string;
  readonly setting: number;
  readonly rule: string;
}

/** All that a run gives back. */
export interface RunResults {
  readonly series: ReportedSeries;
  readonly runoff: RunoffBalance;
  readonly routing: RoutingBalance;
  readonly steps: StepStatistics;
  readonly nodes: NodeStatistics;
  readonly links: LinkStatistics;
  readonly subcatchments: SubcatchmentStatistics;
  /** Only where the model asks for them ([REPORT] CONTROLS YES), the first 10,000. */
  readonly controlActions: readonly ControlAction[];
  readonly warnings: readonly string[];
}
