import { pageOf } from '@makaverse/contract/pages';
import type { Ask } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import { urgencyOf } from '#modules/directives';
import { personBriefs } from '#modules/identity';
import { factsOf } from '../queries/meeting-facts.ts';
import type { MeetingRow } from '../tables.ts';
import { maySteerRefresh } from './policy.ts';
import { lineagesOf } from './queries/earlier-meetings.ts';

const most = 50;

/** What refreshes ask of chair (or who stands in for him) and clerks: to look over the agenda that wrote itself, until it is adopted. */
export async function refreshAsks(context: Context): Promise<Ask[]> {
  const { db, now, actor, language } = context;
  const chairIds = [actor.personId, ...actor.powers.flatMap((one) => (one.power === 'chair' ? [one.fromPersonId] : []))];
  const { rows } = await sql<MeetingRow>`
    select meeting.* from meetings.meeting meeting
    where meeting.kind = 'refresh' and meeting.state in ('draft','called') and meeting.ends_at > ${now}
      and not exists (select from meetings.steering s where s.meeting_id = meeting.id and s.adopted_at is not null)
      and (meeting.chair_id = any(${chairIds}::uuid[])
        or exists (select from meetings.meeting_clerk c where c.meeting_id = meeting.id and c.person_id = ${actor.personId}))
    order by meeting.starts_at, meeting.id limit ${most}`.execute(db);
  const steered = await steerable(context, rows);
  const chairs = await personBriefs(
    db,
    steered.map((row) => row.chair_id),
    now,
  );
  return steered.map((row) => ({
    key: `steer-refresh:${row.id}`,
    kind: 'steer-refresh',
    title: text(language, 'asks.steer-refresh.title', { title: row.title }),
    detail: text(language, 'asks.steer-refresh.detail'),
    from: row.chair_id === actor.personId ? null : (chairs.get(row.chair_id) ?? null),
    since: row.created_at.toISOString(),
    dueAt: row.starts_at.toISOString(),
    isLate: now > row.starts_at,
    href: pageOf.refresh(row.id),
    urgency: urgencyOf(row.starts_at, now),
  }));
}

/** Those of them that the page would let him steer. */
async function steerable({ db, actor }: Context, rows: readonly MeetingRow[]): Promise<readonly MeetingRow[]> {
  if (rows.length === 0) return [];
  const facts = await factsOf(db, rows);
  const lineages = await lineagesOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.filter((row) => maySteerRefresh(actor, facts.get(row.id)!, lineages.get(row.id)!.earlier));
}
