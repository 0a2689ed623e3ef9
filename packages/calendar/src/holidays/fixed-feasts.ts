import { publicHoliday, type HolidayYear } from './holiday-year.ts';

/**
 * What is certain of any year before its joint decision is known: the national holidays with a fixed day (Keppres 8/2024). Feasts that
 * move with the moon, and joint leave, are missing, so a term reckoned over such a year may end a few days early; never late.
 *
 * @example fixedFeasts(2031).holidays.map((holiday) => holiday.date).at(-1) // '2031-12-25'
 */
export function fixedFeasts(year: number): HolidayYear {
  const on = (day: string): string => `${String(year).padStart(4, '0')}-${day}`;
  return {
    year,
    provisional: true,
    decisions: [],
    holidays: [
      publicHoliday(on('01-01'), `Tahun Baru ${year} Masehi`, "New Year's Day"),
      publicHoliday(on('05-01'), 'Hari Buruh Internasional', 'International Labour Day'),
      publicHoliday(on('06-01'), 'Hari Lahir Pancasila', 'Pancasila Day'),
      publicHoliday(on('08-17'), 'Hari Kemerdekaan Republik Indonesia', 'Independence Day'),
      publicHoliday(on('12-25'), 'Kelahiran Yesus Kristus (Natal)', 'Christmas Day'),
    ],
  };
}
