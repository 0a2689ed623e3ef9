import { MeetingSpanUnfit, MeetingStartsInPast } from './broken-rules.ts';

const longestMs = 24 * 3_600_000;

/** A meeting ends after it begins and within a day. @throws MeetingSpanUnfit */
export function checkSpan(span: { readonly startsAt: Date; readonly endsAt: Date }): void {
  const length = span.endsAt.getTime() - span.startsAt.getTime();
  if (length <= 0 || length > longestMs) throw new MeetingSpanUnfit();
}

/** Whoever is invited must be able to come. @throws MeetingStartsInPast */
export function checkStillAhead(startsAt: Date, now: Date): void {
  if (startsAt <= now) throw new MeetingStartsInPast();
}
