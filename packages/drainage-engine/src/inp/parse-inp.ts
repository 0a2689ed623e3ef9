import { emptyModel, type DrainageModel } from '../model/drainage-model.ts';
import { defaultOptions } from '../model/options.ts';
import { Draft, type ByteReader, type FileReader } from './draft.ts';
import { findFaults } from './find-faults.ts';
import { InpUnreadable, RowRefused, type InpProblem } from './inp-problem.ts';
import { isRead, isUnknown, leftOutPhysics, readSections, type ReadSection } from './known-sections.ts';
import { indexNames } from './name-index.ts';
import { readInfiltration, readSubarea, readSubcatchment } from './read-catchments.ts';
import { readTemperature } from './read-climate.ts';
import { readControls } from './read-controls.ts';
import { readCurve, readStreet, TransectReader } from './read-curves.ts';
import { readFileRow } from './read-files.ts';
import { readDryWeatherFlow, readInflow, readReport } from './read-inflows.ts';
import { readConduit, readOrifice, readOutlet, readPump, readWeir } from './read-links.ts';
import { readCoordinates, readPolygon, readSymbol, readTag, readVertex } from './read-map.ts';
import { readDivider, readJunction, readOutfall, readStorage } from './read-nodes.ts';
import { readEvent, readOption, settleClock, type ClockParts } from './read-options.ts';
import { readAdjustment, readEvaporation, readGauge, readPattern, readSeries } from './read-rain.ts';
import { readLosses, readSection } from './read-section.ts';
import type { Row } from './row.ts';
import { keptRowsOf, rowsOf, splitSections, type SplitFile } from './split-sections.ts';

/** What a file held: the model in SI, and what a reader of results must know about it. */
export interface ParsedInp {
  readonly model: DrainageModel;
  readonly warnings: readonly InpProblem[];
}

/** How to read a file. */
export interface ParseOptions {
  /** Gives the text of a rain, time series or climate file that the model names, or null. */
  readonly readFile?: FileReader;
  /** Gives the bytes of an interface file that the model uses (rainfall, RDII, inflows), or null; without it their text is asked for. */
  readonly readBytes?: ByteReader;
  /** Longest text that is read, in characters. */
  readonly maximumLength?: number;
}

const MOST_PROBLEMS = 50;
const MOST_WARNINGS = 200;
/** A model of 100,000 drains has about 40 million characters. */
const LONGEST_TEXT = 200_000_000;

/** Gathers problems of rows with their places, and gives up when there are too many. */
class Reader {
  readonly problems: InpProblem[] = [];
  readonly warnings: InpProblem[] = [];
  section = '';

  readonly warn = (row: Row | null, message: string): void => {
    if (this.warnings.length < MOST_WARNINGS) this.warnings.push({ line: row?.line ?? 0, section: this.section, message });
  };

  each(file: SplitFile, section: string, read: (row: Row) => void): void {
    this.eachOf(section, rowsOf(file, section), read);
  }

  eachOf(section: string, rows: Iterable<Row>, read: (row: Row) => void): void {
    this.section = section;
    for (const row of rows) {
      try {
        read(row);
      } catch (error) {
        if (!(error instanceof RowRefused)) throw error;
        this.fail(row.line, error.message);
      }
    }
  }

  fail(line: number, message: string, section = this.section): void {
    this.problems.push({ line, section, message });
    if (this.problems.length >= MOST_PROBLEMS) throw new InpUnreadable(this.problems);
  }
}

/**
 * Reads an `.inp` file of SWMM 5.2 into a model in SI units.
 *
 * Sections it does not know, and physics it leaves out, are kept for `writeInp` and named in the warnings.
 *
 * @throws InpUnreadable with every problem found (up to fifty): its line, and what was expected there
 * @see SWMM 5.2 User's Manual, appendix D.2
 * @example const { model, warnings } = parseInp(text)
 */
export function parseInp(text: string, options: ParseOptions = {}): ParsedInp {
  const { readFile = () => null, readBytes = bytesOf(readFile), maximumLength = LONGEST_TEXT } = options;
  if (text.length > maximumLength) {
    const message = `the file has ${text.length} characters, expected at most ${maximumLength}`;
    throw new InpUnreadable([{ line: 0, section: '', message }]);
  }
  const file = splitSections(text);
  const reader = new Reader();
  const stray = file.sections.get('')?.kept.find((line) => !line.trimStart().startsWith(';'));
  if (stray !== undefined) reader.fail(lineOf(text, stray), 'expected a section in brackets, such as [OPTIONS], before any data', '');
  const draft = new Draft(indexNames(file), defaultOptions, { readFile, readBytes }, reader.warn);
  for (const section of readSections) readAll(section, file, draft, reader);
  readClimate(file, draft, reader);
  warnOfWhatIsLeftOut(file, draft, reader);
  for (const fault of findFaults(draft)) reader.fail(fault.line, fault.message, fault.section);
  if (reader.problems.length > 0) throw new InpUnreadable(reader.problems);
  return { model: finished(file, draft), warnings: reader.warnings };
}

function bytesOf(readFile: FileReader): ByteReader {
  return (path) => {
    const text = readFile(path);
    return text === null ? null : new TextEncoder().encode(text);
  };
}

function lineOf(text: string, line: string): number {
  const at = text.indexOf(line);
  let count = 1;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) count += 1;
  return count;
}

const rowReaders: Readonly<Partial<Record<ReadSection, (draft: Draft, row: Row) => void>>> = {
  EVENTS: readEvent,
  REPORT: readReport,
  FILES: readFileRow,
  PATTERNS: readPattern,
  TIMESERIES: readSeries,
  CURVES: readCurve,
  STREETS: readStreet,
  RAINGAGES: readGauge,
  EVAPORATION: readEvaporation,
  ADJUSTMENTS: readAdjustment,
  JUNCTIONS: readJunction,
  OUTFALLS: readOutfall,
  DIVIDERS: readDivider,
  STORAGE: readStorage,
  SUBCATCHMENTS: readSubcatchment,
  SUBAREAS: readSubarea,
  INFILTRATION: readInfiltration,
  CONDUITS: readConduit,
  PUMPS: readPump,
  ORIFICES: readOrifice,
  WEIRS: readWeir,
  OUTLETS: readOutlet,
  XSECTIONS: readSection,
  LOSSES: readLosses,
  INFLOWS: readInflow,
  DWF: readDryWeatherFlow,
  TAGS: readTag,
  COORDINATES: readCoordinates,
  VERTICES: readVertex,
  POLYGONS: readPolygon,
  SYMBOLS: readSymbol,
};

function readAll(section: ReadSection, file: SplitFile, draft: Draft, reader: Reader): void {
  if (section === 'OPTIONS') readOptions(file, draft, reader);
  else if (section === 'TRANSECTS') {
    const transects = new TransectReader();
    reader.each(file, section, (row) => transects.read(draft, row));
  } else if (section === 'CONTROLS') {
    reader.section = section;
    readControls(draft, rowsOf(file, section), (line, message) => reader.fail(line, message));
  } else {
    const read = rowReaders[section];
    if (read) reader.each(file, section, (row) => read(draft, row));
  }
}

/** Units come first, since other options depend on them. */
function readOptions(file: SplitFile, draft: Draft, reader: Reader): void {
  const clock: ClockParts = { startDate: null, startTime: 0, reportDate: null, reportTime: null, endDate: null, endTime: 0 };
  const isUnits = (row: Row): boolean => row.words[0]!.toUpperCase() === 'FLOW_UNITS';
  reader.each(file, 'OPTIONS', (row) => isUnits(row) && readOption(draft, row, clock));
  reader.each(file, 'OPTIONS', (row) => !isUnits(row) && readOption(draft, row, clock));
  settleClock(draft, clock);
  if (draft.options.end < draft.options.start)
    reader.fail(file.sections.get('OPTIONS')?.line ?? 0, 'expected the end of the run after its start');
}

/** The rows are read for evaporation and kept for the file, since most of them are for snow. */
function readClimate(file: SplitFile, draft: Draft, reader: Reader): void {
  reader.eachOf('TEMPERATURE', keptRowsOf(file, 'TEMPERATURE'), (row) => readTemperature(draft, row));
  if (draft.evaporation.source.kind !== 'climate' || (draft.climate?.days.length ?? 0) > 0) return;
  const message = 'evaporation is to follow climate data, but [TEMPERATURE] names no file that has any: nothing evaporates';
  reader.warnings.push({ line: file.sections.get('EVAPORATION')?.line ?? 0, section: 'EVAPORATION', message });
}

function warnOfWhatIsLeftOut(file: SplitFile, draft: Draft, reader: Reader): void {
  for (const { name, line, kept } of file.sections.values()) {
    const lines = kept.filter((one) => one.trim() !== '' && !one.trimStart().startsWith(';')).length;
    if (name === '' || isRead(name) || lines === 0) continue;
    // A file of RDII stands in the place of the unit hydrographs.
    if ((name === 'HYDROGRAPHS' || name === 'RDII') && draft.interfaceInflows.some(({ source }) => source === 'rdii')) continue;
    const physics = Object.hasOwn(leftOutPhysics, name) ? leftOutPhysics[name] : null;
    const message = physics
      ? `${physics} is left out: ${lines} line${lines > 1 ? 's' : ''} kept in the file, without effect on the run`
      : 'not a section of SWMM 5.2: kept as it stands';
    if (physics || isUnknown(name)) reader.warnings.push({ line, section: name, message });
  }
  for (const { section, row } of draft.leftOut) {
    reader.section = section;
    reader.warn(row, 'water quality is left out: the line is kept in the file, without effect on the run');
  }
}

function finished(file: SplitFile, draft: Draft): DrainageModel {
  const kept = [...file.sections.values()]
    .filter(({ name, kept: lines }) => name !== '' && !isRead(name) && lines.length > 0)
    .map(({ name, kept: lines }) => ({ name, lines: withoutBlankEnd(lines) }));
  const keptRows = [...new Set(draft.leftOut.map(({ section }) => section))].map((section) => ({
    name: section,
    lines: draft.leftOut.filter((one) => one.section === section).map(({ row }) => row.words.map((word) => word || '""').join(' ')),
  }));
  return {
    ...emptyModel,
    title: withoutBlankEnd(file.sections.get('TITLE')?.kept ?? []).filter((line) => !line.startsWith(';;')),
    options: draft.options,
    events: draft.events,
    evaporation: draft.evaporation,
    climate: draft.climate,
    adjustments: draft.adjustments,
    gauges: [...draft.gauges.values()],
    series: [...draft.series.values()],
    patterns: [...draft.patterns.values()],
    curves: [...draft.curves.values()],
    transects: [...draft.transects.values()],
    streets: [...draft.streets.values()],
    subcatchments: [...draft.subcatchments.values()],
    nodes: inFileOrder('node', draft.nodes, draft),
    links: inFileOrder('link', draft.links, draft),
    inflows: draft.inflows,
    dryWeatherFlows: draft.dryWeatherFlows,
    interfaceInflows: draft.interfaceInflows,
    controls: draft.controls,
    files: draft.files,
    report: draft.report,
    geometry: { nodes: draft.nodePoints, gauges: draft.gaugePoints, links: draft.vertices, subcatchments: draft.outlines },
    tags: draft.tags,
    kept: [...kept, ...keptRows],
    remarks: file.remarks,
  };
}

/** As the file defines them, over its sections: results of others, and hot start files, count objects in that order. */
function inFileOrder<Item extends { readonly name: string }>(kind: string, items: ReadonlyMap<string, Item>, { definedAt }: Draft): Item[] {
  const line = ({ name }: Item): number => definedAt.get(`${kind} ${name.toUpperCase()}`)?.line ?? 0;
  return [...items.values()].toSorted((a, b) => line(a) - line(b));
}

function withoutBlankEnd(lines: readonly string[]): string[] {
  const end = lines.findLastIndex((line) => line.trim() !== '');
  return lines.slice(0, end + 1);
}
