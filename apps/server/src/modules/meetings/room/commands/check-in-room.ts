import { witaDate } from '@makaverse/calendar';
import type { Transaction } from '#platform/context';
import { NotAllowed } from '#platform/errors';
import { text } from '#platform/language';
import { holdersOf, personBriefs } from '#modules/identity';
import { mayCheckInUnit } from '../../policy.ts';
import { lockMeeting } from '../../queries/open-meeting.ts';
import { AttendeeNotOfUnit, UnitNotInvited } from '../domain/broken-rules.ts';
import type { Comer } from '../domain/check-in.ts';
import { attendanceOf, type Attendance } from '../queries/attendance-list.ts';
import { comeIn } from './come-in.ts';
import { refuseClosedList } from './refuse-closed-list.ts';

/** Somebody in the room: one of the directory, or a name that was typed. */
export type NamedPerson = { readonly personId: string } | { readonly name: string };

/** A unit's room comes in with everybody who sits in it; who is on the list already stays there once. */
export async function checkInRoom(
  tx: Transaction,
  asked: { id: string; unitId: string; people: readonly NamedPerson[] },
): Promise<Attendance> {
  const meeting = await lockMeeting(tx, asked.id);
  if (!mayCheckInUnit(tx.actor, meeting.facts, asked.unitId)) throw new NotAllowed();
  refuseClosedList(meeting.row);
  if (!meeting.facts.unitIds.includes(asked.unitId)) throw new UnitNotInvited();
  await refuseStrangers(tx, asked.unitId, asked.people);
  await comeIn(tx, meeting, { unitId: asked.unitId, people: await withNames(tx, asked.people), isRoom: true });
  return attendanceOf(tx, meeting);
}

async function refuseStrangers(tx: Transaction, unitId: string, people: readonly NamedPerson[]): Promise<void> {
  const own = new Set((await holdersOf(tx.db, { unitIds: [unitId], on: witaDate(tx.now) })).map((one) => one.personId));
  const message = text(tx.language, 'problems.attendee-not-of-unit.title');
  const issues = people.flatMap((one, at) =>
    'personId' in one && !own.has(one.personId) ? [{ path: `people.${at}.personId`, message }] : [],
  );
  if (issues.length > 0) throw new AttendeeNotOfUnit(issues);
}

async function withNames(tx: Transaction, people: readonly NamedPerson[]): Promise<Comer[]> {
  const ids = people.flatMap((one) => ('personId' in one ? [one.personId] : []));
  const briefs = await personBriefs(tx.db, ids, tx.now);
  return people.map((one) =>
    'personId' in one ? { personId: one.personId, name: briefs.get(one.personId)!.name } : { personId: null, name: one.name },
  );
}
