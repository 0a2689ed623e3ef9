import { addDays, addMonths, type CivilDate } from '../civil-date.ts';
import { addWorkingDays } from '../working-days.ts';
import { anyOf, type SpokenRule } from './rule.ts';
import type { CountedUnit } from './vocabulary.ts';

/**
 * "dua minggu", "3 hari lagi", "seminggu", "2 hari kerja", "in 3 working days", "a month". Today does not count. No deadline is said in more
 * than three digits, and without that limit "999999999 hari kerja" would count for minutes.
 */
export const countedTerm: SpokenRule = (words, today, { numbers, units, closings }) => {
  const pattern = `^(?:(?<digits>\\d{1,3})|(?<word>${anyOf(numbers.keys())})) ?(?<unit>${anyOf(units.keys())})(?: (?:${closings}))?$`;
  const found = new RegExp(pattern).exec(words)?.groups;
  const unit = units.get(found?.['unit'] ?? '');
  if (found === undefined || unit === undefined) return null;
  const count = numbers.get(found['word'] ?? '') ?? Number(found['digits']);
  return count < 1 ? null : later(today, count, unit);
};

function later(today: CivilDate, count: number, unit: CountedUnit): CivilDate {
  if (unit === 'working-day') return addWorkingDays(today, count);
  if (unit === 'month') return addMonths(today, count);
  return addDays(today, unit === 'week' ? count * 7 : count);
}

/** "2x24 jam", "48 jam", "24 hours": as days, a day begun counting whole. */
export const hourTerm: SpokenRule = (words, today, { hours, closings }) => {
  const found = new RegExp(`^(?:(\\d{1,2}) ?[x×] ?)?(\\d{1,3}) ?(?:${hours})(?: (?:${closings}))?$`).exec(words);
  if (found === null) return null;
  const total = Number(found[1] ?? 1) * Number(found[2]);
  return total < 1 ? null : addDays(today, Math.ceil(total / 24));
};

/** "minggu depan", "next week", "bulan depan", "next month": the same day of the next one. */
export const nextTerm: SpokenRule = (words, today, { week, month, next }) => {
  const isNext = (what: string): boolean => new RegExp(`^(?:${next} (?:${what})|(?:${what}) ${next})$`).test(words);
  if (isNext(week)) return addDays(today, 7);
  return isNext(month) ? addMonths(today, 1) : null;
};
