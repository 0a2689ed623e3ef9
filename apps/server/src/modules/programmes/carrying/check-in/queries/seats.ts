import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { Reporting } from '../domain/due-check-in.ts';

/** One unit's part of a programme with the person in charge, and how far he has reported. */
export interface ReportingSeat extends Reporting {
  readonly programmeId: string;
  readonly number: number;
  readonly name: string;
  readonly isExample: boolean;
  readonly unitId: string;
  readonly personId: string;
}

/** The parts somebody is in charge of: of one person, of one programme, or all. */
export async function reportingSeats(
  db: Kysely<Database>,
  only: { readonly personId?: string; readonly programmeId?: string; readonly unitId?: string | undefined } = {},
): Promise<ReportingSeat[]> {
  return db
    .selectFrom('programmes.nomination as nomination')
    .innerJoin('programmes.programme as programme', 'programme.id', 'nomination.seat_id')
    .select([
      'programme.id as programmeId',
      'programme.number',
      'programme.name',
      'programme.is_example as isExample',
      'nomination.unit_id as unitId',
      'nomination.since',
    ])
    .select(sql<string>`nomination.person_id`.as('personId'))
    .select((part) =>
      part
        .selectFrom('programmes.check_in as report')
        .whereRef('report.programme_id', '=', 'programme.id')
        .whereRef('report.unit_id', '=', 'nomination.unit_id')
        .select((report) => report.fn.max('report.due_at').as('answered'))
        .as('answered'),
    )
    .where('nomination.seat_kind', '=', 'programme')
    .where('nomination.state', '=', 'accepted')
    .$if(only.personId !== undefined, (query) => query.where('nomination.person_id', '=', only.personId!))
    .$if(only.programmeId !== undefined, (query) => query.where('nomination.seat_id', '=', only.programmeId!))
    .$if(only.unitId !== undefined, (query) => query.where('nomination.unit_id', '=', only.unitId!))
    .orderBy('programme.number')
    .orderBy('nomination.id')
    .execute();
}
