import type { Actor } from '#platform/actor';
import { mayKeepMeeting, readsEveryMeeting, type MeetingFacts } from '../policy.ts';

/** The meetings a refresh goes back to; null when it looks at the whole city. */
export type Earlier = readonly MeetingFacts[] | null;

/**
 * Reads a refresh: the leadership and the clerks; of others, who keeps the refresh and every meeting it goes back to. It tells what
 * every unit owes, so being invited is not enough, nor is drafting a refresh of somebody else's meeting.
 */
export function mayReadRefresh(actor: Actor, refresh: MeetingFacts, earlier: Earlier): boolean {
  if (readsEveryMeeting(actor)) return true;
  return earlier !== null && [refresh, ...earlier].every((one) => mayKeepMeeting(actor, one));
}

/** Pins, drops, orders and adopts: of its readers those who keep the meeting. */
export function maySteerRefresh(actor: Actor, refresh: MeetingFacts, earlier: Earlier): boolean {
  return mayReadRefresh(actor, refresh, earlier) && mayKeepMeeting(actor, refresh);
}
