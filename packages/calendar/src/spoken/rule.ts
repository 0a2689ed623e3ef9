import { civilDate, isCivilDate, type CivilDate, type CivilDateParts } from '../civil-date.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One way of saying a deadline: the day it means, or null when the words are not said that way. */
export type SpokenRule = (words: string, today: CivilDate, vocabulary: Vocabulary) => CivilDate | null;

/** A group of alternatives for a regular expression, longest first, so that "hari kerja" is not read as "hari". */
export function anyOf(words: Iterable<string>): string {
  return [...words].toSorted((a, b) => b.length - a.length).join('|');
}

/** A civil date, or null where there is no such day ("31 April"). */
export function dayOrNull(parts: CivilDateParts): CivilDate | null {
  const { year, month, day } = parts;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCivilDate(text) ? civilDate(parts) : null;
}
