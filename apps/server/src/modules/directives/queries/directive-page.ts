import type { Directive, listDirectives } from '@makaverse/contract/directives';
import { sql, type RawBuilder } from 'kysely';
import type { Context } from '#platform/context';
import type { NewestKey } from '#platform/cursor';
import type { Input } from '#platform/module';
import { likePatterns } from '#platform/search-text';
import type { DirectiveRow } from '../tables.ts';
import { directiveViews } from './directive-views.ts';
import { directiveIsVisible, scopeOf, uuids, type ReaderScope } from './reader-scope.ts';
import { isIncomplete, isTaskLate } from './task-conditions.ts';

/** What a list of directives can be narrowed to. */
export type DirectiveFilter = Omit<Input<typeof listDirectives>['query'], 'limit' | 'cursor'>;

const tasksSuch = (such: RawBuilder<boolean>): RawBuilder<boolean> =>
  sql`exists (select from directives.task task where task.directive_id = directive.id and ${such})`;

function only(which: NonNullable<DirectiveFilter['only']>, scope: ReaderScope, now: Date): RawBuilder<boolean> {
  const me = sql`${scope.personId}::uuid`;
  const units = uuids(scope.unitIds);
  switch (which) {
    case 'late':
      return tasksSuch(isTaskLate('task', now));
    case 'unacknowledged':
      return tasksSuch(sql`task.acknowledged_at is null`);
    case 'incomplete':
      return isIncomplete;
    case 'mine':
      return sql`((directive.given_by_id = ${me} or directive.reviewer_id = ${me} or (directive.state = 'draft' and directive.kept_by_id = ${me})
        or exists (select from directives.addressee a where a.directive_id = directive.id and (a.unit_id = any(${units}) or a.pic_id = ${me}))
        or ${tasksSuch(sql`(task.unit_id = any(${units}) or task.pic_id = ${me})`)}) is true)`;
  }
}

function conditions(filter: DirectiveFilter, scope: ReaderScope, now: Date): RawBuilder<boolean>[] {
  const wanted: RawBuilder<boolean>[] = [directiveIsVisible(scope)];
  if (filter.q) for (const pattern of likePatterns(filter.q)) wanted.push(sql`directive.search like ${pattern}`);
  if (filter.meetingId) wanted.push(sql`directive.meeting_id = ${filter.meetingId}`);
  if (filter.programmeId) wanted.push(sql`directive.programme_id = ${filter.programmeId}`);
  if (filter.state) wanted.push(sql`directive.state = ${filter.state}`);
  if (filter.unitId) {
    wanted.push(sql`(exists (select from directives.addressee a where a.directive_id = directive.id and a.unit_id = ${filter.unitId})
      or ${tasksSuch(sql`task.unit_id = ${filter.unitId}`)})`);
  }
  if (filter.only) wanted.push(only(filter.only, scope, now));
  return wanted;
}

/** Rows the reader may see, newest first, from after a key on. */
export async function directiveRows(
  context: Context,
  asked: { filter: DirectiveFilter; limit: number; after: NewestKey | null; scope?: ReaderScope },
): Promise<DirectiveRow[]> {
  const wanted = conditions(asked.filter, asked.scope ?? (await scopeOf(context)), context.now);
  if (asked.after) wanted.push(sql`(directive.spoken_at, directive.id) < (${asked.after[0]}::timestamptz, ${asked.after[1]}::uuid)`);
  const { rows } = await sql<DirectiveRow>`
    select directive.* from directives.directive directive where ${sql.join(wanted, sql` and `)}
    order by directive.spoken_at desc, directive.id desc limit ${asked.limit}`.execute(context.db);
  return rows;
}

/** A page of directives and the key after which the next one begins. */
export async function directivePage(
  context: Context,
  asked: { filter: DirectiveFilter; limit: number; after: NewestKey | null },
): Promise<{ items: Directive[]; next: NewestKey | null }> {
  const rows = await directiveRows(context, { ...asked, limit: asked.limit + 1 });
  const shown = rows.slice(0, asked.limit);
  const last = shown.at(-1);
  return {
    items: await directiveViews(context, shown),
    next: rows.length > asked.limit && last ? [last.spoken_at.toISOString(), last.id] : null,
  };
}
