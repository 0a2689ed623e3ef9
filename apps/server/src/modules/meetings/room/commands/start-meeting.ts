import type { MeetingDetail } from '@makaverse/contract/meetings';
import type { Transaction } from '#platform/context';
import { NotAllowed } from '#platform/errors';
import { mayRunMeeting } from '../../policy.ts';
import { meetingDetailById } from '../../queries/meeting-views.ts';
import { lockMeeting } from '../../queries/open-meeting.ts';
import { MeetingNotCalled } from '../domain/broken-rules.ts';

/** Opens a called meeting; from now on its time counts. */
export async function startMeeting(tx: Transaction, asked: { id: string; version: number }): Promise<MeetingDetail> {
  const { row, facts } = await lockMeeting(tx, asked.id, asked.version);
  if (!mayRunMeeting(tx.actor, facts)) throw new NotAllowed();
  if (row.state !== 'called') throw new MeetingNotCalled();
  await tx.db
    .updateTable('meetings.meeting')
    .set({ state: 'running', started_at: tx.now, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute();
  tx.audit({ action: 'meeting.started', object: 'meeting', objectId: row.id });
  tx.touch(`meeting:${row.id}`);
  return meetingDetailById(tx, row.id);
}
