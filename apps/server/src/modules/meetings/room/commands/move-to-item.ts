import type { AgendaItem } from '@makaverse/contract/meetings';
import type { Transaction } from '#platform/context';
import { NotAllowed } from '#platform/errors';
import { mayRunMeeting } from '../../policy.ts';
import { agendaView } from '../../queries/agenda-views.ts';
import { lockMeeting } from '../../queries/open-meeting.ts';
import type { AgendaItemRow } from '../../tables.ts';
import { ItemNotInAgenda, MeetingNotRunning } from '../domain/broken-rules.ts';
import { endSpan } from './end-span.ts';

/**
 * Takes the meeting to an item, or to none. Who presses for where the meeting already is changes nothing: two who press at once move on
 * once, and the item's clock goes on.
 */
export async function moveToItem(tx: Transaction, asked: { id: string; itemId: string | null }): Promise<{ current: AgendaItem | null }> {
  const { row, facts } = await lockMeeting(tx, asked.id);
  if (!mayRunMeeting(tx.actor, facts)) throw new NotAllowed();
  if (row.state !== 'running') throw new MeetingNotRunning();
  const item = asked.itemId === null ? null : await itemOf(tx, row.id, asked.itemId);
  const fromId = await runningItemId(tx, row.id);
  if (fromId !== asked.itemId) {
    await endSpan(tx, row.id);
    if (item) {
      const span = { id: tx.newId(), meeting_id: row.id, item_id: item.id, started_at: tx.now, ended_at: null };
      await tx.db.insertInto('meetings.item_span').values(span).execute();
    }
    tx.audit({ action: 'meeting.moved', object: 'meeting', objectId: row.id, data: { fromItemId: fromId, toItemId: asked.itemId } });
    tx.touch(`meeting:${row.id}`);
  }
  return { current: item && (await agendaView(tx, item)) };
}

async function itemOf(tx: Transaction, meetingId: string, itemId: string): Promise<AgendaItemRow> {
  const query = tx.db.selectFrom('meetings.agenda_item').selectAll().where('id', '=', itemId).where('meeting_id', '=', meetingId);
  const item = await query.executeTakeFirst();
  if (!item) throw new ItemNotInAgenda();
  return item;
}

async function runningItemId(tx: Transaction, meetingId: string): Promise<string | null> {
  const query = tx.db.selectFrom('meetings.item_span').select('item_id').where('meeting_id', '=', meetingId).where('ended_at', 'is', null);
  return (await query.executeTakeFirst())?.item_id ?? null;
}
