import type { Meeting, MeetingDetail } from '@makaverse/contract/meetings';
import type { Context } from '#platform/context';
import { countsOfMeetings } from '#modules/directives';
import { personBriefs, unitBriefs } from '#modules/identity';
import { movesOf } from '../policy.ts';
import { presentMeeting } from '../present.ts';
import type { MeetingRow } from '../tables.ts';
import { agendaRows, agendaViews } from './agenda-views.ts';
import { factsOf } from './meeting-facts.ts';

/** Meetings as the reader sees them in a list; the caller has asked the policy. */
export async function meetingViews(context: Context, rows: readonly MeetingRow[]): Promise<Meeting[]> {
  if (rows.length === 0) return [];
  const { db, now, actor } = context;
  const facts = await factsOf(db, rows);
  const counts = await countsOfMeetings(
    db,
    rows.map((row) => row.id),
  );
  const people = await personBriefs(
    db,
    rows.flatMap((row) => [row.chair_id, ...facts.get(row.id)!.clerkIds]),
    now,
  );
  const earlierIds = rows.flatMap((row) => row.refresh_of_id ?? []);
  const earlier =
    earlierIds.length === 0 ? [] : await db.selectFrom('meetings.meeting').selectAll().where('id', 'in', earlierIds).execute();
  const earlierById = new Map(earlier.map((row) => [row.id, row]));
  return rows.map((row) => {
    const own = facts.get(row.id)!;
    return presentMeeting(row, {
      facts: own,
      people,
      counts: counts.get(row.id),
      refreshOf: row.refresh_of_id === null ? undefined : earlierById.get(row.refresh_of_id),
      mayDo: movesOf(actor, own),
    });
  });
}

/** A meeting with its agenda and the units invited. */
export async function meetingDetailOf(context: Context, row: MeetingRow): Promise<MeetingDetail> {
  const { db } = context;
  const [meeting] = await meetingViews(context, [row]);
  const invited = await db.selectFrom('meetings.meeting_unit').selectAll().where('meeting_id', '=', row.id).execute();
  const units = await unitBriefs(
    db,
    invited.map((one) => one.unit_id),
  );
  return {
    ...meeting!,
    agenda: await agendaViews(context, await agendaRows(db, row.id)),
    invited: [...units.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    invitedByName: invited.filter((one) => !one.via_group).map((one) => one.unit_id),
    groups: row.groups,
  };
}

/** A meeting by its id, after a change. */
export async function meetingDetailById(context: Context, id: string): Promise<MeetingDetail> {
  return meetingDetailOf(
    context,
    await context.db.selectFrom('meetings.meeting').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
}
