import { hoursLater } from '@makaverse/calendar';
import { nextRungAt, rungOf } from '#modules/directives';
import type { NoticeCause } from './nomination.ts';

/** A reminder or escalation and the instant from which it is due. */
export interface Notice {
  readonly cause: NoticeCause;
  readonly at: Date;
}

const hoursBefore = 24;

/**
 * Everything that is told about one deadline, in order: the day before, at the deadline, then at each rung. One after the other as they
 * are asked for, so that a deadline in a year whose holidays are not decided yet can be given today.
 */
export function* noticesOf(since: Date, dueAt: Date): Generator<Notice, void> {
  const before = hoursLater(dueAt, -hoursBefore);
  // Who was given less than a day need not be told that a day is left.
  if (before > since) yield { cause: 'before-due', at: before };
  yield { cause: 'at-due', at: dueAt };
  for (let at = nextRungAt(dueAt, dueAt); at !== null; at = nextRungAt(dueAt, at)) {
    const { rung } = rungOf(dueAt, at);
    if (rung !== 'none') yield { cause: `rung-${rung}`, at };
  }
}

/** When the next notice after an instant leaves; null when all have left or nothing is due. */
export function nextNoticeAt(since: Date, dueAt: Date | null, after: Date): Date | null {
  if (dueAt === null) return null;
  for (const { at } of noticesOf(since, dueAt)) if (at > after) return at;
  return null;
}

/** What is to be told now. A warning that a day is left is not given any more once the day has passed. */
export function noticesDue(since: Date, dueAt: Date, now: Date): readonly Notice[] {
  const due: Notice[] = [];
  for (const notice of noticesOf(since, dueAt)) {
    if (notice.at > now) break;
    if (notice.cause !== 'before-due' || now < dueAt) due.push(notice);
  }
  return due;
}
