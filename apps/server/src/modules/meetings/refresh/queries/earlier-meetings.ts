import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { factsOf } from '../../queries/meeting-facts.ts';
import type { MeetingRow } from '../../tables.ts';
import type { Earlier } from '../policy.ts';

/** What a refresh goes back to: whose troubles it looks at, and what rights to it are decided on. */
export interface Lineage {
  /** Ids of the meetings; null for the whole city. */
  readonly meetingIds: readonly string[] | null;
  /**
   * Seats of programmes belong to no one meeting. They are the business of the leadership's meetings: a head's own coordination goes
   * back to its own directives alone.
   */
  readonly hasProgrammes: boolean;
  readonly earlier: Earlier;
}

/**
 * For refreshes by id: the meeting each goes back to, and where that is a refresh itself, what that one went back to, to the first of
 * them. What a refresh left open is thus taken up by the next. A line that begins without a meeting looks at the whole city.
 */
export async function lineagesOf(db: Context['db'], refreshIds: readonly string[]): Promise<ReadonlyMap<string, Lineage>> {
  // `union` without `all` ends where a line should ever lead back to itself.
  const { rows } = await sql<MeetingRow & { readonly refresh_id: string }>`
    with recursive line as (
      select id as refresh_id, refresh_of_id as meeting_id from meetings.meeting where id = any(${[...refreshIds]}::uuid[])
      union
      select line.refresh_id, meeting.refresh_of_id from line join meetings.meeting meeting on meeting.id = line.meeting_id
      where meeting.kind = 'refresh')
    select line.refresh_id, meeting.* from line join meetings.meeting meeting on meeting.id = line.meeting_id
    order by line.refresh_id, meeting.starts_at, meeting.id`.execute(db);
  const facts = await factsOf(db, rows);
  const lines = Map.groupBy(rows, (row) => row.refresh_id);
  const lineage = (line: readonly MeetingRow[]): Lineage => {
    const isWholeCity = line.length === 0 || line.some((row) => row.kind === 'refresh' && row.refresh_of_id === null);
    if (isWholeCity) return { meetingIds: null, hasProgrammes: true, earlier: null };
    return {
      meetingIds: line.map((row) => row.id),
      hasProgrammes: line.every((row) => row.kind !== 'coordination'),
      earlier: line.map((row) => facts.get(row.id)!),
    };
  };
  return new Map(refreshIds.map((id) => [id, lineage(lines.get(id) ?? [])]));
}

/** The line of one refresh. */
export async function lineageOf(db: Context['db'], refreshId: string): Promise<Lineage> {
  return (await lineagesOf(db, [refreshId])).get(refreshId)!;
}
