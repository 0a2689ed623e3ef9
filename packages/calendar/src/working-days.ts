import { addDays, daysBetween, weekday, type CivilDate } from './civil-date.ts';
import { holidayOn } from './holidays/known-years.ts';
import { instantAt, witaDate } from './wita.ts';

/**
 * `HH:MM` in WITA. Offices of the city work from 07.30 to 16.00, five days a week (its personnel agency, 22 March 2023; Perpres 21/2023
 * article 4 sets the start). The shorter hours of Ramadan are not modelled: give `endOfWorkingDay` the closing time where they matter.
 */
export const CLOSING_TIME = '16:00';

const FRIDAY = 5;

/** Thrown when a number of working days is not a whole number, or is less than the function allows. */
export class InvalidWorkingDayCount extends Error {
  readonly code = 'invalid-working-day-count';
  readonly count: number;

  constructor(count: number, allowed: string) {
    super(`${count} is not a usable number of working days. Give ${allowed}.`);
    this.name = 'InvalidWorkingDayCount';
    this.count = count;
  }
}

/**
 * Whether offices are open: Monday to Friday, no national holiday, no joint leave.
 *
 * @throws InvalidCivilDate
 * @example isWorkingDay('2022-03-22') // true
 * @example isWorkingDay('2022-03-03') // false, Nyepi
 */
export function isWorkingDay(date: CivilDate): boolean {
  return weekday(date) <= FRIDAY && holidayOn(date) === null;
}

interface Day {
  readonly date: CivilDate;
  readonly isOpen: boolean;
}
/** Days already walked to: a city asks about the same few years again and again, and reading a date costs more than finding it. */
const walked = { forward: new Map<CivilDate, Day>(), back: new Map<CivilDate, Day>() };
const mostWalked = 10_000;

/** The day after or before. */
function neighbour(date: CivilDate, step: 1 | -1): Day {
  const known = walked[step === 1 ? 'forward' : 'back'];
  const found = known.get(date);
  if (found !== undefined) return found;
  const next = addDays(date, step);
  const day = { date: next, isOpen: isWorkingDay(next) };
  if (known.size >= mostWalked) known.clear();
  known.set(date, day);
  return day;
}

/**
 * The day a number of working days later. The start day does not count: from Friday, one working day later is Monday.
 * A negative number counts backwards. Zero gives the start day back, working day or not.
 *
 * @param days a whole number
 * @throws InvalidWorkingDayCount, InvalidCivilDate
 * @example addWorkingDays('2022-03-22', 2) // '2022-03-24'
 * @example addWorkingDays('2022-04-28', 1) // '2022-05-09', after the joint leave of Eid al-Fitr
 */
export function addWorkingDays(date: CivilDate, days: number): CivilDate {
  if (!Number.isSafeInteger(days)) throw new InvalidWorkingDayCount(days, 'a whole number');
  const step = days < 0 ? -1 : 1;
  let current = addDays(date, 0);
  for (let left = Math.abs(days); left > 0;) {
    const day = neighbour(current, step);
    current = day.date;
    if (day.isOpen) left -= 1;
  }
  return current;
}

/**
 * Working days after `from` up to and including `to`; negative when `to` is the earlier one. It undoes `addWorkingDays`:
 * `workingDaysBetween(d, addWorkingDays(d, n))` is `n`.
 *
 * @throws InvalidCivilDate
 * @example workingDaysBetween('2022-03-22', '2022-03-28') // 4: Wednesday, Thursday, Friday, Monday
 */
export function workingDaysBetween(from: CivilDate, to: CivilDate): number {
  const days = daysBetween(from, to);
  const step = days < 0 ? -1 : 1;
  let count = 0;
  let current = from;
  for (let left = Math.abs(days); left > 0; left -= 1) {
    const day = neighbour(current, step);
    current = day.date;
    if (day.isOpen) count += step;
  }
  return count;
}

/**
 * The first working day after a day.
 *
 * @throws InvalidCivilDate
 * @example nextWorkingDay('2022-03-25') // '2022-03-28', a Monday
 */
export function nextWorkingDay(date: CivilDate): CivilDate {
  return addWorkingDays(date, 1);
}

/**
 * The instant at which offices close on a day. Whether offices were open on it is not asked: a deadline said to be "Sunday" ends on
 * Sunday at the same hour.
 *
 * @param closing `HH:MM` in WITA, 16:00 unless told
 * @throws InvalidCivilDate, InvalidClockTime
 * @example endOfWorkingDay('2022-03-24').toISOString() // '2022-03-24T08:00:00.000Z'
 */
export function endOfWorkingDay(date: CivilDate, closing: string = CLOSING_TIME): Date {
  return instantAt(date, closing);
}

/**
 * When a term of working days that began at an instant is over: at closing time of the last of them. The day of the instant does not
 * count, whatever its hour.
 *
 * @param days a whole number, at least 1
 * @throws InvalidWorkingDayCount, InvalidInstant
 * @example deadlineAfterWorkingDays(instantAt('2022-03-22', '11:00'), 2) // Thursday 24 March 2022, 16:00 WITA
 */
export function deadlineAfterWorkingDays(instant: Date, days: number): Date {
  if (!Number.isSafeInteger(days) || days < 1) throw new InvalidWorkingDayCount(days, 'a whole number from 1 up');
  return endOfWorkingDay(addWorkingDays(witaDate(instant), days));
}
