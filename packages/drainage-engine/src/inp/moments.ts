import { numberIn } from './row.ts';

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const LATEST_YEAR = 9999;

/** Seconds since 1970-01-01 of a moment given in numbers; null where one is missing or no such moment exists. 24:00 is the day's end. */
export function momentOf(
  year: number | null | undefined,
  month: number | null | undefined,
  day: number | null | undefined,
  hour: number | null | undefined,
  minute: number | null | undefined,
  second: number | null | undefined,
): number | null {
  if (year == null || month == null || day == null || hour == null || minute == null || second == null) return null;
  if (![year, month, day, hour, minute].every(Number.isInteger) || year < 1 || year > LATEST_YEAR) return null;
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || !(second >= 0 && second < 60)) return null;
  const made = new Date(0);
  // Date.UTC takes years below 100 for those of the last century.
  made.setUTCFullYear(year, month - 1, day);
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) return null;
  return made.getTime() / 1000 + hour * 3600 + minute * 60 + second;
}

/** A date as `MM/DD/YYYY` (also with `-`, and with a month's name) in seconds since 1970-01-01, or null. */
export function dateIn(word: string): number | null {
  const parts = word.split(/[/-]/);
  if (parts.length !== 3 || word.length > 12) return null;
  const named = months.indexOf(parts[0]!.toUpperCase()) + 1;
  const month = named > 0 ? named : (numberIn(parts[0]!) ?? 0);
  const day = numberIn(parts[1]!) ?? 0;
  const year = numberIn(parts[2]!) ?? -1;
  return momentOf(year, month, day, 0, 0, 0);
}

/** A time or a span: `HH:MM`, `HH:MM:SS` or decimal hours, in seconds; null if it is none. */
export function spanIn(word: string): number | null {
  if (!word.includes(':')) {
    const hours = numberIn(word);
    return hours === null ? null : cleanSeconds(hours * 3600);
  }
  const parts = word.split(':').map(numberIn);
  if (parts.length > 3 || parts.some((part) => part === null || part < 0)) return null;
  const [hours = 0, minutes = 0, seconds = 0] = parts as number[];
  return minutes < 60 && seconds < 60 ? hours * 3600 + minutes * 60 + seconds : null;
}

/** Decimal hours such as 0.0833333 mean a round number of seconds only where they come within a tenth of a millisecond of one. */
function cleanSeconds(seconds: number): number {
  const whole = Math.round(seconds);
  return Math.abs(seconds - whole) < 1e-4 ? whole : seconds;
}

/** Seconds since 1970 as `MM/DD/YYYY`. */
export function writtenDate(seconds: number): string {
  const date = new Date(Math.floor(seconds / 86_400) * 86_400_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(date.getUTCMonth() + 1)}/${two(date.getUTCDate())}/${String(date.getUTCFullYear()).padStart(4, '0')}`;
}

/** A span of whole seconds as `HH:MM:SS` (hours may pass 24), any other one as decimal hours. */
export function writtenSpan(seconds: number): string {
  if (!Number.isInteger(seconds) || seconds < 0) return String(seconds / 3600);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
