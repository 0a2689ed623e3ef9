import { pageOf } from '@makaverse/contract/pages';
import type { Ask } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import { urgencyOf } from '#modules/directives';
import { personBriefs, speaksForUnit, workUnitIds } from '#modules/identity';

interface EmptySlot {
  readonly id: string;
  readonly meeting_id: string;
  readonly item: string;
  readonly meeting: string;
  readonly chair_id: string;
  readonly called_at: Date;
  readonly starts_at: Date;
}
const mostAsked = 50;

/** Slots still empty in meetings to come, of units the reader speaks for. */
export async function slotAsks(context: Context): Promise<Ask[]> {
  const { db, now, actor, language } = context;
  const unitIds = workUnitIds(actor).filter((unitId) => speaksForUnit(actor, unitId));
  const { rows } = await sql<EmptySlot>`
    select item.id, item.meeting_id, item.title as item, meeting.title as meeting, meeting.chair_id, meeting.called_at, meeting.starts_at
    from meetings.agenda_item item join meetings.meeting meeting on meeting.id = item.meeting_id
    where meeting.state = 'called' and meeting.starts_at > ${now} and item.kind = 'slot' and item.presenter_unit_id = any(${unitIds}::uuid[])
      and item.issue = '' and item.solution = '' and item.innovation = ''
    order by meeting.starts_at, item.id limit ${mostAsked}`.execute(db);
  const people = await personBriefs(
    db,
    rows.map((row) => row.chair_id),
    now,
  );
  return rows.map((row) => ({
    key: `fill-slot:${row.id}`,
    kind: 'fill-slot',
    title: text(language, 'asks.fill-slot.title', { unit: row.item }),
    detail: text(language, 'asks.fill-slot.detail', { title: row.meeting }),
    from: people.get(row.chair_id) ?? null,
    since: row.called_at.toISOString(),
    dueAt: row.starts_at.toISOString(),
    isLate: false,
    href: pageOf.meetingAgenda(row.meeting_id),
    urgency: urgencyOf(row.starts_at, now),
  }));
}
