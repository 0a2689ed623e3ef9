import type { DrainageModel } from '../model/drainage-model.ts';
import type { Link } from '../model/links.ts';
import {
  linkVariables,
  nodeVariables,
  subcatchmentVariables,
  systemVariables,
  type ReportedSeries,
  type ResultBlock,
} from '../model/results.ts';
import { flowUnits, userUnits } from '../model/units.ts';
import { DAYS_TO_1970, OUT_MAGIC, outFactors } from './read-out.ts';

/** Version number in the file: the dialect of 5.2. */
const VERSION = 52_004;
const SECONDS_PER_DAY = 86_400;
/** Codes of properties: type, area, invert, maximum depth, offset, length. */
const PROPERTY = { type: 0, area: 1, invert: 2, maximumDepth: 3, offset: 4, length: 5 } as const;
const nodeTypes = { junction: 0, outfall: 1, storage: 2, divider: 3 } as const;
const linkTypes = { conduit: 0, pump: 1, orifice: 2, weir: 3, outlet: 4 } as const;

/** Grows as it is written; little-endian. */
class ByteWriter {
  readonly #view: DataView;
  at = 0;

  constructor(size: number) {
    this.#view = new DataView(new ArrayBuffer(size));
  }

  int(value: number): void {
    this.#view.setInt32(this.at, value, true);
    this.at += 4;
  }

  float(value: number): void {
    this.#view.setFloat32(this.at, value, true);
    this.at += 4;
  }

  double(value: number): void {
    this.#view.setFloat64(this.at, value, true);
    this.at += 8;
  }

  raw(bytes: Uint8Array): void {
    new Uint8Array(this.#view.buffer, this.at, bytes.length).set(bytes);
    this.at += bytes.length;
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.#view.buffer, 0, this.at);
  }
}

/** The objects of a block that [REPORT] asks for. */
function chosen<Variable extends string>(block: ResultBlock<Variable>, choice: 'all' | 'none' | readonly string[]): ResultBlock<Variable> {
  if (choice === 'all') return block;
  const wanted = new Set(choice === 'none' ? [] : choice);
  const { names } = block;
  const places = names.flatMap((name, at) => (wanted.has(name) ? [at] : []));
  const values = {} as Record<Variable, Float32Array>;
  for (const variable of Object.keys(block.values) as Variable[]) {
    const all = block.values[variable];
    const periods = names.length > 0 ? all.length / names.length : 0;
    const some = new Float32Array(periods * places.length);
    for (let period = 0; period < periods; period += 1)
      places.forEach((at, k) => (some[period * places.length + k] = all[period * names.length + at]!));
    values[variable] = some;
  }
  return { names: places.map((at) => names[at]!), values };
}

/**
 * Writes results as a binary `.out` of SWMM 5.2, in the flow unit of the series, for the tools of others: the objects that the model's
 * [REPORT] asks for; all of them where it asks for none, since SWMM's file would then hold nothing.
 *
 * @param model names the kinds and sizes of the objects; objects it lacks are written with zeros
 * @see SWMM 5 Interfacing Guide
 * @example await writeFile('results.out', writeOut(results.series, model))
 */
export function writeOut(given: ReportedSeries, model: DrainageModel): Uint8Array {
  const { report } = model;
  const isSilent = report.subcatchments === 'none' && report.nodes === 'none' && report.links === 'none';
  const series = isSilent
    ? given
    : {
        ...given,
        subcatchments: chosen(given.subcatchments, report.subcatchments),
        nodes: chosen(given.nodes, report.nodes),
        links: chosen(given.links, report.links),
      };
  const { subcatchments, nodes, links, system, times, reportStep } = series;
  const units = userUnits(series.flowUnit);
  const encoder = new TextEncoder();
  const names = [subcatchments, nodes, links].flatMap((block) => block.names.map((name) => encoder.encode(name)));
  const counts = [subcatchments.names.length, nodes.names.length, links.names.length] as const;
  const valuesAPeriod =
    counts[0] * subcatchmentVariables.length + counts[1] * nodeVariables.length + counts[2] * linkVariables.length + systemVariables.length;
  const size =
    512 +
    4 * (names.length + counts[0] + 3 * counts[1] + 5 * counts[2]) +
    names.reduce((sum, name) => sum + name.length, 0) +
    times.length * (8 + 4 * valuesAPeriod);
  const out = new ByteWriter(size);
  for (const value of [OUT_MAGIC, VERSION, flowUnits.indexOf(series.flowUnit), ...counts, 0]) out.int(value);
  const namesAt = out.at;
  for (const name of names) {
    out.int(name.length);
    out.raw(name);
  }
  const propertiesAt = out.at;
  writeProperties(out, series, model);
  for (const variables of [subcatchmentVariables, nodeVariables, linkVariables, systemVariables]) {
    out.int(variables.length);
    for (let code = 0; code < variables.length; code += 1) out.int(code);
  }
  const day = (moment: number): number => moment / SECONDS_PER_DAY + DAYS_TO_1970;
  out.double(day((times[0] ?? model.options.start + reportStep) - reportStep));
  out.int(reportStep);
  const resultsAt = out.at;
  const factors = outFactors(units);
  for (let period = 0; period < times.length; period += 1) {
    out.double(day(times[period]!));
    writeBlock(out, period, subcatchments, subcatchmentVariables, factors.subcatchments);
    writeBlock(out, period, nodes, nodeVariables, factors.nodes);
    writeBlock(out, period, links, linkVariables, factors.links);
    writeBlock(out, period, system, systemVariables, factors.system);
  }
  for (const value of [namesAt, propertiesAt, resultsAt, times.length, 0, OUT_MAGIC]) out.int(value);
  return out.bytes();
}

function writeBlock<Variable extends string>(
  out: ByteWriter,
  period: number,
  { names, values }: ResultBlock<Variable>,
  variables: readonly Variable[],
  factors: Readonly<Record<Variable, number>>,
): void {
  const columns = variables.map((variable) => values[variable]);
  const scales = variables.map((variable) => factors[variable]);
  const from = period * names.length;
  for (let at = from; at < from + names.length; at += 1) {
    for (let k = 0; k < columns.length; k += 1) out.float(columns[k]![at]! / scales[k]!);
  }
}

function writeProperties(out: ByteWriter, { subcatchments, nodes, links, flowUnit }: ReportedSeries, model: DrainageModel): void {
  const { length, landArea } = userUnits(flowUnit);
  const areas = new Map(model.subcatchments.map((one) => [one.name, one.area]));
  for (const value of [1, PROPERTY.area]) out.int(value);
  for (const name of subcatchments.names) out.float((areas.get(name) ?? 0) / landArea);
  const byNode = new Map(model.nodes.map((one) => [one.name, one]));
  for (const value of [3, PROPERTY.type, PROPERTY.invert, PROPERTY.maximumDepth]) out.int(value);
  for (const name of nodes.names) {
    const node = byNode.get(name);
    out.int(node ? nodeTypes[node.kind] : 0);
    out.float((node?.invert ?? 0) / length);
    out.float(node && node.kind !== 'outfall' ? node.maximumDepth / length : 0);
  }
  const byLink = new Map(model.links.map((one) => [one.name, one]));
  for (const value of [5, PROPERTY.type, PROPERTY.offset, PROPERTY.offset, PROPERTY.maximumDepth, PROPERTY.length]) out.int(value);
  for (const name of links.names) {
    const link = byLink.get(name);
    out.int(link ? linkTypes[link.kind] : 0);
    const [inlet, outlet] = link ? offsetsOf(link) : [0, 0];
    out.float(inlet / length);
    out.float(outlet / length);
    out.float(link && 'section' in link && 'depth' in link.section ? link.section.depth / length : 0);
    out.float(link?.kind === 'conduit' ? link.length / length : 0);
  }
}

function offsetsOf(link: Link): readonly [number, number] {
  switch (link.kind) {
    case 'conduit':
      return [link.inletOffset, link.outletOffset];
    case 'orifice':
    case 'outlet':
      return [link.offset, 0];
    case 'weir':
      return [link.crestOffset, 0];
    default:
      return [0, 0];
  }
}
