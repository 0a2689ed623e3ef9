import type { Subcatchment } from '../model/catchments.ts';
import type { Curve, Street, Transect } from '../model/curves.ts';
import { emptyModel } from '../model/drainage-model.ts';
import type { MapPoint, ObjectTag } from '../model/geometry.ts';
import type { DryWeatherFlow, ExternalInflow, InterfaceInflow, ModelFile, ReportChoice } from '../model/inflows.ts';
import type { Link } from '../model/links.ts';
import type { Node } from '../model/nodes.ts';
import type { ModelOptions, RoutingEvent } from '../model/options.ts';
import type { Climate, Evaporation, Gauge, MonthlyAdjustments, Pattern, RainRecord, TimeSeries } from '../model/rain.ts';
import type { Controls } from '../model/rules.ts';
import { userUnits, type UserUnits } from '../model/units.ts';
import { RowRefused } from './inp-problem.ts';
import type { NameIndex } from './name-index.ts';
import type { Row } from './row.ts';

/** Reads a text file that the model names (rain, time series, climate); null where it is not there. */
export type FileReader = (path: string) => string | null;
/** Reads a file that may be binary (interface files); null where it is not there. */
export type ByteReader = (path: string) => Uint8Array | null;

/** Mutable while a model is read. */
type Growing<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

/** A model in the making. */
export class Draft {
  readonly names: NameIndex;
  readonly readFile: FileReader;
  readonly readBytes: ByteReader;
  options: Growing<ModelOptions>;
  readonly events: RoutingEvent[] = [];
  evaporation: Evaporation = emptyModel.evaporation;
  climate: Climate | null = null;
  adjustments: Growing<MonthlyAdjustments> = { ...emptyModel.adjustments };
  report: Growing<ReportChoice> = { ...emptyModel.report, subcatchments: 'none', nodes: 'none', links: 'none' };
  readonly gauges = new Map<string, Gauge>();
  readonly series = new Map<string, Growing<TimeSeries> & { times: number[]; values: number[] }>();
  readonly patterns = new Map<string, Pattern & { factors: number[] }>();
  readonly curves = new Map<string, Curve & { x: number[]; y: number[] }>();
  readonly transects = new Map<string, Transect>();
  readonly streets = new Map<string, Street>();
  readonly subcatchments = new Map<string, Subcatchment>();
  readonly nodes = new Map<string, Node>();
  readonly links = new Map<string, Link>();
  readonly inflows: ExternalInflow[] = [];
  readonly dryWeatherFlows: DryWeatherFlow[] = [];
  readonly interfaceInflows: InterfaceInflow[] = [];
  /** Rain of an interface file by station, in capitals, that stands in the place of the gauges' files. */
  interfaceRain: ReadonlyMap<string, RainRecord> | null = null;
  controls: Controls = emptyModel.controls;
  readonly files: ModelFile[] = [];
  readonly tags: ObjectTag[] = [];
  readonly nodePoints = new Map<string, MapPoint>();
  readonly gaugePoints = new Map<string, MapPoint>();
  readonly vertices = new Map<string, MapPoint[]>();
  readonly outlines = new Map<string, MapPoint[]>();
  /** Line of definition by `kind name`, for problems found later. */
  readonly definedAt = new Map<string, { readonly line: number; readonly section: string }>();
  readonly sectioned = new Set<string>();
  readonly warn: (row: Row | null, message: string) => void;
  /** Rows of a section that is otherwise read but belong to physics that is left out. */
  readonly leftOut: { readonly section: string; readonly row: Row }[] = [];

  constructor(
    names: NameIndex,
    options: ModelOptions,
    { readFile, readBytes }: { readonly readFile: FileReader; readonly readBytes: ByteReader },
    warn: (row: Row | null, message: string) => void,
  ) {
    this.names = names;
    this.options = { ...options };
    this.readFile = readFile;
    this.readBytes = readBytes;
    this.warn = warn;
  }

  get units(): UserUnits {
    return userUnits(this.options.flowUnit);
  }

  /** Adds an object that may stand only once. */
  add<Item extends { readonly name: string }>(kind: string, section: string, into: Map<string, Item>, item: Item, row: Row): void {
    const earlier = this.definedAt.get(`${kind} ${item.name.toUpperCase()}`);
    if (earlier) throw new RowRefused(`expected a new name, but the ${kind} "${item.name}" is already defined on line ${earlier.line}`);
    this.definedAt.set(`${kind} ${item.name.toUpperCase()}`, { line: row.line, section });
    into.set(item.name, item);
  }
}
