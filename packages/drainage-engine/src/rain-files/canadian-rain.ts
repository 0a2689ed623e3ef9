import { momentOf } from '../inp/moments.ts';
import { ArchivedRain } from './archived-rain.ts';
import type { ReadRain } from './rain-file-notes.ts';

/** Values are tenths of a millimetre. */
const TENTH = 0.0001;
const COLUMNS = 7;
/** Elements of rain by interval: 123 an hour (HLY03, HLY21), 159 a quarter (FIF21). */
const INTERVALS: Readonly<Record<string, number>> = { '123': 3600, '159': 900 };

/** Station, year (four digits, three in old files), month, day, element. */
const FORMS = [/^(\d{7})(\d{4})(\d{2})(\d{2})(123|159)/, /^(\d{7})(\d{3})(\d{2})(\d{2})(123|159)/];

interface DayOfRain {
  readonly station: string;
  readonly day: number;
  readonly interval: number;
  readonly rest: string;
}

/** A record of one day of rain; null if the line is none. */
export function canadianLine(line: string): DayOfRain | null {
  for (const form of FORMS) {
    const match = form.exec(line);
    if (match === null) continue;
    const [head, station, yearWord, month, dayOfMonth, element] = match;
    const short = Number(yearWord);
    const year = yearWord!.length === 4 ? short : short + (short < 500 ? 2000 : 1000);
    const day = year < 1800 || year > 2200 ? null : momentOf(year, Number(month), Number(dayOfMonth), 0, 0, 0);
    if (day !== null) return { station: station!, day, interval: INTERVALS[element!]!, rest: line.slice(head.length) };
  }
  return null;
}

/**
 * Hourly (HLY03, HLY21) and 15-minute (FIF21) rain of Environment Canada (technical documentation of the digital archive of Canadian
 * climatological data): a day a line, values of sign, five digits and a flag. The first value fell before midnight, as SWMM reads it.
 */
export function readCanadianRain(lines: readonly string[], station: string): ReadRain {
  const archive = new ArchivedRain();
  let hasBegun = false;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const record = canadianLine(line);
    // A flag at the end of the line may be blank and cut off.
    const count = record === null ? 0 : Math.ceil(record.rest.trimEnd().length / COLUMNS);
    if (record === null || count * record.interval < 86_400) {
      if (hasBegun || record !== null) archive.bad.push(at + 1);
      continue;
    }
    hasBegun = true;
    for (let k = 0; k * record.interval < 86_400; k += 1) {
      const raw = Number(record.rest.slice(k * COLUMNS, k * COLUMNS + COLUMNS - 1).replace(/\s+/, ''));
      if (!Number.isInteger(raw)) {
        archive.bad.push(at + 1);
        break;
      }
      const flag = record.rest[k * COLUMNS + COLUMNS - 1] ?? '';
      // Of the archive's flags only M means that nothing is known; A and the like mark sums over days.
      archive.add(at + 1, record.station, record.day + k * record.interval, record.interval, raw, raw * TENTH, flag === 'M' ? 'M' : '');
    }
  }
  return archive.of(station, 'a day of hourly (element 123) or 15-minute (element 159) rain');
}
