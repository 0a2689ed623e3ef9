import type { Context } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import type { Download } from '#platform/module';
import { canReadMeeting } from '../../queries/open-meeting.ts';

/** The bytes of a document, for whoever may read its meeting. @throws RecordMissing */
export async function readDocument(context: Context, id: string): Promise<Download> {
  const row = await context.db
    .selectFrom('meetings.document as document')
    .innerJoin('meetings.agenda_item as item', 'item.id', 'document.item_id')
    .select(['document.name', 'document.media_type', 'document.sha256', 'item.meeting_id'])
    .where('document.id', '=', id)
    .executeTakeFirst();
  if (!row || !(await canReadMeeting(context, row.meeting_id))) throw new RecordMissing();
  return { body: Buffer.from(await context.files.get(row.sha256)), fileName: row.name, mediaType: row.media_type };
}
