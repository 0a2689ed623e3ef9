import type { Actor } from '#platform/actor';
import { mayKeepMeeting, readsEveryMeeting, type MeetingFacts } from '../policy.ts';

/**
 * Reads a refresh: the leadership and the clerks; of others, who keeps both the refresh and the meeting it goes back to. It tells what
 * every unit owes, so being invited is not enough, nor is drafting a refresh of somebody else's meeting.
 */
export function mayReadRefresh(actor: Actor, refresh: MeetingFacts, earlier: MeetingFacts | null): boolean {
  if (readsEveryMeeting(actor)) return true;
  return earlier !== null && mayKeepMeeting(actor, refresh) && mayKeepMeeting(actor, earlier);
}

/** Pins, drops, orders and adopts: of its readers those who keep the meeting. */
export function maySteerRefresh(actor: Actor, refresh: MeetingFacts, earlier: MeetingFacts | null): boolean {
  return mayReadRefresh(actor, refresh, earlier) && mayKeepMeeting(actor, refresh);
}
