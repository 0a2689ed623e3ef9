import type { minutes } from '@makaverse/contract/meetings-room';
import type { z } from 'zod';
import type { Context } from '#platform/context';
import { personBriefs } from '#modules/identity';
import { personIn } from '../../present.ts';
import type { KnownMeeting } from '../../queries/open-meeting.ts';
import type { MinutesRow } from '../../tables.ts';
import { MinutesNotWritten } from '../domain/broken-rules.ts';
import { mayReadDraftMinutes } from '../policy.ts';

export type Minutes = z.infer<typeof minutes>;

/** Every version of a meeting's minutes that the reader may see, the newest first. */
export async function versionsFor(context: Context, { row, facts }: KnownMeeting): Promise<MinutesRow[]> {
  const rows = await context.db
    .selectFrom('meetings.minutes')
    .selectAll()
    .where('meeting_id', '=', row.id)
    .orderBy('version_number', 'desc')
    .execute();
  return mayReadDraftMinutes(context.actor, facts) ? rows : rows.filter((one) => one.state === 'approved');
}

/** The newest version, or a named one. @throws MinutesNotWritten */
export function pickVersion(versions: readonly MinutesRow[], versionNumber?: number): MinutesRow {
  const found = versionNumber === undefined ? versions[0] : versions.find((one) => one.version_number === versionNumber);
  if (!found) throw new MinutesNotWritten();
  return found;
}

/** One version with the list of all those the reader may see. */
export async function presentMinutes(context: Context, shown: MinutesRow, versions: readonly MinutesRow[]): Promise<Minutes> {
  const people = await personBriefs(
    context.db,
    versions.flatMap((one) => [one.written_by_id ?? [], one.approved_by_id ?? []].flat()),
    context.now,
  );
  const person = (id: string | null): Minutes['writtenBy'] => (id === null ? null : personIn(people, id));
  return {
    meetingId: shown.meeting_id,
    versionNumber: shown.version_number,
    state: shown.state,
    summary: shown.summary,
    sections: [...shown.sections],
    writtenBy: person(shown.written_by_id),
    approvedBy: person(shown.approved_by_id),
    approvedAt: shown.approved_at?.toISOString() ?? null,
    versions: versions.map((one) => ({
      versionNumber: one.version_number,
      state: one.state,
      at: (one.approved_at ?? one.written_at).toISOString(),
      by: person(one.approved_by_id ?? one.written_by_id),
    })),
    version: shown.version,
  };
}

/** The newest version as the reader sees it, after a change. */
export async function newestMinutes(context: Context, meeting: KnownMeeting): Promise<Minutes> {
  const versions = await versionsFor(context, meeting);
  return presentMinutes(context, pickVersion(versions), versions);
}
