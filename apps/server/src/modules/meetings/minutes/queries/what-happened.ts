import { witaDate } from '@makaverse/calendar';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import { personBriefs, unitBriefs, unitTree } from '#modules/identity';
import { agendaRows } from '../../queries/agenda-views.ts';
import type { KnownMeeting } from '../../queries/open-meeting.ts';
import { spansOf } from '../../room/queries/spans.ts';
import { attendeeRows } from '../../room/queries/attendance-list.ts';
import type { Happened, HeldItem, PresentUnit } from '../domain/happened.ts';
import { numberOutline } from '../domain/outline.ts';
import { givenDirectives } from './given-directives.ts';
import { letterheadOf } from './letterhead.ts';
import { named } from './named.ts';

type NameOfUnit = (id: string) => string;

/** Everything that happened in a meeting that is closed; people and units by the names and offices of its day. */
export async function whatHappened(context: Context, { row, facts }: KnownMeeting): Promise<Happened> {
  const { db } = context;
  const startedAt = row.started_at!;
  const day = witaDate(startedAt);
  const attendees = await attendeeRows(db, row.id);
  const items = await agendaRows(db, row.id);
  const tree = await unitTree(db, day);
  const presenters = items.flatMap((item) => item.presenter_unit_id ?? []);
  const units = await unitBriefs(db, [...facts.unitIds, ...presenters, ...attendees.map((one) => one.unit_id)], day);
  const unitName: NameOfUnit = (id) => units.get(id)?.name ?? '—';
  const codeOf = (id: string): string => units.get(id)?.code ?? '';
  const inOrder = (ids: Iterable<string>): string[] => [...new Set(ids)].toSorted((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1));
  const people = await personBriefs(db, [row.chair_id, ...facts.clerkIds, ...attendees.flatMap((one) => one.person_id ?? [])], startedAt);
  const attendance = inOrder(attendees.map((one) => one.unit_id)).map((unitId): PresentUnit => {
    const came = attendees.filter((one) => one.unit_id === unitId);
    return {
      unit: unitName(unitId),
      people: came.map((one) => ({
        name: one.name,
        title: one.person_id === null ? '' : (people.get(one.person_id)?.title ?? ''),
        cameAt: one.came_at.toISOString(),
        leftAt: one.left_at?.toISOString() ?? null,
      })),
    };
  });
  const unitsHere = new Set(attendees.map((one) => one.unit_id));
  return {
    letterhead: await letterheadOf(db, { chairId: row.chair_id, tree, day }),
    city: text('id', 'minutes.city'),
    title: row.title,
    kind: row.kind,
    place: row.place,
    startedAt: startedAt.toISOString(),
    closedAt: row.closed_at!.toISOString(),
    chair: named(people, row.chair_id),
    clerks: facts.clerkIds.map((id) => named(people, id)),
    refreshOf: await earlierMeeting(context, row.refresh_of_id),
    agenda: await heldItems(context, items, unitName),
    directives: await givenDirectives(context, { meetingId: row.id, tree, startedAt }),
    attendance,
    invitedUnits: facts.unitIds.length,
    absentUnits: inOrder(facts.unitIds.filter((id) => !unitsHere.has(id))).map(unitName),
  };
}

async function heldItems(
  context: Context,
  items: Awaited<ReturnType<typeof agendaRows>>,
  unitName: NameOfUnit,
): Promise<readonly HeldItem[]> {
  const meetingId = items[0]?.meeting_id;
  const spans = meetingId === undefined ? [] : await spansOf(context.db, meetingId);
  const spansOfItem = Map.groupBy(spans, (span) => span.itemId);
  const numbers = numberOutline(items.map((item) => ({ id: item.id, parentId: item.parent_id })));
  return items.map((item) => ({
    id: item.id,
    number: numbers.get(item.id)!,
    kind: item.kind,
    title: item.title,
    presenter: item.presenter_unit_id === null ? null : unitName(item.presenter_unit_id),
    plannedMinutes: item.minutes,
    // The close has ended whatever ran.
    spans: (spansOfItem.get(item.id) ?? []).map((span) => ({ from: span.startedAt.toISOString(), to: span.endedAt!.toISOString() })),
    slot: item.kind === 'slot' ? { issue: item.issue, solution: item.solution, innovation: item.innovation } : null,
    notes: item.notes,
  }));
}

async function earlierMeeting(context: Context, id: string | null): Promise<Happened['refreshOf']> {
  if (id === null) return null;
  const row = await context.db.selectFrom('meetings.meeting').select(['title', 'starts_at']).where('id', '=', id).executeTakeFirstOrThrow();
  return { title: row.title, startsAt: row.starts_at.toISOString() };
}
