import { daysBetween, type CivilDate } from '@makaverse/calendar';
import type { Light } from '@makaverse/contract/programmes-truth';

/**
 * A milestone the reviewer has not confirmed yet, as the colour sees it. What the owner reports of it moves nothing: done is what the
 * reviewer confirmed.
 */
export interface WatchedMilestone {
  readonly position: number;
  readonly title: string;
  readonly plannedOn: CivilDate;
  readonly promisedOn: CivilDate;
  readonly isReported: boolean;
  readonly weight: number;
  /** How often its date was moved to a later one. */
  readonly laterMoves: number;
}

/** All a colour is made from. */
export interface ProgrammeFacts {
  readonly today: CivilDate;
  readonly left: readonly WatchedMilestone[];
  /** How many the reviewer has confirmed, and their weight. */
  readonly confirmed: { readonly milestones: number; readonly weight: number };
  /** Of the unit that is silent longest; 0 while none is. */
  readonly silentWorkingDays: number;
  /** Share of the ceiling that is spent, 0 to 1 and beyond; null where no money is planned. */
  readonly spentShare: number | null;
  /** Photos the reviewer lately refused as evidence. */
  readonly refusedPhotos: number;
}

/** Why a programme has its colour, as data; the words are in the texts. */
export type ColourReason =
  | {
      readonly code: 'milestone-late';
      readonly position: number;
      readonly title: string;
      readonly days: number;
      readonly others: number;
      readonly isReported: boolean;
    }
  | { readonly code: 'promises-moved'; readonly count: number; readonly position: number }
  | { readonly code: 'promised-late'; readonly position: number; readonly days: number }
  | { readonly code: 'silent'; readonly workingDays: number }
  | { readonly code: 'money-ahead'; readonly spentPercent: number; readonly donePercent: number }
  | { readonly code: 'photos-refused'; readonly count: number }
  | { readonly code: 'on-plan' }
  | { readonly code: 'finished' };

export interface Colour {
  readonly light: Light;
  /** The strongest first; never empty. */
  readonly reasons: readonly ColourReason[];
}

const lights: readonly Light[] = ['green', 'yellow-green', 'yellow-red', 'red'];
const worst = lights.length - 1;

/** Days late from which a light is reached: one week is a warning, two are a delay, more is red. */
const daysToYellowRed = 7;
const daysToRed = 14;
/** The third promise about a milestone (the plan is the first) is worth less than the first two. */
const movesToDoubt = 2;
/** Working days of silence after which nobody knows any more how it stands. */
const silenceToRed = 10;
/** Money runs ahead of what is done by this share of the ceiling. */
const moneyAhead = 0.25;
const moneyFarAhead = 0.5;

type Graded = { readonly grade: number; readonly reason: ColourReason };

/**
 * The colour of a programme, never chosen by anybody: from milestones that are past their planned day and not confirmed, promises that
 * were moved, silence, money and evidence. Null while there is no plan. A date the owner moves, a milestone he reports and a report he
 * sends make no late programme green, because lateness is held against the plan and ends with the reviewer's confirmation alone.
 */
export function colourOf(facts: ProgrammeFacts): Colour | null {
  const { left, confirmed } = facts;
  if (left.length === 0 && confirmed.milestones === 0) return null;
  if (left.length === 0) return { light: 'green', reasons: [{ code: 'finished' }] };
  const graded = [...lateness(left, facts.today), ...promises(left), ...silence(facts), ...money(facts), ...evidence(facts)];
  const grade = Math.max(0, ...graded.map((one) => one.grade));
  const reasons = graded.toSorted((a, b) => b.grade - a.grade).map((one) => one.reason);
  return { light: lights[Math.min(grade, worst)]!, reasons: reasons.length > 0 ? reasons : [{ code: 'on-plan' }] };
}

function lateness(left: readonly WatchedMilestone[], today: CivilDate): Graded[] {
  const late = left
    .map((one) => ({ ...one, days: daysBetween(one.plannedOn, today) }))
    .filter((one) => one.days > 0)
    .toSorted((a, b) => b.days - a.days || a.position - b.position);
  const [first] = late;
  if (!first) return [];
  const byDays = first.days > daysToRed ? 3 : first.days > daysToYellowRed ? 2 : 1;
  // A late programme whose promises did not hold before is not helped by the next one.
  const isDoubted = movesOf(left) >= movesToDoubt;
  const { position, title, days, isReported } = first;
  const reason = { code: 'milestone-late', position, title, days, others: late.length - 1, isReported } as const;
  return [{ grade: byDays + (isDoubted ? 1 : 0), reason }];
}

const movesOf = (left: readonly WatchedMilestone[]): number => left.reduce((sum, one) => sum + one.laterMoves, 0);

function promises(left: readonly WatchedMilestone[]): Graded[] {
  const count = movesOf(left);
  const mostMoved = left.toSorted((a, b) => b.laterMoves - a.laterMoves || a.position - b.position)[0]!;
  const moved: Graded[] = count > 0 ? [{ grade: 1, reason: { code: 'promises-moved', count, position: mostMoved.position } }] : [];
  const slipped = left
    .map((one) => ({ position: one.position, days: daysBetween(one.plannedOn, one.promisedOn) }))
    .toSorted((a, b) => b.days - a.days || a.position - b.position)[0]!;
  if (slipped.days <= 0) return moved;
  return [...moved, { grade: 1, reason: { code: 'promised-late', ...slipped } }];
}

function silence({ silentWorkingDays: workingDays }: ProgrammeFacts): Graded[] {
  if (workingDays === 0) return [];
  return [{ grade: workingDays > silenceToRed ? 3 : 2, reason: { code: 'silent', workingDays } }];
}

function money({ left, confirmed, spentShare }: ProgrammeFacts): Graded[] {
  if (spentShare === null) return [];
  const done = confirmed.weight / left.reduce((sum, one) => sum + one.weight, confirmed.weight);
  const ahead = spentShare - done;
  if (ahead < moneyAhead) return [];
  const reason = { code: 'money-ahead', spentPercent: Math.round(spentShare * 100), donePercent: Math.round(done * 100) } as const;
  return [{ grade: ahead < moneyFarAhead ? 1 : 2, reason }];
}

function evidence({ refusedPhotos: count }: ProgrammeFacts): Graded[] {
  return count === 0 ? [] : [{ grade: 1, reason: { code: 'photos-refused', count } }];
}

/** From good (0) to bad (3), to rank by; a programme without a plan stands between what is worse and what is green. */
export function gradeOf(light: Light | null): number {
  return light === null ? 0.5 : lights.indexOf(light);
}

/** How the colour went since an earlier day. */
export function trendOf(before: Light | null, now: Light | null): 'better' | 'same' | 'worse' | 'unknown' {
  if (before === null || now === null) return 'unknown';
  if (before === now) return 'same';
  return gradeOf(now) < gradeOf(before) ? 'better' : 'worse';
}
