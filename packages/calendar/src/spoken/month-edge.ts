import { addMonths, civilDate, civilDateParts, lastDayOfMonth, type CivilDate } from '../civil-date.ts';
import { anyOf, dayOrNull, type SpokenRule } from './rule.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The first or last day of a month or year: "akhir bulan", "akhir bulan depan", "awal April", "end of month", "end of next month",
 * "end of March 2023", "akhir tahun". The last day of the calendar, working day or not.
 */
export const monthEdge: SpokenRule = (words, today, vocabulary) => {
  const { end, start } = vocabulary;
  const found = new RegExp(`^(?:(?<end>${end})|(?:${start})) (?:the )?(?<what>.+)$`).exec(words)?.groups;
  if (found?.['what'] === undefined) return null;
  return edgeOf(found['what'], found['end'] !== undefined, { today, vocabulary });
};

type Setting = { readonly today: CivilDate; readonly vocabulary: Vocabulary };

function edgeOf(what: string, isEnd: boolean, { today, vocabulary }: Setting): CivilDate | null {
  const { month, year, current, next, months } = vocabulary;
  const { year: thisYear } = civilDateParts(today);
  const isMarked = (noun: string, mark: string): boolean => what === `${noun} ${mark}` || what === `${mark} ${noun}`;
  if (what === month || isMarked(month, current)) return notGone(monthEdgeOf(today, isEnd), today);
  if (isMarked(month, next)) return monthEdgeOf(addMonths(today, 1), isEnd);
  if (what === year || isMarked(year, current)) return notGone(yearEdgeOf(thisYear, isEnd), today);
  if (isMarked(year, next)) return yearEdgeOf(thisYear + 1, isEnd);
  const named = new RegExp(`^(${anyOf(months.keys())})(?: (\\d{4}))?$`).exec(what);
  const number = months.get(named?.[1] ?? '');
  if (number === undefined) return null;
  if (named?.[2] !== undefined) return edgeInYear(Number(named[2]), number, isEnd);
  const soon = edgeInYear(thisYear, number, isEnd);
  return soon !== null && soon >= today ? soon : edgeInYear(thisYear + 1, number, isEnd);
}

function edgeInYear(year: number, month: number, isEnd: boolean): CivilDate | null {
  const first = dayOrNull({ year, month, day: 1 });
  return first === null ? null : monthEdgeOf(first, isEnd);
}

function monthEdgeOf(date: CivilDate, isEnd: boolean): CivilDate {
  const { year, month } = civilDateParts(date);
  return civilDate({ year, month, day: isEnd ? lastDayOfMonth({ year, month }) : 1 });
}

function yearEdgeOf(year: number, isEnd: boolean): CivilDate | null {
  return dayOrNull({ year, month: isEnd ? 12 : 1, day: isEnd ? 31 : 1 });
}

/** "The start of this month", said on the 22nd, is no deadline. */
function notGone(date: CivilDate | null, today: CivilDate): CivilDate | null {
  return date === null || date < today ? null : date;
}
