import { formatDate, formatInstant, formatNumber } from '@makaverse/calendar';
import { currentLanguage } from './language.ts';

/** "Selasa, 22 Maret 2022" of a civil date `YYYY-MM-DD`. */
export function dayInWords(date: string): string {
  return formatDate(date, currentLanguage(), 'full');
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
