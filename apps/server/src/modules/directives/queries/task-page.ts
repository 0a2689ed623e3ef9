import type { listTasks, Task } from '@makaverse/contract/directives';
import { sql, type RawBuilder } from 'kysely';
import type { Context } from '#platform/context';
import type { NewestKey } from '#platform/cursor';
import type { Input } from '#platform/module';
import type { TaskRow } from '../tables.ts';
import { scopeOf, taskIsVisible } from './reader-scope.ts';
import { isOpen, isTaskLate, isUnacknowledged } from './task-conditions.ts';
import { taskViews } from './task-views.ts';

type Filter = Omit<Input<typeof listTasks>['query'], 'limit' | 'cursor'>;
type Listed = Task & { directiveNumber: string; directiveWords: string };
type ListedRow = TaskRow & { readonly directive_number: string; readonly directive_words: string };

function only(which: NonNullable<Filter['only']>, now: Date): RawBuilder<boolean> {
  const conditions: Readonly<Record<typeof which, RawBuilder<boolean>>> = {
    open: isOpen('task'),
    late: isTaskLate('task', now),
    unacknowledged: isUnacknowledged('task'),
    done: sql`(task.done_at is not null)`,
  };
  return conditions[which];
}

/** A page of tasks, the last sent first, each with the words it comes from. */
export async function taskPage(
  context: Context,
  asked: { filter: Filter; limit: number; after: NewestKey | null },
): Promise<{ items: Listed[]; next: NewestKey | null }> {
  const wanted = [taskIsVisible(await scopeOf(context))];
  if (asked.filter.unitId) wanted.push(sql`task.unit_id = ${asked.filter.unitId}`);
  if (asked.filter.only) wanted.push(only(asked.filter.only, context.now));
  if (asked.after) wanted.push(sql`(task.sent_at, task.id) < (${asked.after[0]}::timestamptz, ${asked.after[1]}::uuid)`);
  const { rows } = await sql<ListedRow>`
    select task.*, directive.number as directive_number, directive.words as directive_words
    from directives.task task join directives.directive directive on directive.id = task.directive_id
    where ${sql.join(wanted, sql` and `)} order by task.sent_at desc, task.id desc limit ${asked.limit + 1}`.execute(context.db);
  const shown = rows.slice(0, asked.limit);
  const views = await taskViews(context, shown);
  const last = shown.at(-1);
  return {
    items: views.map((view, at) => ({ ...view, directiveNumber: shown[at]!.directive_number, directiveWords: shown[at]!.directive_words })),
    next: rows.length > asked.limit && last ? [last.sent_at.toISOString(), last.id] : null,
  };
}
