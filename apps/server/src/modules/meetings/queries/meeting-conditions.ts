import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#platform/actor';
import { workUnitIds } from '#modules/identity';
import { readsEveryMeeting } from '../policy.ts';

const uuids = (ids: readonly string[]): RawBuilder<string[]> => sql`${[...ids]}::uuid[]`;

/** `mayReadMeeting` as a condition on `meeting`; a test holds the two against each other. */
export function meetingIsVisible(actor: Actor): RawBuilder<boolean> {
  return readsEveryMeeting(actor) ? sql`true` : meetingConcerns(actor);
}

/** Meetings a person has a part in: he serves them, stands in for their chair, or works in an invited unit. */
export function meetingConcerns(actor: Actor): RawBuilder<boolean> {
  const chairs = actor.powers.flatMap((one) => (one.power === 'chair' || one.power === 'approve-minutes' ? [one.fromPersonId] : []));
  return sql`(meeting.chair_id = any(${uuids([actor.personId, ...chairs])}) or meeting.created_by_id = ${actor.personId}
    or exists (select from meetings.meeting_clerk c where c.meeting_id = meeting.id and c.person_id = ${actor.personId})
    or (meeting.called_at is not null and exists (select from meetings.meeting_unit u
      where u.meeting_id = meeting.id and u.unit_id = any(${uuids(workUnitIds(actor))}))))`;
}
