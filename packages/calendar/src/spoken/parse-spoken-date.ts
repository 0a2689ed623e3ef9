import { civilDateParts, type CivilDate } from '../civil-date.ts';
import type { Language } from '../language.ts';
import { countedTerm, hourTerm, nextTerm } from './counted-term.ts';
import { monthEdge } from './month-edge.ts';
import { namedWeekday, nearDay } from './named-day.ts';
import type { SpokenRule } from './rule.ts';
import { VOCABULARIES, type Vocabulary } from './vocabulary.ts';
import { dayOfMonth, monthDate, numericDate } from './written-date.ts';

const RULES: readonly SpokenRule[] = [
  numericDate,
  monthDate,
  dayOfMonth,
  nearDay,
  nextTerm,
  namedWeekday,
  countedTerm,
  hourTerm,
  monthEdge,
];

/** Longer than the longest deadline anybody says; what is longer is a sentence, not a date. */
const LONGEST_TEXT = 60;

/**
 * The day meant by a deadline in plain Indonesian or English, or null when it is not understood. Nothing is guessed: "segera" is null, a
 * weekday that contradicts its date is null, "sebelum Jumat" is null because it leaves the day open.
 *
 * A date with its year is given back as it is, also when it has gone by; every other form means today or later. Days are calendar days
 * unless "hari kerja" / "working days" is said, and the result need not be a working day.
 *
 * @param text as typed, in any letter case
 * @param today civil date in WITA from which "besok" and "two weeks" count
 * @param language read this language only; both when left out
 * @throws InvalidCivilDate when `today` is no day
 * @example parseSpokenDate('Jumat depan', '2022-03-22') // '2022-04-01'
 * @example parseSpokenDate('in 3 working days', '2022-03-22') // '2022-03-25'
 * @example parseSpokenDate('segera', '2022-03-22') // null
 */
export function parseSpokenDate(text: string, today: CivilDate, language?: Language): CivilDate | null {
  civilDateParts(today);
  if (text.length > LONGEST_TEXT) return null;
  const words = text
    .toLowerCase()
    .replace(/['’‘`]/g, '') // Jum'at is Jumat
    .replace(/\s+/g, ' ')
    .replace(/[.!]+$/, '')
    .trim();
  const vocabularies = language === undefined ? Object.values(VOCABULARIES) : [VOCABULARIES[language]];
  for (const vocabulary of vocabularies) {
    const date = read(words, today, vocabulary);
    if (date !== null) return date;
  }
  return null;
}

/** Try the words as said, then without one opening word after the other ("paling lambat hari Jumat"). */
function read(words: string, today: CivilDate, vocabulary: Vocabulary): CivilDate | null {
  const opening = new RegExp(`^(?:${vocabulary.openings}) (?=.)`);
  for (let rest = words; ; rest = rest.replace(opening, '')) {
    for (const rule of RULES) {
      const date = rule(rest, today, vocabulary);
      if (date !== null) return date;
    }
    if (!opening.test(rest)) return null;
  }
}
