import { addMonths, civilDate, civilDateParts, weekday, type CivilDate } from '../civil-date.ts';
import { anyOf, dayOrNull, type SpokenRule } from './rule.ts';

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
/** Dots only where a year follows: "3.5" is a number. */
const NUMERIC = /^(\d{1,2})(?:[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?|\.(\d{1,2})\.(\d{4}|\d{2}))$/;

/** "2022-03-31", "31/3/2022", "31-3-22", "31.3.2022", "31/3": the day before the month, as Indonesia writes it. */
export const numericDate: SpokenRule = (words, today) => {
  const iso = ISO.exec(words);
  if (iso !== null) return dayOrNull({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) });
  const found = NUMERIC.exec(words);
  if (found === null) return null;
  const month = Number(found[2] ?? found[4]);
  return dated({ day: Number(found[1]), month, year: yearOf(found[3] ?? found[5]) }, today);
};

/** "31 Maret", "Kamis, 31 Maret 2022", "31st of March", "March 31, 2022". A weekday that does not fit the day makes it no date. */
export const monthDate: SpokenRule = (words, today, { weekdays, months }) => {
  const lead = `^(?:(?<weekday>${anyOf(weekdays.keys())}),? )?`;
  const month = `(?<month>${anyOf(months.keys())})`;
  const year = '(?:,? (?<year>\\d{4}))?$';
  const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
  const found =
    new RegExp(`${lead}${day} (?:of )?${month}${year}`).exec(words)?.groups ??
    new RegExp(`${lead}${month} ${day}${year}`).exec(words)?.groups;
  if (found === undefined) return null;
  const date = dated({ day: Number(found['day']), month: months.get(found['month'] ?? '') ?? 0, year: yearOf(found['year']) }, today);
  const said = weekdays.get(found['weekday'] ?? '');
  return date === null || (said !== undefined && weekday(date) !== said) ? null : date;
};

const DAY_OF_MONTH = /^(?:tanggal|tgl|the) (\d{1,2})(?:st|nd|rd|th)?$/;

/** "tanggal 31", "the 31st": the next month that has such a day. */
export const dayOfMonth: SpokenRule = (words, today) => {
  const found = DAY_OF_MONTH.exec(words);
  if (found === null) return null;
  const first = civilDate({ ...civilDateParts(today), day: 1 });
  // No two months in a row are shorter than 31 days, so the day comes within three.
  for (let ahead = 0; ahead <= 2; ahead += 1) {
    const date = dayOrNull({ ...civilDateParts(addMonths(first, ahead)), day: Number(found[1]) });
    if (date !== null && date >= today) return date;
  }
  return null;
};

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

type SaidDay = { readonly day: number; readonly month: number; readonly year: number | null };

/** Without a year: this year's, or next year's when that has gone by. */
function dated({ day, month, year }: SaidDay, today: CivilDate): CivilDate | null {
  if (year !== null) return dayOrNull({ year, month, day });
  const thisYear = civilDateParts(today).year;
  const soon = dayOrNull({ year: thisYear, month, day });
  return soon !== null && soon >= today ? soon : dayOrNull({ year: thisYear + 1, month, day });
}
