import { civilDateOfDay, civilDateParts, type CivilDate } from './civil-date.ts';

/** WITA (Waktu Indonesia Tengah) is UTC+8 all year: Keppres 41/1987; the tz database's Asia/Makassar knows no summer time. */
const WITA_OFFSET_MS = 8 * 3_600_000;
const MS_PER_HOUR = 3_600_000;
const CLOCK_TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Thrown when a `Date` holds no moment (`new Date('nonsense')`), or hours are not a finite number. */
export class InvalidInstant extends Error {
  readonly code = 'invalid-instant';

  constructor(reason: string) {
    super(`This is not a moment in time: ${reason}.`);
    this.name = 'InvalidInstant';
  }
}

/** Thrown when a time of day is not written `HH:MM` from 00:00 to 23:59. */
export class InvalidClockTime extends Error {
  readonly code = 'invalid-clock-time';
  readonly value: string;

  constructor(value: string) {
    super(`"${value}" is not a time of day. Write it as HH:MM, for example 09:00.`);
    this.name = 'InvalidClockTime';
    this.value = value;
  }
}

const MS_PER_DAY = 24 * MS_PER_HOUR;

/** Milliseconds of the same wall clock read as if it stood in UTC. */
function wallClock(instant: Date): number {
  const moment = instant.getTime() + WITA_OFFSET_MS;
  if (Number.isNaN(moment)) throw new InvalidInstant('the Date is invalid');
  return moment;
}

/**
 * The civil date in Makassar at an instant.
 *
 * @param instant a moment of the epoch clock
 * @throws InvalidInstant when the `Date` is invalid; InvalidCivilDate beyond the year 9999
 * @example witaDate(new Date('2022-03-22T17:30:00Z')) // '2022-03-23', half past one at night
 */
export function witaDate(instant: Date): CivilDate {
  return civilDateOfDay(Math.floor(wallClock(instant) / MS_PER_DAY));
}

/**
 * The time of day in Makassar at an instant, `HH:MM` in 24 hours; seconds are cut off, not rounded.
 *
 * @throws InvalidInstant when the `Date` is invalid
 * @example witaTime(new Date('2022-03-22T01:00:00Z')) // '09:00'
 */
export function witaTime(instant: Date): string {
  return new Date(wallClock(instant)).toISOString().slice(-13, -8);
}

/**
 * The instant at which the clocks in Makassar show a time on a day.
 *
 * @param date civil date in WITA
 * @param time `HH:MM`, 00:00 to 23:59
 * @throws InvalidCivilDate, InvalidClockTime
 * @example instantAt('2022-03-22', '09:00').toISOString() // '2022-03-22T01:00:00.000Z'
 */
export function instantAt(date: CivilDate, time: string): Date {
  civilDateParts(date);
  if (!CLOCK_TIME.test(time)) throw new InvalidClockTime(time);
  return new Date(Date.parse(`${date}T${time}:00Z`) - WITA_OFFSET_MS);
}

/**
 * The instant a number of hours later (earlier, when negative). Hours run through nights, weekends and holidays: "within 48 hours"
 * is counted so, "within two working days" is not (see `deadlineAfterWorkingDays`).
 *
 * @param hours may be a fraction; 0.5 is thirty minutes
 * @throws InvalidInstant when the `Date` is invalid or `hours` is not finite
 * @example hoursLater(instantAt('2022-03-25', '16:00'), 48) // Sunday 27 March 2022, 16:00 WITA
 */
export function hoursLater(instant: Date, hours: number): Date {
  const moment = new Date(instant.getTime() + hours * MS_PER_HOUR);
  if (Number.isNaN(moment.getTime())) throw new InvalidInstant(`${hours} hours after an invalid or far-away Date`);
  return moment;
}
