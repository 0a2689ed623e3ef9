import type { Actor } from '#platform/actor';
import { mayApproveMinutes, mayChair, mayClerk, readsEveryMeeting, type MeetingFacts } from '../policy.ts';

/** Writes and edits the minutes: who serves the meeting, or who may approve them. */
export function mayWriteMinutes(actor: Actor, meeting: MeetingFacts): boolean {
  return mayClerk(actor, meeting) || mayApproveMinutes(actor, meeting);
}

/**
 * Reads minutes that are not approved: who may write or approve them, and who reads every meeting anyway. An unfinished record binds
 * nobody and is not passed round; approved minutes are open to whoever may read the meeting.
 */
export function mayReadDraftMinutes(actor: Actor, meeting: MeetingFacts): boolean {
  return readsEveryMeeting(actor) || mayWriteMinutes(actor, meeting) || mayChair(actor, meeting);
}
