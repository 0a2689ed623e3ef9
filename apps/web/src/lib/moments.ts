import { formatDate, formatInstant, formatNumber, formatTime, relativeDays, witaDate } from '@makaverse/calendar';
import { currentLanguage } from './language.ts';

/** "Selasa, 22 Maret 2022" of a civil date `YYYY-MM-DD` or of an instant's day in WITA. */
export function dayInWords(when: string): string {
  return formatDate(when.length === 10 ? when : new Date(when), currentLanguage(), 'full');
}

/** "22 Mar 2022", for tables. */
export function dayShort(date: string): string {
  return formatDate(date, currentLanguage(), 'short');
}

/** "Selasa, 22 Maret 2022, 09.00 WITA" of an instant in ISO 8601. */
export function momentInWords(instant: string): string {
  return formatInstant(new Date(instant), currentLanguage());
}

/** A number as the reader's language writes it. */
export function numberInWords(value: number): string {
  return formatNumber(value, currentLanguage());
}

/** "besok", "3 hari lalu": an instant's civil day seen from `now`'s, both ISO 8601. */
export function daysFromNow(instant: string, now: string): string {
  return relativeDays(witaDate(new Date(instant)), witaDate(new Date(now)), currentLanguage());
}

/** "19.00 WITA" of an instant in ISO 8601. */
export function timeOfDay(instant: string): string {
  return formatTime(new Date(instant), currentLanguage());
}
