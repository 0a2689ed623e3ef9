import type { Transaction } from '#platform/context';
import type { KnownMeeting } from '../../queries/open-meeting.ts';
import { planCheckIn, type CheckInPlan, type Comer } from '../domain/check-in.ts';
import { nameKey } from '../domain/name-key.ts';
import { attendeeRows } from '../queries/attendance-list.ts';

/** Brings people onto the list of a meeting for one unit; the meeting is locked, so nobody else is writing the same list. */
export async function comeIn(
  tx: Transaction,
  { row }: KnownMeeting,
  coming: { unitId: string; people: readonly Comer[]; isRoom: boolean },
): Promise<void> {
  const { unitId, people, isRoom } = coming;
  const rows = await attendeeRows(tx.db, row.id);
  const isNamed = (personId: string | null): boolean => personId !== null && people.some((one) => one.personId === personId);
  const elsewhere = rows.filter((one) => one.unit_id !== unitId && isNamed(one.person_id));
  const listed = rows
    .filter((one) => one.unit_id === unitId)
    .map((one) => ({ id: one.id, personId: one.person_id, nameKey: one.name_key, hasLeft: one.left_at !== null }));
  const plan = planCheckIn(listed, people, new Set(elsewhere.map((one) => one.person_id!)));
  const returned = [...plan.returned, ...elsewhere.filter((one) => one.left_at !== null).map((one) => one.id)];
  if (plan.added.length + plan.recognised.length + returned.length === 0) return;
  await addPeople(tx, plan.added, { meeting_id: row.id, unit_id: unitId, via_room: isRoom });
  for (const one of plan.recognised) await recognise(tx, one);
  if (returned.length > 0) await tx.db.updateTable('meetings.attendee').set({ left_at: null }).where('id', 'in', returned).execute();
  const data = { unitId, people: plan.added.length, returned: returned.length };
  tx.audit({ action: 'meeting.checked-in', object: 'meeting', objectId: row.id, data });
  tx.touch(`meeting:${row.id}`);
}

async function addPeople(
  tx: Transaction,
  people: CheckInPlan['added'],
  where: { meeting_id: string; unit_id: string; via_room: boolean },
): Promise<void> {
  if (people.length === 0) return;
  const came = { ...where, came_at: tx.now, left_at: null, added_by_id: tx.actor.personId };
  await tx.db
    .insertInto('meetings.attendee')
    .values(people.map((one) => ({ id: tx.newId(), person_id: one.personId, name: one.name, name_key: one.nameKey, ...came })))
    .execute();
}

async function recognise(tx: Transaction, one: CheckInPlan['recognised'][number]): Promise<void> {
  const known = { person_id: one.personId, name: one.name, name_key: nameKey(one.name) };
  await tx.db.updateTable('meetings.attendee').set(known).where('id', '=', one.id).execute();
}
