import { nextWorkingDay, witaDate } from '@makaverse/calendar';
import type { Rung } from '@makaverse/contract/programmes';
import { duesOf, type Due, type TimedTask } from './lateness.ts';
import { rungOf } from './ladder.ts';

/** What is said of a deadline: that it comes, that it passed, and then to one rung after the other. */
export type NoticeKind = 'due-soon' | 'overdue' | Exclude<Rung, 'none'>;

/** A deadline of a task about which somebody is to be told. */
export interface Notice {
  readonly step: 'acknowledged' | 'reported';
  readonly dueAt: Date;
  readonly kind: NoticeKind;
  readonly workingDays: number;
}

function kindOf(dueAt: Date, now: Date): NoticeKind | null {
  if (now > dueAt) {
    const { rung } = rungOf(dueAt, now);
    return rung === 'none' ? 'overdue' : rung;
  }
  // On a Friday, Monday is as near as tomorrow.
  return witaDate(dueAt) <= nextWorkingDay(witaDate(now)) ? 'due-soon' : null;
}

/** What is to be said now of a task's deadlines. Naming a person has notices of its own, with the nominations. */
export function noticesOf(task: TimedTask, now: Date): Notice[] {
  return duesOf(task)
    .filter((due): due is Due & { step: Notice['step'] } => due.step !== 'named')
    .flatMap(({ step, dueAt }) => {
      const kind = kindOf(dueAt, now);
      return kind === null ? [] : [{ step, dueAt, kind, workingDays: rungOf(dueAt, now).workingDays }];
    });
}
