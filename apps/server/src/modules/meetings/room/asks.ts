import { addDays, formatInstant, instantAt, witaDate } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import type { Ask } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import { urgencyOf } from '#modules/directives';
import { personBriefs, speaksForUnit, unitBriefs, workUnitIds } from '#modules/identity';
import type { MeetingRow } from '../tables.ts';

/** Nobody sits in more meetings than these. */
const most = 50;

/** What meetings ask of a person by their hour: to come with his unit, and to open, write down and close those he serves. */
export async function roomAsks(context: Context): Promise<Ask[]> {
  return [...(await toAttend(context)), ...(await toRun(context))];
}

/** Of whose word is a unit's word: bring the unit in, from the call until somebody of it is on the list or the meeting is past. */
async function toAttend(context: Context): Promise<Ask[]> {
  const { db, now, actor, language } = context;
  const unitIds = workUnitIds(actor).filter((unitId) => speaksForUnit(actor, unitId));
  if (unitIds.length === 0) return [];
  const { rows } = await sql<MeetingRow & { readonly unit_id: string }>`
    select meeting.*, invited.unit_id from meetings.meeting meeting join meetings.meeting_unit invited on invited.meeting_id = meeting.id
    where invited.unit_id = any(${unitIds}::uuid[]) and (meeting.state = 'running' or meeting.state = 'called' and meeting.ends_at > ${now})
      and not exists (select from meetings.attendee came where came.meeting_id = meeting.id and came.unit_id = invited.unit_id)
    order by meeting.starts_at, meeting.id, invited.unit_id limit ${most}`.execute(db);
  const chairs = await personBriefs(
    db,
    rows.map((row) => row.chair_id),
    now,
  );
  const units = await unitBriefs(
    db,
    rows.map((row) => row.unit_id),
  );
  return rows.map((row) => ({
    key: `attend-meeting:${row.id}:${row.unit_id}`,
    kind: 'attend-meeting',
    title: text(language, 'asks.attend-meeting.title', { title: row.title }),
    detail: text(language, 'asks.attend-meeting.detail', {
      unit: units.get(row.unit_id)?.name ?? '',
      when: formatInstant(row.starts_at, language),
      place: row.place,
      context: row.place === '' ? 'nowhere' : '',
    }),
    from: chairs.get(row.chair_id) ?? null,
    since: row.called_at!.toISOString(),
    ...term(row.starts_at, now),
    href: pageOf.attendance(row.id),
  }));
}

/** Of chair and clerks: on the day to open it, and to close it once it runs. What was called and never opened stays until it is cancelled. */
async function toRun(context: Context): Promise<Ask[]> {
  const { db, now, actor, language } = context;
  const chairIds = [actor.personId, ...actor.powers.flatMap((one) => (one.power === 'chair' ? [one.fromPersonId] : []))];
  const tomorrow = instantAt(addDays(witaDate(now), 1), '00:00');
  const { rows } = await sql<MeetingRow & { readonly is_chair: boolean }>`
    select meeting.*, meeting.chair_id = any(${chairIds}::uuid[]) as is_chair from meetings.meeting meeting
    where (meeting.state = 'running' or meeting.state = 'called' and meeting.starts_at < ${tomorrow})
      and (meeting.chair_id = any(${chairIds}::uuid[])
        or exists (select from meetings.meeting_clerk c where c.meeting_id = meeting.id and c.person_id = ${actor.personId}))
    order by meeting.starts_at, meeting.id limit ${most}`.execute(db);
  const chairs = await personBriefs(
    db,
    rows.map((row) => row.chair_id),
    now,
  );
  return rows.map((row) => {
    const isRunning = row.state === 'running';
    const part = `asks.run-meeting.${row.is_chair ? 'chair' : 'clerk'}.${isRunning ? 'close' : 'open'}`;
    const isOwn = row.chair_id === actor.personId;
    return {
      key: `run-meeting:${row.id}`,
      kind: 'run-meeting',
      title: text(language, `${part}.title`, { title: row.title }),
      detail: text(language, `${part}.detail`, { when: formatInstant(isRunning ? row.ends_at : row.starts_at, language) }),
      from: isOwn ? null : (chairs.get(row.chair_id) ?? null),
      since: (isRunning ? row.started_at! : row.called_at!).toISOString(),
      ...term(isRunning ? row.ends_at : row.starts_at, now),
      href: row.is_chair ? pageOf.chair(row.id) : pageOf.clerk(row.id),
    };
  });
}

function term(dueAt: Date, now: Date): Pick<Ask, 'dueAt' | 'isLate' | 'urgency'> {
  return { dueAt: dueAt.toISOString(), isLate: now > dueAt, urgency: urgencyOf(dueAt, now) };
}
