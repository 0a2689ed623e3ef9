import { formatInstant } from '@makaverse/calendar';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { csvFile } from '#platform/csv';
import { text } from '#platform/language';
import { meetingIsVisible } from '../../queries/meeting-conditions.ts';
import { meetingViews } from '../../queries/meeting-views.ts';
import type { MeetingRow } from '../../tables.ts';

const mostRows = 5_000;
const columns = [
  'kind',
  'state',
  'title',
  'startsAt',
  'endsAt',
  'place',
  'chair',
  'clerks',
  'invitedUnits',
  'directives',
  'minutes',
] as const;

/** The meetings the reader may see as CSV, newest first. */
export async function meetingsCsv(context: Context): Promise<string> {
  const { db, language } = context;
  const { rows } = await sql<MeetingRow>`select meeting.* from meetings.meeting meeting
    where ${meetingIsVisible(context.actor)} order by meeting.starts_at desc, meeting.id desc limit ${mostRows}`.execute(db);
  const meetings = await meetingViews(context, rows);
  const headings = Object.fromEntries(columns.map((column) => [column, text(language, `meetings.columns.${column}`)]));
  return csvFile(
    headings as Record<(typeof columns)[number], string>,
    meetings.map((one) => ({
      kind: text(language, `meetings.kinds.${one.kind}`),
      state: text(language, `meetings.states.${one.state}`),
      title: one.title,
      startsAt: formatInstant(new Date(one.startsAt), language, 'short'),
      endsAt: formatInstant(new Date(one.endsAt), language, 'short'),
      place: one.place || (one.link ?? ''),
      chair: one.chair.name,
      clerks: one.clerks.map((clerk) => clerk.name).join('; '),
      invitedUnits: one.invitedUnits,
      directives: one.directives,
      minutes: text(language, `meetings.minutesStates.${one.minutesState}`),
    })),
  );
}
