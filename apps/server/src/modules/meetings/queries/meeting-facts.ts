import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { MeetingFacts } from '../policy.ts';
import type { MeetingRow } from '../tables.ts';

interface PeopleRow {
  readonly id: string;
  readonly clerk_ids: string[];
  readonly unit_ids: string[];
  readonly minutes_state: MeetingFacts['minutesState'];
}

/** Facts of meetings whose rows are at hand, in one read. */
export async function factsOf(db: Context['db'], rows: readonly MeetingRow[]): Promise<ReadonlyMap<string, MeetingFacts>> {
  const { rows: people } = await sql<PeopleRow>`
    select meeting.id,
      array(select person_id from meetings.meeting_clerk c where c.meeting_id = meeting.id order by c.position) as clerk_ids,
      array(select unit_id from meetings.meeting_unit u where u.meeting_id = meeting.id) as unit_ids,
      coalesce((select state from meetings.minutes m where m.meeting_id = meeting.id order by m.version_number desc limit 1), 'none') as minutes_state
    from meetings.meeting meeting where meeting.id = any(${rows.map((row) => row.id)}::uuid[])`.execute(db);
  const byId = new Map(people.map((one) => [one.id, one]));
  return new Map(
    rows.map((row) => {
      const known = byId.get(row.id)!;
      const facts: MeetingFacts = {
        kind: row.kind,
        state: row.state,
        wasCalled: row.called_at !== null,
        chairId: row.chair_id,
        clerkIds: known.clerk_ids,
        createdById: row.created_by_id,
        unitIds: known.unit_ids,
        minutesState: known.minutes_state,
      };
      return [row.id, facts];
    }),
  );
}
