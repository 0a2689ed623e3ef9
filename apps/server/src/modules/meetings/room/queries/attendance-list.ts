import type { attendance } from '@makaverse/contract/meetings-room';
import type { z } from 'zod';
import type { Context } from '#platform/context';
import { personBriefs, unitBriefs } from '#modules/identity';
import type { KnownMeeting } from '../../queries/open-meeting.ts';
import type { AttendeeRow } from '../../tables.ts';
import { presence } from '../domain/presence.ts';

export type Attendance = z.infer<typeof attendance>;

/** Everybody who came to a meeting, in the order they came. */
export async function attendeeRows(db: Context['db'], meetingId: string): Promise<AttendeeRow[]> {
  return db
    .selectFrom('meetings.attendee')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('came_at')
    .orderBy('name_key')
    .orderBy('id')
    .execute();
}

/** The attendance of a meeting that the reader may see; the caller has asked the policy. */
export async function attendanceOf(context: Context, { row, facts }: KnownMeeting): Promise<Attendance> {
  const { db, now } = context;
  const rows = await attendeeRows(db, row.id);
  const units = await unitBriefs(db, [...facts.unitIds, ...rows.map((one) => one.unit_id)]);
  const people = await personBriefs(
    db,
    rows.flatMap((one) => one.person_id ?? []),
    now,
  );
  const counted = presence(
    rows.map((one) => ({ unitId: one.unit_id, hasLeft: one.left_at !== null })),
    { invitedUnitIds: facts.unitIds, isOver: row.state === 'closed' },
  );
  return {
    items: rows.map((one) => ({
      id: one.id,
      unit: units.get(one.unit_id)!,
      person: one.person_id === null ? null : (people.get(one.person_id) ?? null),
      name: one.name,
      cameAt: one.came_at.toISOString(),
      leftAt: one.left_at?.toISOString() ?? null,
      viaRoom: one.via_room,
    })),
    people: counted.people,
    units: counted.units,
    absentUnits: counted.absentUnitIds.map((id) => units.get(id)!).toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  };
}
