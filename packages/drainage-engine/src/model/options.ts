import type { FlowUnit } from './units.ts';

/** How infiltration is computed where a catchment names no method of its own. */
export type InfiltrationMethod = 'horton' | 'modified-horton' | 'green-ampt' | 'modified-green-ampt' | 'curve-number';

/** Parts of a model that the file asks to leave out of the run. */
export interface IgnoredProcesses {
  readonly rainfall: boolean;
  readonly snowmelt: boolean;
  readonly groundwater: boolean;
  readonly rdii: boolean;
  readonly routing: boolean;
  readonly quality: boolean;
}

/** A time in which the network is routed, s since 1970 on the model's clock. */
export interface RoutingEvent {
  readonly start: number;
  readonly end: number;
}

/**
 * Analysis options in SI. Moments are seconds since 1970-01-01T00:00 on the model's own clock (it has no time zone); steps are seconds.
 * Defaults are those of the SWMM 5.2 User's Manual, section [OPTIONS].
 */
export interface ModelOptions {
  /** Only says which units the file is written in. */
  readonly flowUnit: FlowUnit;
  readonly infiltration: InfiltrationMethod;
  readonly routing: 'dynamic-wave' | 'kinematic-wave' | 'steady';
  /** Only says how offsets are written; the model always holds heights above the node's invert. */
  readonly linkOffsets: 'depth' | 'elevation';
  readonly forceMainEquation: 'hazen-williams' | 'darcy-weisbach';
  readonly ignored: IgnoredProcesses;
  readonly allowsPonding: boolean;
  readonly skipsSteadyState: boolean;
  /** Fractions (0.05), used only with `skipsSteadyState`. */
  readonly systemFlowTolerance: number;
  readonly lateralFlowTolerance: number;
  readonly start: number;
  readonly reportStart: number;
  readonly end: number;
  /** Street sweeping season as `MM/DD`; kept for the file. */
  readonly sweepStart: string;
  readonly sweepEnd: string;
  /** Days without rain before the start. */
  readonly dryDays: number;
  readonly reportStep: number;
  readonly wetStep: number;
  readonly dryStep: number;
  readonly routingStep: number;
  /** 0 evaluates the control rules at every routing step. */
  readonly ruleStep: number;
  readonly inertialDamping: 'none' | 'partial' | 'full';
  readonly normalFlowLimit: 'slope' | 'froude' | 'both' | 'none';
  readonly surcharge: 'extran' | 'slot';
  /** Courant factor of the variable step; 0 means a fixed step. */
  readonly variableStep: number;
  /** Step for which short conduits are lengthened, s; 0 lengthens none. */
  readonly lengtheningStep: number;
  readonly minimumStep: number;
  /** m² */
  readonly minimumNodeArea: number;
  readonly maximumTrials: number;
  /** m */
  readonly headTolerance: number;
  /** m/m; 0 means only the smallest fall of 0.305 mm is kept. */
  readonly minimumSlope: number;
  readonly threads: number;
}

/**
 * Options of a file that sets none.
 *
 * @example { ...defaultOptions, routing: 'dynamic-wave', end: defaultOptions.start + 6 * 3600 }
 */
export const defaultOptions: ModelOptions = {
  flowUnit: 'CFS',
  infiltration: 'horton',
  routing: 'dynamic-wave',
  linkOffsets: 'depth',
  forceMainEquation: 'hazen-williams',
  ignored: { rainfall: false, snowmelt: false, groundwater: false, rdii: false, routing: false, quality: false },
  allowsPonding: false,
  skipsSteadyState: false,
  systemFlowTolerance: 0.05,
  lateralFlowTolerance: 0.05,
  start: Date.UTC(2004, 0, 1) / 1000,
  reportStart: Date.UTC(2004, 0, 1) / 1000,
  end: Date.UTC(2004, 0, 1) / 1000,
  sweepStart: '01/01',
  sweepEnd: '12/31',
  dryDays: 0,
  reportStep: 900,
  wetStep: 300,
  dryStep: 3600,
  routingStep: 20,
  ruleStep: 0,
  inertialDamping: 'full',
  normalFlowLimit: 'both',
  surcharge: 'extran',
  variableStep: 0,
  lengtheningStep: 0,
  minimumStep: 0.5,
  // 12.566 ft², the area of a manhole 4 ft wide.
  minimumNodeArea: 1.16741960064,
  maximumTrials: 8,
  // 0.005 ft
  headTolerance: 0.001524,
  minimumSlope: 0,
  threads: 1,
};
