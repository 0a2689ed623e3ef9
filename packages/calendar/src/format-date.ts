import { civilDateParts, daysBetween, weekday, type CivilDate } from './civil-date.ts';
import { DATE_WORDS, type Language } from './language.ts';
import { witaDate, witaTime } from './wita.ts';

/** `full`: with weekday; `day`: day, month in full, year; `short`: month in three letters, for dense tables. */
export type DateStyle = 'full' | 'day' | 'short';

/**
 * A day in words.
 *
 * @param when a civil date, or an instant, of which the day in Makassar is shown
 * @throws InvalidCivilDate, InvalidInstant
 * @example formatDate('2022-03-22', 'id') // 'Selasa, 22 Maret 2022'
 * @example formatDate('2022-03-22', 'en', 'short') // '22 Mar 2022'
 */
export function formatDate(when: CivilDate | Date, language: Language, style: DateStyle = 'full'): string {
  const date = typeof when === 'string' ? when : witaDate(when);
  const { year, month, day } = civilDateParts(date);
  const words = DATE_WORDS[language];
  const months = style === 'short' ? words.shortMonths : words.months;
  const text = `${day} ${months[month - 1]} ${year}`;
  return style === 'full' ? `${words.weekdays[weekday(date) - 1]}, ${text}` : text;
}

/**
 * The time of day in Makassar, with its zone. Indonesian writes the hours with a dot (EYD V), English with a colon.
 *
 * @throws InvalidInstant
 * @example formatTime(instantAt('2022-03-22', '09:00'), 'id') // '09.00 WITA'
 */
export function formatTime(instant: Date, language: Language): string {
  const time = witaTime(instant);
  return `${language === 'id' ? time.replace(':', '.') : time} WITA`;
}

/**
 * A day and a time in words.
 *
 * @throws InvalidInstant
 * @example formatInstant(instantAt('2022-03-22', '09:00'), 'id') // 'Selasa, 22 Maret 2022, 09.00 WITA'
 * @example formatInstant(instantAt('2022-03-22', '09:00'), 'en') // 'Tuesday, 22 March 2022, 09:00 WITA'
 */
export function formatInstant(instant: Date, language: Language, style: DateStyle = 'full'): string {
  return `${formatDate(instant, language, style)}, ${formatTime(instant, language)}`;
}

const NEAR_DAYS: Readonly<Record<Language, ReadonlyMap<number, string>>> = {
  id: new Map([
    [-1, 'kemarin'],
    [0, 'hari ini'],
    [1, 'besok'],
    [2, 'lusa'],
  ]),
  en: new Map([
    [-1, 'yesterday'],
    [0, 'today'],
    [1, 'tomorrow'],
  ]),
};

/**
 * How far away a day is, in words and in whole days; never rounded to weeks, because a delay of 41 days should read as 41 days.
 *
 * @param today the day it is seen from
 * @throws InvalidCivilDate
 * @example relativeDays('2022-03-25', '2022-03-22', 'id') // '3 hari lagi'
 * @example relativeDays('2022-03-15', '2022-03-22', 'en') // '7 days ago'
 */
export function relativeDays(date: CivilDate, today: CivilDate, language: Language): string {
  const days = daysBetween(today, date);
  const near = NEAR_DAYS[language].get(days);
  if (near !== undefined) return near;
  if (language === 'id') return days > 0 ? `${days} hari lagi` : `${-days} hari lalu`;
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
