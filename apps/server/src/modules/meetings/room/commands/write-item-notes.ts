import type { AgendaItem } from '@makaverse/contract/meetings';
import { digestOf } from '#platform/audit';
import type { Transaction } from '#platform/context';
import { NotAllowed } from '#platform/errors';
import { mayClerk } from '../../policy.ts';
import { agendaView } from '../../queries/agenda-views.ts';
import { lockItem } from '../../queries/open-item.ts';
import { MeetingNotRunning, NotesInApprovedMinutes } from '../domain/broken-rules.ts';

/** The clerk's notes on an item, while the meeting runs and, for what was still in his hand at the close, until its minutes are approved. */
export async function writeItemNotes(tx: Transaction, asked: { id: string; notes: string; version: number }): Promise<AgendaItem> {
  const { row, facts, item } = await lockItem(tx, asked.id, asked.version);
  if (!mayClerk(tx.actor, facts)) throw new NotAllowed();
  if (row.state !== 'running' && row.state !== 'closed') throw new MeetingNotRunning();
  if (facts.minutesState === 'approved') throw new NotesInApprovedMinutes();
  const saved = await tx.db
    .updateTable('meetings.agenda_item')
    .set({ notes: asked.notes, version: item.version + 1 })
    .where('id', '=', item.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  tx.audit({
    action: 'agenda-item.noted',
    object: 'agenda-item',
    objectId: item.id,
    data: { meetingId: row.id, notes: digestOf(asked.notes) },
  });
  tx.touch(`meeting:${row.id}`);
  return agendaView(tx, saved);
}
