/** Working days, WITA time and Indonesian forms of dates and numbers. Pure: no clock, no locale data, no imports. */
export {
  addDays,
  addMonths,
  civilDate,
  civilDateParts,
  daysBetween,
  InvalidCivilDate,
  isCivilDate,
  weekday,
  type CivilDate,
  type CivilDateParts,
  type Weekday,
} from './civil-date.ts';
export { formatDate, formatInstant, formatTime, relativeDays, type DateStyle } from './format-date.ts';
export { formatNumber, formatRupiah, NumberNotFinite, type RupiahStyle } from './format-number.ts';
export type { Holiday, HolidayDecision, HolidayKind, HolidayYear } from './holidays/holiday-year.ts';
export { HOLIDAY_YEARS, holidayOn, holidayYear } from './holidays/known-years.ts';
export type { Language } from './language.ts';
export { parseSpokenDate } from './spoken/parse-spoken-date.ts';
export { hoursLater, InvalidClockTime, InvalidInstant, instantAt, witaDate, witaTime } from './wita.ts';
export {
  addWorkingDays,
  CLOSING_TIME,
  deadlineAfterWorkingDays,
  endOfWorkingDay,
  InvalidWorkingDayCount,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from './working-days.ts';
