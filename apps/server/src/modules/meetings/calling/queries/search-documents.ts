import { pageOf } from '@makaverse/contract/pages';
import type { SearchHit } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { Searched } from '#platform/module';
import { holdsEveryWord } from '#platform/search-text';
import { meetingIsVisible } from '../../queries/meeting-conditions.ts';

interface Found {
  readonly id: string;
  readonly name: string;
  readonly meeting_id: string;
  readonly title: string;
}

/** Documents of agenda items by their names, the newest first; for whoever may read the meeting. */
export async function searchMeetingDocuments(context: Context, { words, reading, limit }: Searched): Promise<SearchHit[]> {
  const { rows } = await sql<Found>`
    select document.id, document.name, meeting.id as meeting_id, meeting.title
    from meetings.document document join meetings.agenda_item item on item.id = document.item_id
      join meetings.meeting meeting on meeting.id = item.meeting_id
    where ${meetingIsVisible(context.actor)} and ${holdsEveryWord({ table: 'meetings.document', as: 'document' }, words, reading)}
    order by document.uploaded_at desc, document.id limit ${limit}`.execute(context.db);
  return rows.map((row) => ({
    kind: 'document',
    id: row.id,
    title: row.name,
    detail: row.title,
    href: pageOf.meeting(row.meeting_id),
  }));
}
