import { formatInstant } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import type { SearchHit } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import { likePatterns } from '#platform/search-text';
import { meetingIsVisible } from '../../queries/meeting-conditions.ts';
import type { MeetingRow } from '../../tables.ts';

/** Meetings whose title or place holds every word, the newest first; only what the reader may see. */
export async function searchMeetings(context: Context, words: string, limit: number): Promise<SearchHit[]> {
  const patterns = likePatterns(words);
  if (patterns.length === 0) return [];
  const wanted = [meetingIsVisible(context.actor), ...patterns.map((pattern) => sql<boolean>`meeting.search like ${pattern}`)];
  const { rows } = await sql<MeetingRow>`select meeting.* from meetings.meeting meeting where ${sql.join(wanted, sql` and `)}
    order by meeting.starts_at desc, meeting.id desc limit ${limit}`.execute(context.db);
  return rows.map((row) => ({
    kind: 'meeting',
    id: row.id,
    title: row.title,
    detail: `${formatInstant(row.starts_at, context.language, 'short')} · ${text(context.language, `meetings.states.${row.state}`)}`,
    href: pageOf.meeting(row.id),
  }));
}
