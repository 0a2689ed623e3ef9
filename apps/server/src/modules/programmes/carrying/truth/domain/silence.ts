import { rungOf, type Climb } from '#modules/directives';
import { deadlineAfter, type Reporting } from '../../check-in/domain/due-check-in.ts';

/** Silence begins after more than two working days (product: "no check-in for more than two working days after it was due"). */
const workingDaysOfGrace = 2;

/** A part for which no report came in time. */
export interface Missing extends Climb {
  /** The first deadline that passed unanswered: a second one missed does not start the clock again. */
  readonly dueAt: Date;
  readonly isSilent: boolean;
}

/** What is missing of a part's reports; null while nothing is. */
export function missingReport({ since, answered }: Reporting, now: Date): Missing | null {
  const dueAt = deadlineAfter(answered === null || answered < since ? since : answered);
  if (now <= dueAt) return null;
  const climb = rungOf(dueAt, now);
  return { ...climb, dueAt, isSilent: climb.workingDays > workingDaysOfGrace };
}
