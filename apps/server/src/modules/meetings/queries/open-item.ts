import type { Context, Transaction } from '#platform/context';
import { EditConflict, RecordMissing } from '#platform/errors';
import type { AgendaItemRow } from '../tables.ts';
import { agendaView } from './agenda-views.ts';
import { lockMeeting, type KnownMeeting } from './open-meeting.ts';

/** An agenda item with its meeting, both locked; with a `version` it must be the item's present one. @throws RecordMissing | EditConflict */
export async function lockItem(tx: Transaction, id: string, version?: number): Promise<KnownMeeting & { readonly item: AgendaItemRow }> {
  const meetingId = await meetingIdOf(tx, id);
  const meeting = await lockMeeting(tx, meetingId);
  const item = await tx.db.selectFrom('meetings.agenda_item').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!item) throw new RecordMissing();
  if (version !== undefined && item.version !== version) throw new EditConflict(await agendaView(tx, item));
  return { ...meeting, item };
}

async function meetingIdOf(context: Context, itemId: string): Promise<string> {
  const row = await context.db.selectFrom('meetings.agenda_item').select('meeting_id').where('id', '=', itemId).executeTakeFirst();
  if (!row) throw new RecordMissing();
  return row.meeting_id;
}
