import type { Directive } from '@makaverse/contract/directives';
import type { Gap } from '@makaverse/contract/problem';
import { sql } from 'kysely';
import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { unitBriefs } from '#modules/identity';
import { lacksOf } from '../domain/completeness.ts';
import { partsOf, presentGap } from '../present.ts';
import { addresseesOf, directiveViews } from './directive-views.ts';
import { uuids } from './reader-scope.ts';
import { isIncomplete } from './task-conditions.ts';

/** A gap with the directive it is in. */
export type DirectiveGap = Gap & { readonly directiveId: string; readonly directiveNumber: string };

/** What keeps a meeting from closing: every missing part of every directive, in the order of their numbers. */
export async function gapsOfMeeting(context: Context<Actor | null>, meetingId: string): Promise<DirectiveGap[]> {
  const rows = await context.db
    .selectFrom('directives.directive')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .where('state', '=', 'draft')
    .orderBy('serial')
    .execute();
  const addressees = await addresseesOf(
    context.db,
    rows.map((row) => row.id),
  );
  const lacking = rows.flatMap((row) => lacksOf(partsOf(row, addressees.get(row.id) ?? [])).map((lack) => ({ row, lack })));
  const units = await unitBriefs(
    context.db,
    lacking.flatMap(({ lack }) => lack.unitIds),
  );
  return lacking.map(({ row, lack }) => ({
    ...presentGap(lack, { directiveId: row.id, number: row.number, units, language: context.language }),
    directiveId: row.id,
    directiveNumber: row.number,
  }));
}

/** How many directives a meeting holds; those that were struck do not count. */
export interface MeetingCounts {
  readonly directives: number;
  readonly incomplete: number;
}

/** Counts for many meetings at once; a meeting without any is absent. */
export async function countsOfMeetings(db: Context['db'], meetingIds: readonly string[]): Promise<ReadonlyMap<string, MeetingCounts>> {
  const { rows } = await sql<MeetingCounts & { readonly meeting_id: string }>`
    select directive.meeting_id, count(*) as directives, count(*) filter (where ${isIncomplete}) as incomplete
    from directives.directive directive where directive.meeting_id = any(${uuids(meetingIds)}) and directive.state <> 'withdrawn'
    group by directive.meeting_id`.execute(db);
  return new Map(rows.map(({ meeting_id: id, ...counts }) => [id, counts]));
}

/** The directives of a meeting by number, those struck left out; for callers whose own policy has opened the meeting to the reader. */
export async function directivesOfMeeting(context: Context<Actor | null>, meetingId: string): Promise<Directive[]> {
  const rows = await context.db
    .selectFrom('directives.directive')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .where('state', '<>', 'withdrawn')
    .orderBy('serial')
    .execute();
  return directiveViews(context, rows);
}
