import type { AgendaDraftItem, MeetingDetail } from '@makaverse/contract/meetings';
import type { Transaction } from '#platform/context';
import { NotAllowed } from '#platform/errors';
import { mayKeepMeeting } from '../../policy.ts';
import { lockMeeting } from '../../queries/open-meeting.ts';
import { meetingDetailById } from '../../queries/meeting-views.ts';
import { MeetingNotOpenForChange } from '../domain/broken-rules.ts';
import { writeAgenda } from './write-agenda.ts';

/** Saves the agenda as it is to be; also while the meeting runs, since a point may come up there. */
export async function arrangeAgenda(
  tx: Transaction,
  asked: { id: string; version: number; items: readonly AgendaDraftItem[] },
): Promise<MeetingDetail> {
  const { row, facts } = await lockMeeting(tx, asked.id, asked.version);
  if (!mayKeepMeeting(tx.actor, facts)) throw new NotAllowed();
  if (row.state === 'closed' || row.state === 'cancelled') throw new MeetingNotOpenForChange();
  await writeAgenda(tx, row.id, asked.items);
  await tx.db
    .updateTable('meetings.meeting')
    .set({ version: row.version + 1 })
    .where('id', '=', row.id)
    .execute();
  tx.audit({ action: 'meeting.agenda-arranged', object: 'meeting', objectId: row.id, data: { items: asked.items.length } });
  tx.touch(`meeting:${row.id}`);
  return meetingDetailById(tx, row.id);
}
