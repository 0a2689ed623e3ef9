import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { workUnitIds } from '#modules/identity';
import { mayRunMeeting, type MeetingFacts } from '../../policy.ts';
import { lockMeeting } from '../../queries/open-meeting.ts';
import { UnitNotInvited } from '../domain/broken-rules.ts';
import { attendanceOf, type Attendance } from '../queries/attendance-list.ts';
import { comeIn } from './come-in.ts';
import { refuseClosedList } from './refuse-closed-list.ts';

/** Somebody who sits alone says that he is here: for his invited unit, or for the meeting he serves. */
export async function checkInSelf(tx: Transaction, asked: { id: string }): Promise<Attendance> {
  const meeting = await lockMeeting(tx, asked.id);
  const unitId = unitOf(tx.actor, meeting.facts);
  if (unitId === undefined) throw new UnitNotInvited();
  refuseClosedList(meeting.row);
  const { personId, name } = tx.actor;
  await comeIn(tx, meeting, { unitId, people: [{ personId, name }], isRoom: false });
  return attendanceOf(tx, meeting);
}

/** Chair and clerks are there whether or not their units were asked. */
function unitOf(actor: Actor, facts: MeetingFacts): string | undefined {
  const units = workUnitIds(actor);
  return units.find((id) => facts.unitIds.includes(id)) ?? (mayRunMeeting(actor, facts) ? units[0] : undefined);
}
