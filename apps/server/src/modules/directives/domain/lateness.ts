import type { TaskFacts } from './task-moves.ts';
import { workingDaysSince } from './ladder.ts';

/** A step that a task's unit owes. */
export type OwedStep = 'acknowledged' | 'named' | 'reported';

/** Until when each step is owed; no day for naming a person where one was named with the directive, or none is needed. */
export interface TaskTerms {
  readonly acknowledgeBy: Date;
  readonly nominateBy: Date | null;
  readonly deadlineAt: Date;
}
export type TimedTask = TaskFacts & TaskTerms;

/** A step with its deadline. */
export interface Due {
  readonly step: OwedStep;
  readonly dueAt: Date;
}

/** How many working days a unit has to say what it understood. */
export const workingDaysToAcknowledge = 2;

/** What the unit still owes, the earliest first. Once it has reported, it waits for others. */
export function duesOf(task: TimedTask): Due[] {
  if (task.reportedAt !== null || task.doneAt !== null) return [];
  const dues: Due[] = [{ step: 'reported', dueAt: task.deadlineAt }];
  if (task.acknowledgedAt === null) dues.push({ step: 'acknowledged', dueAt: task.acknowledgeBy });
  if (task.nominateBy !== null && task.namedAt === null && task.picId === null) dues.push({ step: 'named', dueAt: task.nominateBy });
  return dues.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.step < b.step ? -1 : 1));
}

/**
 * The step whose deadline passed first, or null while none has. Lateness is read from the clock and kept nowhere, so with the same
 * facts it never goes back.
 */
export function lateFor(task: TimedTask, now: Date): (Due & { readonly workingDays: number }) | null {
  const first = duesOf(task)[0];
  return first && now > first.dueAt ? { ...first, workingDays: workingDaysSince(first.dueAt, now) } : null;
}
