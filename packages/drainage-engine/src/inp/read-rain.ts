import type { Gauge, GaugeSource, Pattern, RainRecord } from '../model/rain.ts';
import { RainFileUnreadable, type RainFileTerms } from '../rain-files/rain-file-notes.ts';
import { readRainFile } from '../rain-files/read-rain-file.ts';
import type { Draft } from './draft.ts';
import { RowRefused } from './inp-problem.ts';
import { dateIn, spanIn } from './moments.ts';
import { numberIn, shortened, type Row } from './row.ts';
import { wordsIn } from './split-sections.ts';

function span(row: Row, index: number, what: string): number {
  const value = spanIn(row.word(index, what));
  if (value === null) throw new RowRefused(`expected ${what} as HH:MM or decimal hours, found "${shortened(row.words[index]!)}"`);
  return value;
}

/** `Name Form Intvl SCF TIMESERIES Tseries` or `Name Form Intvl SCF FILE Fname Sta Units` */
export function readGauge(draft: Draft, row: Row): void {
  const kind = row.choice(4, 'TIMESERIES or FILE', { TIMESERIES: 'series', FILE: 'file' } as const);
  const interval = span(row, 2, 'a recording interval');
  if (interval <= 0) throw new RowRefused('expected a recording interval above zero');
  const form = row.choice(1, 'a rain format', { INTENSITY: 'intensity', VOLUME: 'volume', CUMULATIVE: 'cumulative' } as const);
  const gauge = {
    name: row.words[0]!,
    form,
    interval,
    snowCatch: row.number(3, 'a snow catch factor', 0),
    source:
      kind === 'series'
        ? ({ kind, series: draft.names.refer(row, 5, 'series', 'the name of a time series') } as const)
        : rainFile(draft, row, form, interval),
  };
  draft.add('gauge', 'RAINGAGES', draft.gauges, gauge, row);
}

/** Rain of the file; of the interface file in its place where the model uses one (`USE RAINFALL`). */
function rainFile(draft: Draft, row: Row, form: Gauge['form'], interval: number): GaugeSource {
  const path = row.word(5, 'the name of a rain file');
  const station = row.word(6, 'the name of a station');
  // Files of weather services say their unit themselves.
  const unit = row.choiceOr(7, draft.units.isMetric ? 'mm' : 'in', 'IN or MM', { IN: 'in', MM: 'mm' } as const);
  return { kind: 'file', path, station, unit, rain: rainOf(draft, row, path, { station, form, interval, unit }) };
}

function rainOf(draft: Draft, row: Row, path: string, terms: RainFileTerms): RainRecord | null {
  if (draft.interfaceRain !== null) {
    const rain = draft.interfaceRain.get(terms.station.toUpperCase()) ?? null;
    if (rain === null) draft.warn(row, `the rain interface file has no station "${shortened(terms.station)}": no rain falls at this gauge`);
    return rain;
  }
  const text = draft.readFile(path);
  if (text === null) {
    draft.warn(row, `the rain file "${shortened(path)}" is not at hand: no rain falls at this gauge`);
    return null;
  }
  try {
    const { rain, notes } = readRainFile(text, terms);
    for (const note of notes) draft.warn(row, `the rain file "${shortened(path)}": ${note}`);
    return rain;
  } catch (error) {
    if (!(error instanceof RainFileUnreadable)) throw error;
    throw new RowRefused(`expected a rain file of a format of SWMM 5.2 in "${shortened(path)}". ${error.message}`);
  }
}

/** `Name FILE Fname`, or pairs of time and value, each time with or without a date that then holds on. */
export function readSeries(draft: Draft, row: Row): void {
  const name = draft.names.refer(row, 0, 'series');
  let series = draft.series.get(name);
  if (!series) draft.series.set(name, (series = { name, origin: 'start', times: [], values: [], file: null }));
  if (row.words[1]?.toUpperCase() === 'FILE') {
    series.file = row.word(2, 'the name of a file');
    const text = draft.readFile(series.file);
    if (text === null) draft.warn(row, `the file "${shortened(series.file)}" is not at hand: the time series "${name}" is empty`);
    for (const [at, line] of (text?.split('\n') ?? []).entries()) {
      const words = wordsIn(line.split(';', 1)[0]!);
      if (words.length === 0) continue;
      try {
        addPoints(draft, series, words, 0);
      } catch (error) {
        if (!(error instanceof RowRefused)) throw error;
        throw new RowRefused(`${error.message} (line ${at + 1} of the file "${shortened(series.file)}")`);
      }
    }
    return;
  }
  addPoints(draft, series, row.words, 1);
}

type Points = { origin: 'start' | 'calendar'; times: number[]; values: number[] } & { readonly name: string };

/** Dates hold on over rows: the last date of each series. */
const lastDate = new WeakMap<object, number>();

function addPoints(draft: Draft, series: Points, words: readonly string[], first: number): void {
  for (let at = first; at < words.length;) {
    const date = dateIn(words[at]!);
    if (date !== null) {
      if (series.origin === 'start') {
        // Points before the first date counted from the start of the run.
        series.times = series.times.map((time) => time + draft.options.start);
        series.origin = 'calendar';
      }
      lastDate.set(series, date);
      at += 1;
    }
    const time = spanIn(words[at] ?? '');
    const value = numberIn(words[at + 1] ?? '');
    if (time === null || value === null) {
      throw new RowRefused(`expected a time and a number, found "${shortened(words.slice(at, at + 2).join(' '))}"`);
    }
    const moment = series.origin === 'calendar' ? (lastDate.get(series) ?? 0) + time : time;
    if (moment < (series.times.at(-1) ?? -Infinity)) {
      throw new RowRefused(`expected times of the series "${series.name}" to rise, found "${shortened(words[at]!)}" after a later one`);
    }
    series.times.push(moment);
    series.values.push(value);
    at += 2;
  }
}

const patternLengths = { monthly: 12, daily: 7, hourly: 24, weekend: 24 } as const;
const patternWords: Readonly<Record<string, Pattern['kind']>> = {
  MONTHLY: 'monthly',
  DAILY: 'daily',
  HOURLY: 'hourly',
  WEEKEND: 'weekend',
};

/** `Name Kind Factor1 …`, going on over rows that begin with the name. */
export function readPattern(draft: Draft, row: Row): void {
  const name = draft.names.refer(row, 0, 'pattern');
  let pattern = draft.patterns.get(name);
  const isFirst = !pattern;
  if (!pattern) draft.patterns.set(name, (pattern = { name, kind: row.choice(1, 'a kind of pattern', patternWords), factors: [] }));
  const hasKind = isFirst || Object.hasOwn(patternWords, row.words[1]?.toUpperCase() ?? '');
  for (let index = hasKind ? 2 : 1; index < row.words.length; index += 1) {
    if (pattern.factors.length >= patternLengths[pattern.kind]) {
      throw new RowRefused(`expected at most ${patternLengths[pattern.kind]} factors of a ${pattern.kind} pattern`);
    }
    pattern.factors.push(row.number(index, 'a factor'));
  }
}

/** Twelve numbers from `first` on. */
function twelve(row: Row, first: number, what: string): number[] {
  return Array.from({ length: 12 }, (_, month) => row.number(first + month, what));
}

/** One row of [EVAPORATION]. */
export function readEvaporation(draft: Draft, row: Row): void {
  const perDay = draft.units.rainDepth / 86_400;
  const before = draft.evaporation;
  const kinds = ['CONSTANT', 'MONTHLY', 'TIMESERIES', 'TEMPERATURE', 'FILE', 'RECOVERY', 'DRY_ONLY'] as const;
  const kind = row.choice(
    0,
    'a kind of evaporation',
    Object.fromEntries(kinds.map((word) => [word, word])) as Record<string, (typeof kinds)[number]>,
  );
  if (kind === 'RECOVERY') draft.evaporation = { ...before, recoveryPattern: draft.names.refer(row, 1, 'pattern') };
  else if (kind === 'DRY_ONLY') draft.evaporation = { ...before, onlyWhenDry: row.yesOrNo(1, 'YES or NO') };
  else if (kind === 'CONSTANT') {
    draft.evaporation = { ...before, source: { kind: 'constant', rate: row.number(1, 'a rate', 0) * perDay } };
  } else if (kind === 'MONTHLY') {
    draft.evaporation = { ...before, source: { kind: 'monthly', rates: twelve(row, 1, 'a rate').map((rate) => rate * perDay) } };
  } else if (kind === 'TIMESERIES') {
    draft.evaporation = { ...before, source: { kind: 'series', series: draft.names.refer(row, 1, 'series') } };
  } else {
    const isFile = kind === 'FILE';
    const panCoefficients = isFile && row.has(1) ? twelve(row, 1, 'a pan coefficient') : [];
    draft.evaporation = { ...before, source: { kind: 'climate', form: isFile ? 'file' : 'temperature', panCoefficients } };
  }
}

/** One row of [ADJUSTMENTS]: twelve monthly numbers, or a catchment with a pattern. */
export function readAdjustment(draft: Draft, row: Row): void {
  const kinds = {
    TEMPERATURE: 'temperature',
    EVAPORATION: 'evaporation',
    RAINFALL: 'rainfall',
    CONDUCTIVITY: 'conductivity',
    'N-PERV': 'roughnessPattern',
    DSTORE: 'storagePattern',
    INFIL: 'infiltrationPattern',
  } as const;
  const kind = row.choice(0, 'a kind of adjustment', kinds);
  if (kind === 'roughnessPattern' || kind === 'storagePattern' || kind === 'infiltrationPattern') {
    const subcatchment = draft.subcatchments.get(draft.names.refer(row, 1, 'subcatchment'));
    if (subcatchment) draft.subcatchments.set(subcatchment.name, { ...subcatchment, [kind]: draft.names.refer(row, 2, 'pattern') });
    return;
  }
  const { isMetric, rainDepth } = draft.units;
  const factor = kind === 'evaporation' ? rainDepth / 86_400 : kind === 'temperature' && !isMetric ? 5 / 9 : 1;
  draft.adjustments[kind] = twelve(row, 1, 'a monthly value').map((value) => value * factor);
}
