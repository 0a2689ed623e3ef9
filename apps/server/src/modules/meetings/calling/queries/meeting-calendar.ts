import type { Context } from '#platform/context';
import { personBriefs } from '#modules/identity';
import { openMeeting } from '../../queries/open-meeting.ts';
import { calendarOf } from '../calendar-object.ts';

/** One meeting as a calendar file. @throws RecordMissing */
export async function meetingCalendar(context: Context, id: string): Promise<string> {
  const { row } = await openMeeting(context, id);
  const chairs = await personBriefs(context.db, [row.chair_id], context.now);
  return calendarOf([row], { name: row.title, chairs, publicUrl: context.request.publicUrl, now: context.now });
}
