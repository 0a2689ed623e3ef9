import type { AgendaItem } from '@makaverse/contract/meetings';
import type { Transaction } from '#platform/context';
import { NotAllowed } from '#platform/errors';
import { mayFillSlot } from '../../policy.ts';
import { agendaView } from '../../queries/agenda-views.ts';
import { lockItem } from '../../queries/open-item.ts';
import { MeetingOver, NotASlot } from '../domain/broken-rules.ts';

/** The presenting unit writes what it will say: issue, solution, innovation; until the meeting is over. */
export async function fillSlot(
  tx: Transaction,
  asked: { id: string; version: number; issue: string; solution: string; innovation: string },
): Promise<AgendaItem> {
  const { row, facts, item } = await lockItem(tx, asked.id, asked.version);
  if (item.kind !== 'slot') throw new NotASlot();
  if (!mayFillSlot(tx.actor, facts, item.presenter_unit_id)) throw new NotAllowed();
  if (row.state === 'closed' || row.state === 'cancelled') throw new MeetingOver();
  const { issue, solution, innovation } = asked;
  const saved = await tx.db
    .updateTable('meetings.agenda_item')
    .set({ issue, solution, innovation, version: item.version + 1 })
    .where('id', '=', item.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  tx.audit({ action: 'agenda-item.slot-filled', object: 'agenda-item', objectId: item.id, data: { meetingId: row.id } });
  tx.touch(`meeting:${row.id}`);
  return agendaView(tx, saved);
}
