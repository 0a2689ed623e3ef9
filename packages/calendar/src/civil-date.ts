/**
 * A day on the wall calendar in Makassar, written `YYYY-MM-DD` (ISO 8601, proleptic Gregorian, years 0001 to 9999).
 * It has no time and no zone: "civil date in WITA".
 *
 * @example const refresh: CivilDate = '2022-03-22'
 */
export type CivilDate = string;

/** Thrown when a text is not a day that exists, such as `'2022-02-30'` or `'22/3/2022'`. */
export class InvalidCivilDate extends Error {
  readonly code = 'invalid-civil-date';
  readonly value: string;

  constructor(value: string) {
    super(`"${value}" is not a day of the calendar. Write it as YYYY-MM-DD, for example 2022-03-22.`);
    this.name = 'InvalidCivilDate';
    this.value = value;
  }
}

/** Year, month (1 to 12) and day of the month (1 to 31). */
export type CivilDateParts = { readonly year: number; readonly month: number; readonly day: number };

const MS_PER_DAY = 86_400_000;
const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days from 1970-01-01; the only place where a civil date touches `Date`, and in UTC, so that no machine's zone can shift it. */
function dayNumberOf({ year, month, day }: CivilDateParts): number {
  // Date.UTC reads years 0 to 99 as 1900 to 1999; setUTCFullYear does not.
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  return moment.getTime() / MS_PER_DAY;
}

function fromDayNumber(dayNumber: number): CivilDateParts {
  const moment = new Date(dayNumber * MS_PER_DAY);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() };
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function readParts(text: string): CivilDateParts | null {
  const match = CIVIL_DATE.exec(text);
  if (match === null) return null;
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  if (parts.year === 0) return null;
  const real = fromDayNumber(dayNumberOf(parts));
  return real.month === parts.month && real.day === parts.day ? parts : null;
}

/**
 * Whether a text is a day that exists, written `YYYY-MM-DD`.
 *
 * @example isCivilDate('2024-02-29') // true
 * @example isCivilDate('2022-02-29') // false
 */
export function isCivilDate(text: string): text is CivilDate {
  return readParts(text) !== null;
}

/**
 * The three numbers of a civil date.
 *
 * @throws InvalidCivilDate when the text is no day of the calendar
 * @example civilDateParts('2022-03-22') // { year: 2022, month: 3, day: 22 }
 */
export function civilDateParts(date: CivilDate): CivilDateParts {
  const parts = readParts(date);
  if (parts === null) throw new InvalidCivilDate(date);
  return parts;
}

/**
 * A civil date from its three numbers.
 *
 * @throws InvalidCivilDate when there is no such day
 * @example civilDate({ year: 2022, month: 3, day: 22 }) // '2022-03-22'
 */
export function civilDate({ year, month, day }: CivilDateParts): CivilDate {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (!isCivilDate(text)) throw new InvalidCivilDate(text);
  return text;
}

/**
 * The day a whole number of days later (earlier, when negative); weekends and holidays count.
 *
 * @throws InvalidCivilDate when the start, or the result, is no day of the calendar
 * @example addDays('2022-03-22', 10) // '2022-04-01'
 */
export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDate(fromDayNumber(dayNumberOf(civilDateParts(date)) + days));
}

/**
 * The same day of the month a whole number of months later; where that month is shorter, its last day.
 *
 * @throws InvalidCivilDate when the start, or the result, is no day of the calendar
 * @example addMonths('2022-01-31', 1) // '2022-02-28'
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = civilDateParts(date);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return civilDate({ ...target, day: Math.min(day, lastDayOfMonth(target)) });
}

/**
 * How many days a month has (28 to 31).
 *
 * @example lastDayOfMonth({ year: 2024, month: 2 }) // 29
 */
export function lastDayOfMonth({ year, month }: { readonly year: number; readonly month: number }): number {
  return fromDayNumber(dayNumberOf({ year, month: month + 1, day: 0 })).day;
}

/**
 * Whole days from one civil date to another; negative when `to` is the earlier one.
 *
 * @throws InvalidCivilDate when either is no day of the calendar
 * @example daysBetween('2022-03-15', '2022-03-22') // 7
 */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumberOf(civilDateParts(to)) - dayNumberOf(civilDateParts(from));
}

/** Day of the week after ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * The day of the week of a civil date (ISO 8601: 1 Monday to 7 Sunday).
 *
 * @throws InvalidCivilDate when the text is no day of the calendar
 * @example weekday('2022-03-22') // 2, a Tuesday
 */
export function weekday(date: CivilDate): Weekday {
  // 1970-01-01 was a Thursday, the fourth day of its week.
  const sinceMonday = (dayNumberOf(civilDateParts(date)) + 3) % 7;
  return ((sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1) as Weekday;
}
