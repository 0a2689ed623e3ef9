import type { DrainageModel } from '../model/drainage-model.ts';
import { userUnits } from '../model/units.ts';
import { controlLines } from './write-controls.ts';
import { conduitRows, lossRows, orificeRows, outletRows, pumpRows, weirRows } from './write-links.ts';
import { dividerRows, junctionRows, outfallRows, storageRows } from './write-nodes.ts';
import { eventRows, optionRows, reportRows } from './write-options.ts';
import {
  adjustmentRows,
  evaporationRows,
  gaugeRows,
  infiltrationRows,
  patternRows,
  seriesRows,
  subareaRows,
  subcatchmentRows,
} from './write-rain.ts';
import { curveRows, sectionRows, siltedSection, transectRows, type SiltedSection } from './write-sections.ts';
import { writtenName, writtenRow, type Word } from './written-row.ts';

/**
 * Writes a model as an `.inp` file of SWMM 5.2, in the units its options name.
 *
 * What `parseInp` read comes back: sections it does not know as they stood, remarks before the rows they belonged to. Sediment in other shapes than the circle
 * is written as a smaller section with raised ends, since the file has no word for it.
 *
 * @throws InpUnwritable when a name cannot stand in such a file
 * @example writeInp(parseInp(text).model)
 */
export function writeInp(model: DrainageModel): string {
  const remarks = new Remarks(model);
  const parts: string[] = [];
  const kept = new Map(model.kept.map(({ name, lines }) => [name, lines]));
  if (model.title.length > 0) parts.push(`[TITLE]\n${model.title.join('\n')}`);
  for (const [name, rows] of sectionsOf(model)) {
    const lines = remarks.woven(name, rows);
    // Rows of an inflow section that belong to water quality stand behind those that were read.
    const more = kept.get(name) ?? [];
    kept.delete(name);
    if (lines.length + more.length > 0) parts.push(`[${name}]\n${[...lines, ...more].join('\n')}`);
  }
  for (const [name, lines] of kept) parts.push(`[${name}]\n${lines.join('\n')}`);
  return `${parts.join('\n\n')}\n`;
}

function* sectionsOf(model: DrainageModel): Generator<readonly [string, readonly string[]]> {
  const units = userUnits(model.options.flowUnit);
  const silted = siltedSections(model);
  const written = (rows: readonly (readonly Word[])[]): string[] => rows.map(writtenRow);
  yield ['OPTIONS', written(optionRows(model.options))];
  yield ['EVENTS', written(eventRows(model))];
  yield ['FILES', written(model.files.map(({ action, kind, path }) => [action.toUpperCase(), kind.toUpperCase(), `"${path}"`]))];
  yield ['EVAPORATION', written(evaporationRows(model))];
  yield ['RAINGAGES', written(gaugeRows(model))];
  yield ['SUBCATCHMENTS', written(subcatchmentRows(model))];
  yield ['SUBAREAS', written(subareaRows(model))];
  yield ['INFILTRATION', written(infiltrationRows(model))];
  yield ['ADJUSTMENTS', written(adjustmentRows(model))];
  yield* byFirst(model.nodes, nodeSections(model));
  yield* byFirst(
    model.links,
    linkSections(model, (name) => silted.get(name)?.raised ?? 0),
  );
  yield ['XSECTIONS', written(sectionRows(model, silted))];
  yield [
    'TRANSECTS',
    written(transectRows([...model.transects, ...[...silted.values()].flatMap(({ transect }) => transect ?? [])], units)),
  ];
  yield ['STREETS', written(streetRows(model))];
  yield ['LOSSES', written(lossRows(model))];
  yield ['CONTROLS', controlLines(model.controls)];
  yield ['INFLOWS', written(inflowRows(model))];
  yield ['DWF', written(dryWeatherRows(model))];
  yield ['CURVES', written(curveRows([...model.curves, ...[...silted.values()].flatMap(({ curve }) => curve ?? [])], units))];
  yield ['TIMESERIES', written(seriesRows(model))];
  yield ['PATTERNS', written(patternRows(model))];
  yield ['REPORT', written(reportRows(model))];
  const objects = { node: 'NODE', link: 'LINK', subcatchment: 'SUBCATCH', gage: 'GAGE' };
  yield ['TAGS', written(model.tags.map(({ object, name, tag }) => [objects[object], writtenName(name), tag]))];
  yield* mapSections(model);
}

type Kinds = Readonly<Record<string, readonly [string, () => readonly (readonly Word[])[]]>>;

function nodeSections(model: DrainageModel): Kinds {
  return {
    junction: ['JUNCTIONS', () => junctionRows(model)],
    outfall: ['OUTFALLS', () => outfallRows(model)],
    divider: ['DIVIDERS', () => dividerRows(model)],
    storage: ['STORAGE', () => storageRows(model)],
  };
}

function linkSections(model: DrainageModel, raised: (conduit: string) => number): Kinds {
  return {
    conduit: ['CONDUITS', () => conduitRows(model, raised)],
    pump: ['PUMPS', () => pumpRows(model)],
    orifice: ['ORIFICES', () => orificeRows(model)],
    weir: ['WEIRS', () => weirRows(model)],
    outlet: ['OUTLETS', () => outletRows(model)],
  };
}

/** Sections of the kinds that occur, in the order in which the first of each kind occurs: it is the order SWMM numbers objects in. */
function* byFirst(items: readonly { readonly kind: string }[], kinds: Kinds): Generator<readonly [string, readonly string[]]> {
  const found = new Set(items.map(({ kind }) => kind));
  for (const kind of [...found, ...Object.keys(kinds).filter((one) => !found.has(one))]) {
    const [name, rows] = kinds[kind]!;
    yield [name, rows().map(writtenRow)];
  }
}

function* mapSections({ geometry }: DrainageModel): Generator<readonly [string, readonly string[]]> {
  const point = (name: string, { x, y }: { x: number; y: number }): string => writtenRow([writtenName(name), String(x), String(y)]);
  yield ['COORDINATES', [...geometry.nodes].map(([name, one]) => point(name, one))];
  yield ['VERTICES', [...geometry.links].flatMap(([name, points]) => points.map((one) => point(name, one)))];
  yield ['POLYGONS', [...geometry.subcatchments].flatMap(([name, points]) => points.map((one) => point(name, one)))];
  yield ['SYMBOLS', [...geometry.gauges].map(([name, one]) => point(name, one))];
}

function siltedSections(model: DrainageModel): Map<string, SiltedSection> {
  const byName = <Item extends { readonly name: string }>(items: readonly Item[]): Map<string, Item> =>
    new Map(items.map((one) => [one.name, one]));
  const sources = { transects: byName(model.transects), streets: byName(model.streets), curves: byName(model.curves) };
  const silted = model.links.filter((link) => link.kind === 'conduit').filter((link) => link.sedimentDepth > 0);
  return new Map(silted.map((conduit) => [conduit.name, siltedSection(conduit, sources)]));
}

function streetRows({ streets, options }: DrainageModel): Word[][] {
  const { length, rainDepth, isMetric } = userUnits(options.flowUnit);
  return streets.map((one) => [
    writtenName(one.name),
    one.crownWidth / length,
    one.curbHeight / length,
    one.crossSlope * 100,
    one.roadRoughness,
    one.gutterDepression / (isMetric ? length : rainDepth),
    one.gutterWidth / length,
    one.sides,
    one.backingWidth / length,
    one.backingSlope * 100,
    one.backingRoughness,
  ]);
}

function inflowRows({ inflows, options }: DrainageModel): Word[][] {
  const { flow } = userUnits(options.flowUnit);
  return inflows.map(({ node, series, scale, baseline, baselinePattern }) => [
    writtenName(node),
    'FLOW',
    series === null ? '""' : writtenName(series),
    'FLOW',
    1,
    scale,
    baseline / flow,
    ...(baselinePattern === null ? [] : [writtenName(baselinePattern)]),
  ]);
}

function dryWeatherRows({ dryWeatherFlows, options }: DrainageModel): Word[][] {
  const { flow } = userUnits(options.flowUnit);
  return dryWeatherFlows.map(({ node, average, patterns }) => [writtenName(node), 'FLOW', average / flow, ...patterns.map(writtenName)]);
}

/** Puts remarks back before the rows that begin with the word they stood before. */
class Remarks {
  readonly #waiting = new Map<string, string[]>();

  constructor({ remarks }: DrainageModel) {
    for (const { section, before, text } of remarks) {
      const key = keyOf(section, before);
      const list = this.#waiting.get(key);
      if (list) list.push(`;${text}`);
      else this.#waiting.set(key, [`;${text}`]);
    }
  }

  woven(section: string, rows: readonly string[]): string[] {
    if (this.#waiting.size === 0) return [...rows];
    const lines = rows.flatMap((row) => [...this.#take(keyOf(section, firstWord(row))), row]);
    const left = [...this.#waiting.keys()].filter((key) => key.startsWith(`${section}\n`) && key !== keyOf(section, null));
    return [...lines, ...left.flatMap((key) => this.#take(key)), ...this.#take(keyOf(section, null))];
  }

  #take(key: string): readonly string[] {
    const found = this.#waiting.get(key) ?? [];
    this.#waiting.delete(key);
    return found;
  }
}

function keyOf(section: string, before: string | null): string {
  return `${section}\n${before?.toUpperCase() ?? ''}`;
}

function firstWord(row: string): string {
  return row.startsWith('"') ? row.slice(1, row.indexOf('"', 1)) : (row.split(' ', 1)[0] ?? '');
}
