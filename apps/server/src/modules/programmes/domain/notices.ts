import { hoursLater } from '@makaverse/calendar';
import { nextRungAt, rungOf } from '#modules/directives';
import type { NoticeCause } from './nomination.ts';

/** A reminder or escalation and the instant from which it is due. */
export interface Notice {
  readonly cause: NoticeCause;
  readonly at: Date;
}

const hoursBefore = 24;

/** Everything that is told about one deadline, in order: the day before, at the deadline, then at each rung. */
export function noticesOf(since: Date, dueAt: Date): readonly Notice[] {
  const before = hoursLater(dueAt, -hoursBefore);
  const notices: Notice[] = [];
  // Who was given less than a day need not be told that a day is left.
  if (before > since) notices.push({ cause: 'before-due', at: before });
  notices.push({ cause: 'at-due', at: dueAt });
  for (let at = nextRungAt(dueAt, dueAt); at !== null; at = nextRungAt(dueAt, at)) {
    const { rung } = rungOf(dueAt, at);
    if (rung !== 'none') notices.push({ cause: `rung-${rung}`, at });
  }
  return notices;
}

/** When the next notice after an instant leaves; null when all have left or nothing is due. */
export function nextNoticeAt(since: Date, dueAt: Date | null, after: Date): Date | null {
  if (dueAt === null) return null;
  return noticesOf(since, dueAt).find((notice) => notice.at > after)?.at ?? null;
}

/** What is to be told now. A warning that a day is left is not given any more once the day has passed. */
export function noticesDue(since: Date, dueAt: Date, now: Date): readonly Notice[] {
  return noticesOf(since, dueAt).filter((notice) => notice.at <= now && !(notice.cause === 'before-due' && now >= dueAt));
}
