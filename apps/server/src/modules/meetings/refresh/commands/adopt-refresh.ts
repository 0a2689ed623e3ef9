import type { MeetingDetail } from '@makaverse/contract/meetings';
import type { Transaction } from '#platform/context';
import { meetingDetailById } from '../../queries/meeting-views.ts';
import { lockRefresh } from '../queries/open-refresh.ts';
import { refreshAgendaOf } from '../queries/refresh-agenda.ts';
import { keepSteering } from './keep-steering.ts';
import { writeTopics } from './write-topics.ts';

/** Puts the selection on the meeting's agenda in place of what was adopted before; again as often as wanted until the meeting is opened. */
export async function adoptRefresh(tx: Transaction, asked: { id: string; version: number }): Promise<MeetingDetail> {
  const { id } = asked;
  const refresh = await lockRefresh(tx, id, asked.version);
  // The agenda is written in the language of the city, not of whoever adopts it: everybody reads it.
  const drawn = await refreshAgendaOf(tx, refresh, 'id');
  await writeTopics(
    tx,
    id,
    drawn.candidates.filter((one) => one.isSelected),
  );
  await tx.db
    .updateTable('meetings.meeting')
    .set({ version: refresh.row.version + 1 })
    .where('id', '=', id)
    .execute();
  await keepSteering(tx, { meetingId: id, steering: refresh.steering, adoptedAt: tx.now, version: asked.version + 1 });
  tx.audit({ action: 'refresh.adopted', object: 'meeting', objectId: id, data: { keys: drawn.order, minutes: drawn.minutesUsed } });
  tx.touch(`meeting:${id}`);
  return meetingDetailById(tx, id);
}
