import { addDays, weekday, type CivilDate, type Weekday } from '../civil-date.ts';
import { anyOf, type SpokenRule } from './rule.ts';

/** "besok", "lusa", "today", "the day after tomorrow". */
export const nearDay: SpokenRule = (words, today, { nearDays }) => {
  const days = nearDays.get(words);
  return days === undefined ? null : addDays(today, days);
};

/**
 * A weekday. Alone it is the first one after today ("Jumat" said on a Friday is not today). With "ini" / "this" it is the one of the
 * running week, Monday to Sunday, unless gone by. With "depan" / "next" it is the one of the week after, the stricter of the two
 * meanings English knows, so that both languages mean the same day.
 */
export const namedWeekday: SpokenRule = (words, today, { weekdays, current, next, week, coming, day }) => {
  const name = `(?:${day} )?(?<name>${anyOf(weekdays.keys())})`;
  const after = `(?: (?:${coming}|(?<mark>${current}|${next})|(?:(?:${week}) )?(?<late>${next})(?: (?:${week}))?))?`;
  const before = `(?:(?:${coming}|(?<early>${current}|${next})) )?`;
  const found = new RegExp(`^${before}${name}${after}$`).exec(words)?.groups;
  const wanted = weekdays.get(found?.['name'] ?? '');
  if (found === undefined || wanted === undefined) return null;
  const marks = [found['early'], found['mark'], found['late']].filter((mark) => mark !== undefined);
  if (marks.length > 1) return null;
  if (marks[0] === next) return inWeekOf(addDays(today, 7), wanted);
  if (marks[0] === current) {
    const day = inWeekOf(today, wanted);
    return day < today ? null : day;
  }
  const ahead = (wanted - weekday(today) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
};

function inWeekOf(date: CivilDate, wanted: Weekday): CivilDate {
  return addDays(date, wanted - weekday(date));
}
