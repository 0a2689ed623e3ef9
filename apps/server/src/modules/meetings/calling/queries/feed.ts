import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import { text } from '#platform/language';
import { actorOf, personBriefs } from '#modules/identity';
import { meetingConcerns } from '../../queries/meeting-conditions.ts';
import type { MeetingRow } from '../../tables.ts';
import { calendarOf } from '../calendar-object.ts';

const daysBack = 180;
const mostMeetings = 500;

/** The secret part of a feed's address as it is kept. */
export function feedHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * The calendar behind a secret address: the meetings its owner has a part in, with the rights he has at this moment. An address that
 * never was, was replaced, or belongs to somebody without a position looks the same. @throws RecordMissing
 */
export async function feedBehind(context: Context<Actor | null>, token: string): Promise<string> {
  const { db, now } = context;
  const feed = await db.selectFrom('meetings.feed').select('person_id').where('token_hash', '=', feedHash(token)).executeTakeFirst();
  const owner = feed && (await actorOf(db, feed.person_id, now));
  if (!owner) throw new RecordMissing();
  const since = new Date(now.getTime() - daysBack * 24 * 3_600_000);
  // Whoever has subscribed to a meeting learns that it was cancelled; drafts are in nobody's calendar.
  const { rows } = await sql<MeetingRow>`select meeting.* from meetings.meeting meeting
    where ${meetingConcerns(owner)} and meeting.called_at is not null and meeting.ends_at > ${since}
    order by meeting.starts_at, meeting.id limit ${mostMeetings}`.execute(db);
  const chairs = await personBriefs(
    db,
    rows.map((row) => row.chair_id),
    now,
  );
  return calendarOf(rows, { name: text(context.language, 'meetings.feed-name'), chairs, publicUrl: context.request.publicUrl, now });
}
