import { civilDateParts, type CivilDate } from '../civil-date.ts';
import { HOLIDAYS_2021 } from './2021.ts';
import { HOLIDAYS_2022 } from './2022.ts';
import { HOLIDAYS_2023 } from './2023.ts';
import { HOLIDAYS_2024 } from './2024.ts';
import { HOLIDAYS_2025 } from './2025.ts';
import { HOLIDAYS_2026 } from './2026.ts';
import { HOLIDAYS_2027 } from './2027.ts';
import type { Holiday, HolidayYear } from './holiday-year.ts';

/**
 * Every year with data, oldest first.
 *
 * @example HOLIDAY_YEARS.find((known) => known.provisional)?.year // 2027
 */
export const HOLIDAY_YEARS: readonly HolidayYear[] = [
  HOLIDAYS_2021,
  HOLIDAYS_2022,
  HOLIDAYS_2023,
  HOLIDAYS_2024,
  HOLIDAYS_2025,
  HOLIDAYS_2026,
  HOLIDAYS_2027,
];

/** Thrown when a working day is asked for in a year whose holidays are not in the calendar. */
export class CalendarYearUnknown extends Error {
  readonly code = 'calendar-year-unknown';
  readonly year: number;

  constructor(year: number) {
    super(
      `The calendar has no holidays for ${year}. Add holidays/${year}.ts to packages/calendar from that year's joint decision ` +
        '(SKB 3 Menteri) and list it in holidays/known-years.ts; until then choose a day in a year it knows.',
    );
    this.name = 'CalendarYearUnknown';
    this.year = year;
  }
}

const byYear = new Map(HOLIDAY_YEARS.map((known) => [known.year, known]));
const byDate = new Map(HOLIDAY_YEARS.flatMap((known) => known.holidays.map((holiday) => [holiday.date, holiday])));

/**
 * The holidays of a year with the decisions they come from.
 *
 * @throws CalendarYearUnknown when there is no data for that year
 * @example holidayYear(2022).decisions.at(-1)?.number // 'SKB 3 Menteri 678/2022, 2/2022, 2/2022'
 */
export function holidayYear(year: number): HolidayYear {
  const known = byYear.get(year);
  if (known === undefined) throw new CalendarYearUnknown(year);
  return known;
}

/**
 * The national holiday or joint leave on a day, or null. Saturdays and Sundays are no holidays by themselves.
 *
 * @throws InvalidCivilDate, CalendarYearUnknown
 * @example holidayOn('2022-04-29')?.kind // 'joint-leave'
 */
export function holidayOn(date: CivilDate): Holiday | null {
  holidayYear(civilDateParts(date).year);
  return byDate.get(date) ?? null;
}
