import type { Task } from '@makaverse/contract/directives';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import { firstBreak, inChainOrder } from '../domain/first-break.ts';
import type { TaskRow } from '../tables.ts';
import { canReadDirective } from './one-directive.ts';
import { scopeOf, taskIsVisible } from './reader-scope.ts';
import { taskViews } from './task-views.ts';

/**
 * The tasks of a directive that the reader may see, parents first, and the first broken link among them. Who was only invited to the
 * meeting reads the directive and its counts, not what other units wrote.
 */
export async function cascadeOf(context: Context, directiveId: string): Promise<{ tasks: Task[]; firstBreakId: string | null }> {
  if (!(await canReadDirective(context, directiveId))) throw new RecordMissing();
  const { rows } = await sql<TaskRow>`
    select task.* from directives.task task join directives.directive directive on directive.id = task.directive_id
    where task.directive_id = ${directiveId} and ${taskIsVisible(await scopeOf(context))}`.execute(context.db);
  const links = (await taskViews(context, rows)).map((task) => ({
    task,
    id: task.id,
    parentId: task.parentId,
    unitCode: task.unit.code,
    lateSince: task.lateFor && new Date(task.lateFor.dueAt),
  }));
  return { tasks: inChainOrder(links).map((link) => link.task), firstBreakId: firstBreak(links) };
}
