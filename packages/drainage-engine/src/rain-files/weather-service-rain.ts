import { momentOf } from '../inp/moments.ts';
import { ArchivedRain } from './archived-rain.ts';
import type { ReadRain } from './rain-file-notes.ts';

const HOUR = 3600;
/** Values are hundredths of an inch, whatever the gauge resolves (units HI and HT). */
const HUNDREDTH = 0.0254 / 100;
/** Of the day's sum, which closes each record. */
const SUM_HOUR = 25;

/** `HPD` or `15M`, station and division, element, unit, year, month, day, number of values, then time, value and two flags each. */
const FIXED = /^(?:HPD|15M)(\d{6})\d{2}(HPC|QPC)[A-Z]H[IT](\d{4})(\d{2})(\d{4})\d{3}/;
/** The same with blanks or commas between, with or without the station's name. */
const DELIMITED = /^\s*(\d{6})[\s,].*?\b(HPC|QPC)[A-Z][\s,]+H[IT][\s,]+(\d{4})[\s,]+(\d{1,2})[\s,]+(\d{1,2})[\s,]+/;

interface DayOfRain {
  readonly station: string;
  readonly interval: number;
  readonly day: number;
  /** Time, value and first flag. */
  readonly values: readonly (readonly [string, string, string])[];
}

/** A record of DSI-3240 (hourly) or DSI-3260 (15 minutes), in fixed columns or delimited; null if the line is none. */
export function weatherServiceLine(line: string): DayOfRain | null {
  const fixed = FIXED.exec(line);
  const match = fixed ?? DELIMITED.exec(line);
  if (match === null) return null;
  const [head, station, element, ...date] = match;
  const [year, month, dayOfMonth] = date.map(Number);
  const day = momentOf(year, month, dayOfMonth, 0, 0, 0);
  if (day === null) return null;
  const rest = line.slice(head.length);
  const values = fixed === null ? valuesIn(rest) : groupsIn(rest);
  return { station: station!, interval: element === 'HPC' ? HOUR : HOUR / 4, day, values };
}

function valuesIn(rest: string): (readonly [string, string, string])[] {
  return Array.from(rest.matchAll(/(\d{4})[\s,]+(-?\d{1,6})(?:[\s,]+([^\s\d,]))?/g), ([, time, value, flag]) => [
    time!,
    value!,
    flag ?? '',
  ]);
}

/** Twelve columns a value. */
function groupsIn(rest: string): (readonly [string, string, string])[] {
  const groups: (readonly [string, string, string])[] = [];
  for (let at = 0; at + 10 <= rest.length; at += 12)
    groups.push([rest.slice(at, at + 4), rest.slice(at + 4, at + 10), rest[at + 10] ?? '']);
  return groups;
}

/**
 * Hourly and 15-minute precipitation of the US weather service (NCDC data documentation DSI-3240 and DSI-3260). A value fell before its
 * time. What is accumulated is spread evenly over its period, as SWMM does.
 */
export function readWeatherServiceRain(lines: readonly string[], station: string): ReadRain {
  const archive = new ArchivedRain();
  let hasBegun = false;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const record = weatherServiceLine(line);
    if (record === null) {
      if (hasBegun) archive.bad.push(at + 1);
      continue;
    }
    hasBegun = true;
    for (const [time, value, flag] of record.values) {
      const clock = Number(time);
      const hour = Math.floor(clock / 100);
      if (hour === SUM_HOUR) continue;
      const raw = Number(value);
      if (!Number.isInteger(clock) || !Number.isInteger(raw) || hour > SUM_HOUR || clock % 100 > 59) {
        archive.bad.push(at + 1);
        break;
      }
      const end = record.day + hour * HOUR + (clock % 100) * 60;
      archive.add(at + 1, record.station, end, record.interval, raw, raw * HUNDREDTH, flag.trim());
    }
  }
  return archive.of(station, 'a record of hourly (HPCP) or 15-minute (QPCP) precipitation');
}
