import type { Transaction } from '#platform/context';
import { NotAllowed, RecordMissing } from '#platform/errors';
import { mayCheckInUnit } from '../../policy.ts';
import { lockMeeting } from '../../queries/open-meeting.ts';
import { attendanceOf, type Attendance } from '../queries/attendance-list.ts';
import { refuseClosedList } from './refuse-closed-list.ts';

/** Notes that somebody left: himself, his unit for him, or who serves the meeting. Who has left before stays as he left. */
export async function checkOut(tx: Transaction, asked: { id: string; attendeeId: string }): Promise<Attendance> {
  const meeting = await lockMeeting(tx, asked.id);
  const attendee = await tx.db
    .selectFrom('meetings.attendee')
    .selectAll()
    .where('id', '=', asked.attendeeId)
    .where('meeting_id', '=', meeting.row.id)
    .executeTakeFirst();
  if (!attendee) throw new RecordMissing();
  const isSelf = attendee.person_id === tx.actor.personId;
  if (!isSelf && !mayCheckInUnit(tx.actor, meeting.facts, attendee.unit_id)) throw new NotAllowed();
  refuseClosedList(meeting.row);
  if (attendee.left_at === null) {
    await tx.db.updateTable('meetings.attendee').set({ left_at: tx.now }).where('id', '=', attendee.id).execute();
    const data = { attendeeId: attendee.id, unitId: attendee.unit_id };
    tx.audit({ action: 'meeting.checked-out', object: 'meeting', objectId: meeting.row.id, data });
    tx.touch(`meeting:${meeting.row.id}`);
  }
  return attendanceOf(tx, meeting);
}
