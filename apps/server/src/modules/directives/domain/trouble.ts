import { deadlineAfterWorkingDays } from '@makaverse/calendar';
import type { Rung } from '@makaverse/contract/programmes';
import { duesOf, lateFor, type TimedTask } from './lateness.ts';
import { ladder, rungOf } from './ladder.ts';
import { stepOf } from './task-moves.ts';

/** How many working days a reviewer may take to confirm a report or send it back. */
export const workingDaysToJudge = 2;
/** Silence begins when a unit has not even opened a task for more than these working days after it had to acknowledge it. */
const workingDaysOfSilence = 2;
const countedWorkingDays = 20;

export type TroubleKind = 'unacknowledged' | 'late' | 'silent' | 'undecided';

/** Why a task does not go on by itself, since when, and how high that has climbed. */
export interface TaskTrouble {
  readonly kind: TroubleKind;
  readonly dueAt: Date;
  readonly workingDays: number;
  readonly rung: Rung;
}

/**
 * A task's one trouble, the gravest first: past its deadline without a report; not even opened long after it had to be acknowledged; not
 * yet acknowledged; reported, but not judged in time. Persons who are not named or have not agreed are the nominations' troubles.
 */
export function troubleOf(task: TimedTask, now: Date): TaskTrouble | null {
  const described = (kind: TroubleKind, dueAt: Date): TaskTrouble => ({ kind, dueAt, ...rungOf(dueAt, now) });
  if (task.doneAt !== null) return null;
  if (task.reportedAt !== null) {
    const judgeBy = deadlineAfterWorkingDays(task.reportedAt, workingDaysToJudge);
    return now > judgeBy ? described('undecided', judgeBy) : null;
  }
  if (now > task.deadlineAt) return described('late', task.deadlineAt);
  if (task.acknowledgedAt !== null) return null;
  const isSilent = task.seenAt === null && rungOf(task.acknowledgeBy, now).workingDays > workingDaysOfSilence;
  return described(isSilent ? 'silent' : 'unacknowledged', task.acknowledgeBy);
}

/**
 * How dark a task's cell is on the heat map: 0 when done, 1 to 3 for what is still owed in time; when late, 10, 2 for each working day
 * (counted up to 20) and 5 for each rung climbed.
 */
export function heatOf(task: TimedTask, now: Date): number {
  if (stepOf(task) === 'done') return 0;
  const late = lateFor(task, now);
  if (!late) return Math.max(1, duesOf(task).length);
  const { rung, workingDays } = rungOf(late.dueAt, now);
  const height = rung === 'none' ? 0 : ladder.findIndex((one) => one === rung) + 1;
  return 10 + 2 * Math.min(workingDays, countedWorkingDays) + 5 * height;
}
