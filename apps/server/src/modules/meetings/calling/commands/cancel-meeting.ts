import type { MeetingDetail } from '@makaverse/contract/meetings';
import { digestOf } from '#platform/audit';
import type { Transaction } from '#platform/context';
import { meetingDetailById } from '../../queries/meeting-views.ts';
import { lockToChange } from './change-meeting.ts';
import { tellInvited } from './tell-invited.ts';

/** Cancels a meeting before it is held; of a called one everybody invited is told, with the reason. */
export async function cancelMeeting(tx: Transaction, asked: { id: string; version: number; reason: string }): Promise<MeetingDetail> {
  const { row, facts } = await lockToChange(tx, asked);
  await tx.db
    .updateTable('meetings.meeting')
    .set({
      state: 'cancelled',
      cancelled_at: tx.now,
      cancel_reason: asked.reason,
      sequence: row.sequence + 1,
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute();
  tx.audit({ action: 'meeting.cancelled', object: 'meeting', objectId: row.id, data: { reason: digestOf(asked.reason) } });
  tx.touch(`meeting:${row.id}`);
  if (facts.wasCalled) tellInvited(tx, { meetingId: row.id, notice: 'meeting-cancelled', unitIds: facts.unitIds });
  return meetingDetailById(tx, row.id);
}
