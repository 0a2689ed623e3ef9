import { formatInstant } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import type { SearchHit } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import type { Searched } from '#platform/module';
import { holdsEveryWord } from '#platform/search-text';
import { meetingIsVisible } from '../../queries/meeting-conditions.ts';
import type { MeetingRow } from '../../tables.ts';

/** Meetings whose title or place holds every word, the newest first; only what the reader may see. */
export async function searchMeetings(context: Context, { words, reading, limit }: Searched): Promise<SearchHit[]> {
  const isFound = holdsEveryWord({ table: 'meetings.meeting', as: 'meeting' }, words, reading);
  const { rows } = await sql<MeetingRow>`select meeting.* from meetings.meeting meeting
    where ${meetingIsVisible(context.actor)} and ${isFound}
    order by meeting.starts_at desc, meeting.id desc limit ${limit}`.execute(context.db);
  return rows.map((row) => ({
    kind: 'meeting',
    id: row.id,
    title: row.title,
    detail: `${formatInstant(row.starts_at, context.language, 'short')} · ${text(context.language, `meetings.states.${row.state}`)}`,
    href: pageOf.meeting(row.id),
  }));
}
