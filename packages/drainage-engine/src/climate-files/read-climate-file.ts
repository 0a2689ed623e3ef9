import { momentOf } from '../inp/moments.ts';
import { numberIn } from '../inp/row.ts';
import { wordsIn } from '../inp/split-sections.ts';
import type { Climate } from '../model/rain.ts';
import type { UserUnits } from '../model/units.ts';
import { celsius, ClimateDays } from './climate-days.ts';

const SECONDS_PER_DAY = 86_400;
const INCH = 0.0254;
/** Lines that may stand before the first line of data. */
const MOST_HEADINGS = 6;

/** Days of a climate file, and the lines that were passed over, counted from 1. */
export interface ReadClimate {
  readonly days: Climate['days'];
  readonly bad: readonly number[];
}

/** Takes one line in; false where it is none of the format. */
type LineReader = (line: string, days: ClimateDays) => boolean;

/**
 * Reads a climate file of any of the formats that SWMM knows (SWMM 5.2 User's Manual, section 11.4): user-prepared rows, DSI-3200 of the US
 * weather service, GHCN-Daily of NCEI Climate Data Online, and days of Environment Canada.
 *
 * @param units of the model: user-prepared and GHCN files are in them
 * @example readClimateFile('STA 2024 1 15 31 23 4.2', userUnits('CMS')).days[0].highest // 31
 */
export function readClimateFile(text: string, units: UserUnits): ReadClimate {
  const lines = text.split(/\r?\n/);
  const headings = lines.slice(0, MOST_HEADINGS);
  const heading = headings.find((line) => /^\s*STATION\b.*\bDATE\b/i.test(line));
  let read: LineReader = (line, days) => userPrepared(line, days, units);
  if (heading !== undefined) read = onlineReader(heading, units);
  else if (headings.some((line) => WEATHER_SERVICE.test(line))) read = weatherService;
  else if (headings.some((line) => CANADIAN.test(line))) read = canadian;
  const days = new ClimateDays();
  const bad: number[] = [];
  lines.forEach((line, at) => {
    const isRemark = line.trim() === '' || line.startsWith(';') || line === heading || /^[-\s]+$/.test(line);
    if (!isRemark && !read(line, days)) bad.push(at + 1);
  });
  return { days: days.days(), bad };
}

/** Station, year, month, day, highest and lowest temperature, evaporation, wind; `*` where nothing was measured. */
function userPrepared(line: string, days: ClimateDays, units: UserUnits): boolean {
  const words = wordsIn(line);
  const [year, month, day, highest, lowest, evaporation] = words.slice(1, 7).map(numberIn);
  const moment = momentOf(year, month, day, 0, 0, 0);
  if (moment === null || words.length < 6) return false;
  setDay(days, moment, units, highest, lowest, evaporation);
  return true;
}

function setDay(
  days: ClimateDays,
  moment: number,
  { isMetric, rainDepth }: UserUnits,
  highest: number | null | undefined,
  lowest: number | null | undefined,
  evaporation: number | null | undefined,
): void {
  const degrees = (value: number | null | undefined): number | null => (value == null ? null : isMetric ? value : celsius(value));
  days.set(moment, 'highest', degrees(highest));
  days.set(moment, 'lowest', degrees(lowest));
  days.set(moment, 'evaporation', evaporation == null ? null : (evaporation * rainDepth) / SECONDS_PER_DAY);
}

/** GHCN-Daily: the columns that the heading names; -9999 where nothing was measured. */
function onlineReader(heading: string, units: UserUnits): LineReader {
  const columnOf = (name: string): number => heading.toUpperCase().search(new RegExp(`\\b${name}\\b`));
  const columns = ['TMAX', 'TMIN', 'EVAP'].map(columnOf);
  return (line, days) => {
    const date = /(?:^|\s)(\d{4})(\d{2})(\d{2})(?:\s|$)/.exec(line);
    const moment = date === null ? null : momentOf(Number(date[1]), Number(date[2]), Number(date[3]), 0, 0, 0);
    if (moment === null) return false;
    const [highest, lowest, evaporation] = columns.map((at) => {
      const value = at < 0 ? null : numberIn(wordsIn(line.slice(at))[0] ?? '');
      return value === null || value <= -9999 ? null : value;
    });
    setDay(days, moment, units, highest, lowest, evaporation);
    return true;
  };
}

/** Record type, station, element, unit, year, month, filler, number of values; then day, hour, signed value and two flags each. */
const WEATHER_SERVICE = /^DLY.{8}(TMAX|TMIN|EVAP|[A-Z]{4}).{2}(\d{4})(\d{2}).{4}(\d{3})/;
const WEATHER_QUANTITIES = {
  TMAX: ['highest', celsius],
  TMIN: ['lowest', celsius],
  EVAP: ['evaporation', (value: number): number => ((value / 100) * INCH) / SECONDS_PER_DAY],
} as const;

/** DSI-3200: whole degrees F and hundredths of an inch; 99999 where nothing was measured. */
function weatherService(line: string, days: ClimateDays): boolean {
  const match = WEATHER_SERVICE.exec(line);
  if (match === null) return false;
  const [head, element, year, month, count] = match;
  if (!Object.hasOwn(WEATHER_QUANTITIES, element!)) return true;
  const [quantity, convert] = WEATHER_QUANTITIES[element as keyof typeof WEATHER_QUANTITIES];
  for (let k = 0; k < Number(count); k += 1) {
    const group = line.slice(head.length + 12 * k, head.length + 12 * k + 10);
    const moment = momentOf(Number(year), Number(month), Number(group.slice(0, 2)), 0, 0, 0);
    const value = numberIn(group.slice(4).replaceAll(' ', ''));
    if (moment === null || value === null) return false;
    days.set(moment, quantity, Math.abs(value) >= 99_999 ? null : convert(value));
  }
  return true;
}

/** Station, year, month, element; then 31 days of sign, five digits and a flag. */
const CANADIAN = /^(\d{7})(\d{4})(0[1-9]|1[0-2])(\d{3})(?=[ -]\d{5})/;
const tenth = (value: number): number => value / 10;
const CANADIAN_QUANTITIES: Readonly<Record<string, readonly ['highest' | 'lowest' | 'evaporation', (value: number) => number]>> = {
  '001': ['highest', tenth],
  '002': ['lowest', tenth],
  '151': ['evaporation', (value) => value / 10_000 / SECONDS_PER_DAY],
};

/** Days of the digital archive of Canadian climatological data: tenths of degrees C and of millimetres; 99999 where nothing was measured. */
function canadian(line: string, days: ClimateDays): boolean {
  const match = CANADIAN.exec(line);
  if (match === null) return false;
  const [head, , year, month, element] = match;
  const known = CANADIAN_QUANTITIES[element!];
  if (known === undefined) return true;
  for (let k = 0; k < 31; k += 1) {
    const moment = momentOf(Number(year), Number(month), k + 1, 0, 0, 0);
    const value = numberIn(line.slice(head.length + 7 * k, head.length + 7 * k + 6).replaceAll(' ', ''));
    // The archive fills short months up.
    if (moment === null) continue;
    if (value === null) return false;
    days.set(moment, known[0], Math.abs(value) >= 99_999 ? null : known[1](value));
  }
  return true;
}
