import { pageOf } from '@makaverse/contract/pages';
import type { Ask } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import { urgencyOf } from '#modules/directives';
import { personBriefs } from '#modules/identity';
import type { MeetingRow, MinutesRow } from '../tables.ts';

const most = 50;

/** What minutes ask of a person: to write them once the meeting is closed, and to approve what is written. */
export async function minutesAsks(context: Context): Promise<Ask[]> {
  return [...(await toWrite(context)), ...(await toApprove(context))];
}

/** Of the clerks, and of the chair where nobody was named to write. */
async function toWrite({ db, now, actor, language }: Context): Promise<Ask[]> {
  const { personId } = actor;
  const { rows } = await sql<MeetingRow>`
    select meeting.* from meetings.meeting meeting
    where meeting.state = 'closed' and not exists (select from meetings.minutes m where m.meeting_id = meeting.id)
      and (exists (select from meetings.meeting_clerk c where c.meeting_id = meeting.id and c.person_id = ${personId})
        or (meeting.chair_id = ${personId} and not exists (select from meetings.meeting_clerk c where c.meeting_id = meeting.id)))
    order by meeting.closed_at, meeting.id limit ${most}`.execute(db);
  const chairs = await personBriefs(
    db,
    rows.map((row) => row.chair_id),
    now,
  );
  return rows.map((row) => ({
    key: `write-minutes:${row.id}`,
    kind: 'write-minutes',
    title: text(language, 'asks.write-minutes.title', { title: row.title }),
    detail: text(language, 'asks.write-minutes.detail'),
    from: row.chair_id === personId ? null : (chairs.get(row.chair_id) ?? null),
    since: row.closed_at!.toISOString(),
    dueAt: null,
    isLate: false,
    href: pageOf.minutes(row.id),
    urgency: urgencyOf(null, now),
  }));
}

/** Of the chair and of who holds his power to approve: the newest version, while it is a draft. */
async function toApprove({ db, now, actor, language }: Context): Promise<Ask[]> {
  const chairIds = [actor.personId, ...actor.powers.flatMap((one) => (one.power === 'approve-minutes' ? [one.fromPersonId] : []))];
  const { rows } = await sql<
    Pick<MinutesRow, 'meeting_id' | 'version_number' | 'written_by_id' | 'written_at'> & { readonly title: string }
  >`
    select meeting.title, minutes.meeting_id, minutes.version_number, minutes.written_by_id, minutes.written_at
    from meetings.meeting meeting join lateral (
      select * from meetings.minutes m where m.meeting_id = meeting.id order by m.version_number desc limit 1
    ) minutes on true
    where meeting.chair_id = any(${chairIds}::uuid[]) and meeting.state = 'closed' and minutes.state = 'draft'
    order by minutes.written_at, minutes.meeting_id limit ${most}`.execute(db);
  const writers = await personBriefs(
    db,
    rows.flatMap((row) => row.written_by_id ?? []),
    now,
  );
  return rows.map((row) => ({
    key: `approve-minutes:${row.meeting_id}`,
    kind: 'approve-minutes',
    title: text(language, 'asks.approve-minutes.title', { title: row.title }),
    detail: text(language, 'asks.approve-minutes.detail', { version: row.version_number }),
    from: row.written_by_id === null ? null : (writers.get(row.written_by_id) ?? null),
    since: row.written_at.toISOString(),
    dueAt: null,
    isLate: false,
    href: pageOf.minutes(row.meeting_id),
    urgency: urgencyOf(null, now),
  }));
}
