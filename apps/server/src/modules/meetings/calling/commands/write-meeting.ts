import { digestOf } from '#platform/audit';
import type { Transaction } from '#platform/context';
import { searchText } from '#platform/search-text';
import type { ResolvedFields } from './resolve-fields.ts';

/** The columns that the fields of a meeting fill. */
export function fieldColumns(fields: ResolvedFields): {
  kind: ResolvedFields['kind'];
  title: string;
  starts_at: Date;
  ends_at: Date;
  place: string;
  link: string | null;
  chair_id: string;
  refresh_of_id: string | null;
  groups: ResolvedFields['groups'];
  search: string;
} {
  return {
    kind: fields.kind,
    title: fields.title,
    starts_at: fields.startsAt,
    ends_at: fields.endsAt,
    place: fields.place,
    link: fields.link,
    chair_id: fields.chairId,
    refresh_of_id: fields.refreshOfId,
    groups: [...fields.groups],
    search: searchText(fields.title, fields.place),
  };
}

/** The fields as the audit log keeps them: title, place and link only by their digests. */
export function auditedFields(fields: ResolvedFields): Record<string, unknown> {
  return { ...fields, title: digestOf(fields.title), place: digestOf(fields.place), link: digestOf(fields.link) };
}

/** Writes who takes the minutes and who is invited, in place of what stood there. */
export async function writeInvited(tx: Transaction, meetingId: string, fields: ResolvedFields): Promise<void> {
  await tx.db.deleteFrom('meetings.meeting_clerk').where('meeting_id', '=', meetingId).execute();
  await tx.db.deleteFrom('meetings.meeting_unit').where('meeting_id', '=', meetingId).execute();
  const clerks = fields.clerkIds.map((personId, position) => ({ meeting_id: meetingId, person_id: personId, position }));
  if (clerks.length > 0) await tx.db.insertInto('meetings.meeting_clerk').values(clerks).execute();
  const units = fields.invited.map((one) => ({ meeting_id: meetingId, unit_id: one.unitId, via_group: one.isViaGroup }));
  if (units.length > 0) await tx.db.insertInto('meetings.meeting_unit').values(units).execute();
}
