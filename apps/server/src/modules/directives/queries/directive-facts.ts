import type { DirectiveState } from '@makaverse/contract/directives';
import { sql } from 'kysely';
import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { uuids } from './reader-scope.ts';

/** What modules above need to know of a directive to speak of it. */
export interface DirectiveFacts {
  readonly id: string;
  readonly number: string;
  readonly words: string;
  readonly state: DirectiveState;
  readonly meetingId: string | null;
  readonly programmeId: string | null;
  readonly deadline: string | null;
  readonly givenById: string | null;
  readonly reviewerId: string | null;
  /** The office from which the reviewer was named. */
  readonly reviewerUnitId: string | null;
  readonly unitIds: readonly string[];
}

/** Facts of directives by id, whoever asks. */
export async function directiveFacts(
  context: Pick<Context<Actor | null>, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DirectiveFacts>> {
  const { rows } = await sql<DirectiveFacts>`
    select directive.id, number, words, state, meeting_id as "meetingId", programme_id as "programmeId", deadline,
      given_by_id as "givenById", reviewer_id as "reviewerId", reviewer_unit_id as "reviewerUnitId",
      array(select unit_id from directives.addressee a where a.directive_id = directive.id order by a.position) as "unitIds"
    from directives.directive directive where id = any(${uuids(ids)})`.execute(context.db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** For tasks by id: the directive each belongs to. */
export async function directiveIdsOfTasks(
  context: Pick<Context<Actor | null>, 'db'>,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; directive_id: string }>`
    select id, directive_id from directives.task where id = any(${uuids(taskIds)})`.execute(context.db);
  return new Map(rows.map((row) => [row.id, row.directive_id]));
}

/** Which of these tasks are confirmed as done. */
export async function finishedTaskIds(db: Context['db'], taskIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from directives.task where id = any(${uuids(taskIds)}) and done_at is not null`.execute(db);
  return new Set(rows.map((row) => row.id));
}
