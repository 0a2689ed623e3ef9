import { witaDate } from '@makaverse/calendar';
import type { MeetingDetail } from '@makaverse/contract/meetings';
import type { Transaction } from '#platform/context';
import { NotAllowed } from '#platform/errors';
import { text } from '#platform/language';
import { unitTree } from '#modules/identity';
import { mayKeepMeeting } from '../../policy.ts';
import { lockMeeting } from '../../queries/open-meeting.ts';
import { meetingDetailById } from '../../queries/meeting-views.ts';
import { MeetingNotHeld } from '../domain/broken-rules.ts';
import type { MeetingRow } from '../../tables.ts';
import { insertDraft } from './draft-meeting.ts';
import { resolveFields } from './resolve-fields.ts';
import { auditedFields } from './write-meeting.ts';

const longestTitle = 300;

/** Drafts the refresh of a meeting that was held: same chair, clerks, place and invited; its agenda writes itself. */
export async function makeNextMeeting(tx: Transaction, asked: { id: string; startsAt: string; minutes: number }): Promise<MeetingDetail> {
  const { row, facts } = await lockMeeting(tx, asked.id);
  if (!mayKeepMeeting(tx.actor, facts)) throw new NotAllowed();
  if (row.state !== 'closed') throw new MeetingNotHeld();
  const tree = await unitTree(tx.db, witaDate(tx.now));
  const named = await tx.db
    .selectFrom('meetings.meeting_unit')
    .select('unit_id')
    .where('meeting_id', '=', row.id)
    .where('via_group', '=', false)
    .execute();
  const startsAt = new Date(asked.startsAt);
  const fields = await resolveFields(tx, {
    kind: 'refresh',
    title: titleAfter(row).slice(0, longestTitle),
    startsAt: asked.startsAt,
    endsAt: new Date(startsAt.getTime() + asked.minutes * 60_000).toISOString(),
    place: row.place,
    link: row.link,
    chairId: row.chair_id,
    clerkIds: facts.clerkIds,
    refreshOfId: row.id,
    // A unit that was closed since then is not invited again.
    unitIds: named.flatMap((one) => (tree.get(one.unit_id) ? [one.unit_id] : [])),
    groups: row.groups,
  });
  const id = await insertDraft(tx, fields);
  tx.audit({ action: 'meeting.drafted', object: 'meeting', objectId: id, data: auditedFields(fields) });
  tx.touch(`meeting:${id}`, `meeting:${row.id}`);
  return meetingDetailById(tx, id);
}

// The refresh of a refresh still refreshes the same meeting.
function titleAfter(row: MeetingRow): string {
  return row.kind === 'refresh' ? row.title : text('id', 'meetings.next-title', { title: row.title });
}
