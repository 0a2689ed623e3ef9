import type { Subcatchment } from './catchments.ts';
import type { Curve, Street, Transect } from './curves.ts';
import type { MapGeometry, ObjectTag } from './geometry.ts';
import type { DryWeatherFlow, ExternalInflow, InterfaceInflow, ModelFile, ReportChoice } from './inflows.ts';
import type { Link } from './links.ts';
import type { Node } from './nodes.ts';
import { defaultOptions, type ModelOptions, type RoutingEvent } from './options.ts';
import type { Climate, Evaporation, Gauge, MonthlyAdjustments, Pattern, TimeSeries } from './rain.ts';
import type { Controls } from './rules.ts';

/** A section of the file that the model does not read, line by line as it stood. */
export interface KeptSection {
  readonly name: string;
  readonly lines: readonly string[];
}

/** A remark in the file: it stands before the first line of `section` whose first word is `before` (null: at the section's end). */
export interface KeptRemark {
  readonly section: string;
  readonly before: string | null;
  readonly text: string;
}

/**
 * A drainage model as plain data in SI: m, s, m², m³/s, m/s. Objects name each other by string, and lists keep the file's order.
 * Two exceptions, each said at its type: values of time series, and values inside control rules, stay in the file's units.
 */
export interface DrainageModel {
  readonly title: readonly string[];
  readonly options: ModelOptions;
  /** Times in which the network is routed ([EVENTS]); with none it always is. */
  readonly events: readonly RoutingEvent[];
  readonly evaporation: Evaporation;
  /** Read from the file that [TEMPERATURE] names, whose rows stand in `kept`; null where it names none. */
  readonly climate: Climate | null;
  readonly adjustments: MonthlyAdjustments;
  readonly gauges: readonly Gauge[];
  readonly series: readonly TimeSeries[];
  readonly patterns: readonly Pattern[];
  readonly curves: readonly Curve[];
  readonly transects: readonly Transect[];
  readonly streets: readonly Street[];
  readonly subcatchments: readonly Subcatchment[];
  readonly nodes: readonly Node[];
  readonly links: readonly Link[];
  readonly inflows: readonly ExternalInflow[];
  readonly dryWeatherFlows: readonly DryWeatherFlow[];
  /** Read from the file that `files` names as used inflows; not written. */
  readonly interfaceInflows: readonly InterfaceInflow[];
  readonly controls: Controls;
  readonly files: readonly ModelFile[];
  readonly report: ReportChoice;
  readonly geometry: MapGeometry;
  readonly tags: readonly ObjectTag[];
  /** Sections not read: unknown ones, and physics this engine leaves out. */
  readonly kept: readonly KeptSection[];
  readonly remarks: readonly KeptRemark[];
}

/**
 * A model with nothing in it, to build others from.
 *
 * @example { ...emptyModel, options: { ...defaultOptions, flowUnit: 'CMS' }, nodes: [pond, sea], links: [canal] }
 */
export const emptyModel: DrainageModel = {
  title: [],
  options: defaultOptions,
  events: [],
  evaporation: { source: { kind: 'constant', rate: 0 }, recoveryPattern: null, onlyWhenDry: false },
  climate: null,
  adjustments: { temperature: null, evaporation: null, rainfall: null, conductivity: null },
  gauges: [],
  series: [],
  patterns: [],
  curves: [],
  transects: [],
  streets: [],
  subcatchments: [],
  nodes: [],
  links: [],
  inflows: [],
  dryWeatherFlows: [],
  interfaceInflows: [],
  controls: { variables: [], expressions: [], rules: [] },
  files: [],
  report: {
    input: false,
    continuity: true,
    flowStatistics: true,
    controls: false,
    averages: false,
    subcatchments: 'all',
    nodes: 'all',
    links: 'all',
  },
  geometry: { nodes: new Map(), gauges: new Map(), links: new Map(), subcatchments: new Map() },
  tags: [],
  kept: [],
  remarks: [],
};
