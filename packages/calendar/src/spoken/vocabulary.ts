import type { Weekday } from '../civil-date.ts';
import { DATE_WORDS, type Language } from '../language.ts';

/** What a counted deadline counts. */
export type CountedUnit = 'working-day' | 'day' | 'week' | 'month';

/** The words of one language in which deadlines are spoken; all in lower case, apostrophes taken out. */
export type Vocabulary = {
  readonly weekdays: ReadonlyMap<string, Weekday>;
  /** 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, CountedUnit>;
  /** Days from today. */
  readonly nearDays: ReadonlyMap<string, number>;
  /** "this": marks the running week or month. */
  readonly current: string;
  /** "next", before or after what it marks. */
  readonly next: string;
  /** "the coming one", before or after a weekday; says no more than the weekday alone. */
  readonly coming: string;
  /** Stands before a weekday, where the language says "day Friday". */
  readonly day: string;
  readonly hours: string;
  readonly end: string;
  readonly start: string;
  readonly month: string;
  readonly year: string;
  readonly week: string;
  /** Words that open a deadline and say nothing about the day. */
  readonly openings: string;
  /** Words that close a counted deadline. */
  readonly closings: string;
};

function weekdayMap(full: readonly string[], spellings: readonly (readonly [string, Weekday])[]): Map<string, Weekday> {
  return new Map([...full.map((name, index) => [name.toLowerCase(), (index + 1) as Weekday] as const), ...spellings]);
}

function monthMap(language: Language, spellings: readonly (readonly [string, number])[]): Map<string, number> {
  const { months, shortMonths } = DATE_WORDS[language];
  const numbered = (names: readonly string[]): (readonly [string, number])[] => names.map((name, index) => [name.toLowerCase(), index + 1]);
  return new Map([...numbered(months), ...numbered(shortMonths), ...spellings]);
}

function counted(words: readonly string[]): [string, number][] {
  return words.map((word, index) => [word, index + 1]);
}

const INDONESIAN: Vocabulary = {
  weekdays: weekdayMap(DATE_WORDS.id.weekdays, [['ahad', 7]]),
  months: monthMap('id', [
    ['pebruari', 2],
    ['ags', 8],
    ['agt', 8],
    ['sept', 9],
    ['nopember', 11],
  ]),
  numbers: new Map(
    counted('satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ')).concat([
      ['se', 1],
      ['dua belas', 12],
      ['empat belas', 14],
      ['tiga puluh', 30],
    ]),
  ),
  units: new Map<string, CountedUnit>([
    ['hari kerja', 'working-day'],
    ['hari', 'day'],
    ['minggu', 'week'],
    ['pekan', 'week'],
    ['bulan', 'month'],
  ]),
  nearDays: new Map([
    ['hari ini', 0],
    ['besok', 1],
    ['esok', 1],
    ['esok hari', 1],
    ['besok lusa', 2],
    ['lusa', 2],
  ]),
  current: 'ini',
  next: 'depan',
  coming: 'mendatang|yang akan datang',
  day: 'hari',
  hours: 'jam',
  end: 'akhir',
  start: 'awal',
  month: 'bulan',
  year: 'tahun',
  week: 'minggu|pekan',
  openings: 'paling lambat|selambat-lambatnya|selambatnya|sampai dengan|sampai|hingga|dalam waktu|dalam|pada|hari|tanggal|tgl',
  closings: 'lagi|ke depan|dari sekarang|mendatang|kemudian',
};

const ENGLISH: Vocabulary = {
  weekdays: weekdayMap(DATE_WORDS.en.weekdays, [
    ['mon', 1],
    ['tue', 2],
    ['tues', 2],
    ['wed', 3],
    ['thu', 4],
    ['thurs', 4],
    ['fri', 5],
    ['sat', 6],
    ['sun', 7],
  ]),
  months: monthMap('en', [['sept', 9]]),
  numbers: new Map(
    counted('one two three four five six seven eight nine ten eleven twelve'.split(' ')).concat([
      ['a', 1],
      ['an', 1],
      ['fourteen', 14],
      ['thirty', 30],
    ]),
  ),
  units: new Map<string, CountedUnit>([
    ['working days', 'working-day'],
    ['working day', 'working-day'],
    ['business days', 'working-day'],
    ['business day', 'working-day'],
    ['days', 'day'],
    ['day', 'day'],
    ['weeks', 'week'],
    ['week', 'week'],
    ['months', 'month'],
    ['month', 'month'],
  ]),
  nearDays: new Map([
    ['today', 0],
    ['tomorrow', 1],
    ['day after tomorrow', 2],
  ]),
  current: 'this',
  next: 'next',
  coming: 'coming',
  day: 'day',
  hours: 'hours?',
  end: 'end of',
  start: 'start of|beginning of',
  month: 'month',
  year: 'year',
  week: 'week',
  openings: 'no later than|at the latest|within|until|due|by|on|in|the',
  closings: 'from now|from today|later|at the latest',
};

/** The vocabulary of each language. */
export const VOCABULARIES: Readonly<Record<Language, Vocabulary>> = { id: INDONESIAN, en: ENGLISH };
