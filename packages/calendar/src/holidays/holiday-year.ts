import type { CivilDate } from '../civil-date.ts';

/**
 * `public`: a national holiday (Keppres 8/2024, before it Keppres 251/1967 and its changes).
 * `joint-leave`: *cuti bersama*; offices of government are closed on it as on a holiday (PP 11/2017 on civil servants, article 333).
 */
export type HolidayKind = 'public' | 'joint-leave';

/** A day on which government offices are closed although it may be a weekday. */
export type Holiday = {
  readonly date: CivilDate;
  readonly kind: HolidayKind;
  readonly name: { readonly id: string; readonly en: string };
};

/** A decision that made or changed the list of a year. */
export type HolidayDecision = {
  /** Number as printed on the decision, the ministers in the order religion, manpower, state apparatus. */
  readonly number: string;
  /** Day of signature; null where only the number is known to us. */
  readonly date: CivilDate | null;
  readonly effect: string;
};

/** Everything known about the holidays of one year. */
export type HolidayYear = {
  readonly year: number;
  /** True while no decision has been issued: the days are estimates and joint leave is missing. */
  readonly provisional: boolean;
  readonly decisions: readonly HolidayDecision[];
  readonly holidays: readonly Holiday[];
};

/** Shorthand for the data files: a national holiday. */
export function publicHoliday(date: CivilDate, id: string, en: string): Holiday {
  return { date, kind: 'public', name: { id, en } };
}

/** Shorthand for the data files: a day of joint leave around a holiday. */
export function jointLeave(date: CivilDate, id: string, en: string): Holiday {
  return { date, kind: 'joint-leave', name: { id: `Cuti bersama ${id}`, en: `Joint leave for ${en}` } };
}
