import { civilDateParts, type CivilDate } from '../civil-date.ts';
import { HOLIDAYS_2021 } from './2021.ts';
import { HOLIDAYS_2022 } from './2022.ts';
import { HOLIDAYS_2023 } from './2023.ts';
import { HOLIDAYS_2024 } from './2024.ts';
import { HOLIDAYS_2025 } from './2025.ts';
import { HOLIDAYS_2026 } from './2026.ts';
import { HOLIDAYS_2027 } from './2027.ts';
import { fixedFeasts } from './fixed-feasts.ts';
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

const byYear = new Map(HOLIDAY_YEARS.map((known) => [known.year, known]));
const byDate = new Map(HOLIDAY_YEARS.flatMap((known) => known.holidays.map((holiday) => [holiday.date, holiday])));

/**
 * The holidays of a year with the decisions they come from. Of a year without data only the fixed feasts, marked provisional: a server
 * that nobody has brought the new decision must not stop on New Year's Day.
 *
 * @example holidayYear(2022).decisions.at(-1)?.number // 'SKB 3 Menteri 678/2022, 2/2022, 2/2022'
 */
export function holidayYear(year: number): HolidayYear {
  const known = byYear.get(year);
  if (known !== undefined) return known;
  const fixed = fixedFeasts(year);
  byYear.set(year, fixed);
  for (const holiday of fixed.holidays) byDate.set(holiday.date, holiday);
  return fixed;
}

/**
 * The national holiday or joint leave on a day, or null. Saturdays and Sundays are no holidays by themselves.
 *
 * @throws InvalidCivilDate
 * @example holidayOn('2022-04-29')?.kind // 'joint-leave'
 */
export function holidayOn(date: CivilDate): Holiday | null {
  holidayYear(civilDateParts(date).year);
  return byDate.get(date) ?? null;
}
