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

const DAYS_PER_ERA = 146_097;
const YEARS_PER_ERA = 400;
/** Days from 1 March of year 0 to 1970-01-01. */
const DAYS_TO_EPOCH = 719_468;

/**
 * Days from 1970-01-01, counted in years that begin in March, so that the leap day is the last (Howard Hinnant, "chrono-Compatible Low-Level
 * Date Algorithms", days_from_civil). No `Date`: no machine's zone can shift it, and pages of programmes ask for it by the ten thousand.
 */
function dayNumberOf({ year, month, day }: CivilDateParts): number {
  const fromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(fromMarch / YEARS_PER_ERA);
  const yearOfEra = fromMarch - era * YEARS_PER_ERA;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_EPOCH;
}

/** The other way round (civil_from_days there). */
function fromDayNumber(dayNumber: number): CivilDateParts {
  const days = dayNumber + DAYS_TO_EPOCH;
  const era = Math.floor(days / DAYS_PER_ERA);
  const dayOfEra = days - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0), month, day };
}

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : DAYS_OF_MONTH[month - 1]!;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** The number written at a place of a text; NaN where anything but a digit stands. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function readParts(text: string): CivilDateParts | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  const isDay = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
  return isDay ? { year, month, day } : null;
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
  return civilDateOfDay(dayNumberOf(civilDateParts(date)) + days);
}

/**
 * The civil date a whole number of days after 1970-01-01.
 *
 * @throws InvalidCivilDate when it lies outside the years 1 to 9999
 * @example civilDateOfDay(19_073) // '2022-03-22'
 */
export function civilDateOfDay(dayNumber: number): CivilDate {
  return civilDate(fromDayNumber(dayNumber));
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
  return daysOf(year, month);
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
