import type { listMeetings, Meeting } from '@makaverse/contract/meetings';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Context } from '#platform/context';
import { fromCursor, toCursor } from '#platform/cursor';
import type { Input } from '#platform/module';
import { likePatterns } from '#platform/search-text';
import { meetingIsVisible } from '../../queries/meeting-conditions.ts';
import { meetingViews } from '../../queries/meeting-views.ts';
import type { MeetingRow } from '../../tables.ts';

type Asked = Input<typeof listMeetings>['query'];

/** The moment by which the first page told past from coming; the part, the place in it, the meeting. */
const key = z.tuple([z.iso.datetime(), z.number().int().min(0).max(1), z.number(), z.uuid()]);

/** What comes first: running and coming ones, the next first; then what is past, the latest first. */
const isPast = (at: Date): RawBuilder<number> =>
  sql`(case when meeting.state = 'running' or (meeting.ends_at > ${at} and meeting.state in ('draft','called')) then 0 else 1 end)`;
const rankIn = (at: Date): RawBuilder<number> =>
  sql`(extract(epoch from meeting.starts_at)::float8 * (case when ${isPast(at)} = 0 then 1 else -1 end))`;

/** One page of the meetings the reader may see. */
export async function meetingPage(context: Context, asked: Asked): Promise<{ items: Meeting[]; next: string | null }> {
  const after = fromCursor(asked.cursor, key);
  const at = after ? new Date(after[0]) : context.now;
  const wanted: RawBuilder<boolean>[] = [meetingIsVisible(context.actor)];
  if (asked.state) wanted.push(sql`meeting.state = ${asked.state}`);
  if (asked.kind) wanted.push(sql`meeting.kind = ${asked.kind}`);
  if (asked.q) for (const pattern of likePatterns(asked.q)) wanted.push(sql`meeting.search like ${pattern}`);
  if (after) wanted.push(sql`(${isPast(at)}, ${rankIn(at)}, meeting.id) > (${after[1]}::int, ${after[2]}::float8, ${after[3]}::uuid)`);
  const { rows } = await sql<MeetingRow & { readonly part: number; readonly rank: number }>`
    select meeting.*, ${isPast(at)} as part, ${rankIn(at)} as rank from meetings.meeting meeting
    where ${sql.join(wanted, sql` and `)} order by part, rank, meeting.id limit ${asked.limit + 1}`.execute(context.db);
  const shown = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? shown.at(-1) : undefined;
  return {
    items: await meetingViews(context, shown),
    next: last ? toCursor([at.toISOString(), last.part, last.rank, last.id]) : null,
  };
}

/** The next meeting the reader may see that is running or still to come; null without one. */
export async function nextMeeting(context: Context): Promise<{ id: string; title: string; startsAt: string } | null> {
  const { rows } = await sql<MeetingRow>`select meeting.* from meetings.meeting meeting
    where ${meetingIsVisible(context.actor)} and meeting.state in ('called','running') and meeting.ends_at > ${context.now}
    order by meeting.starts_at, meeting.id limit 1`.execute(context.db);
  const row = rows[0];
  return row ? { id: row.id, title: row.title, startsAt: row.starts_at.toISOString() } : null;
}
