/**
 * A working day by number, on any scale the caller likes as long as it is the same one everywhere: a whole number that grows by one
 * each working day. This package knows no calendar; dates become numbers, and numbers dates again, at the caller's.
 *
 * @example workingDaysBetween('2022-01-03', '2022-03-22') // of packages/calendar; the caller's day 0 is then 3 January 2022
 */
export type WorkingDay = number;

/** A step of a programme, as planned and as it went. */
export type Milestone = {
  /** Unique within its programme; not empty. */
  readonly id: string;
  /** The day it is to be reached by the plan first agreed. Not the last promise: against that one nobody would ever be late. */
  readonly plannedFinish: WorkingDay;
  /** Ids of the milestones that must be reached before work on this one can begin. */
  readonly after: readonly string[];
  /** The day it was reached; `null` while it is not. */
  readonly finished: WorkingDay | null;
};

/**
 * A programme as the forecast sees it.
 *
 * @example
 * const drains: Programme = {
 *   id: 'p1', unit: 'pu', start: 0, due: 60,
 *   milestones: [
 *     { id: 'design', plannedFinish: 20, after: [], finished: 26 },
 *     { id: 'build', plannedFinish: 60, after: ['design'], finished: null },
 *   ],
 * }
 */
export type Programme = {
  readonly id: string;
  /** The unit whose record of slip counts beside the programme's own. */
  readonly unit: string;
  /** The day work may begin. */
  readonly start: WorkingDay;
  /** The day by whose end it must be finished to be on time. */
  readonly due: WorkingDay;
  readonly milestones: readonly Milestone[];
};
