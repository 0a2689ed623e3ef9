import { witaDate } from '@makaverse/calendar';
import type { Task } from '@makaverse/contract/directives';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import { unitTree, workUnitIds } from '#modules/identity';
import { mayReadTask, readsEverything } from '../policy.ts';
import type { TaskRow } from '../tables.ts';
import { pathIn } from './one-directive.ts';
import { taskViews } from './task-views.ts';

interface ReadersRow {
  readonly given_by_id: string | null;
  readonly kept_by_id: string | null;
  readonly below_ids: string[];
}

/** Whether the reader may see the task. */
export async function canReadTask(context: Context, task: TaskRow): Promise<boolean> {
  const { actor, db, now } = context;
  // What most readers of a task are decides without asking the database.
  if (readsEverything(actor) || workUnitIds(actor).includes(task.unit_id)) return true;
  const { rows } = await sql<ReadersRow>`
    select given_by_id, kept_by_id, array(select unit_id from directives.task below
      where below.directive_id = directive.id and ${task.id}::uuid = any(below.ancestor_ids)) as below_ids
    from directives.directive directive where id = ${task.directive_id}`.execute(db);
  const tree = await unitTree(db, witaDate(now));
  return mayReadTask(actor, {
    givenById: rows[0]!.given_by_id,
    keptById: rows[0]!.kept_by_id,
    unitPath: pathIn(tree, task.unit_id),
    personIds: [task.pic_id, task.appointee_id].filter((id) => id !== null),
    unitIdsBelow: rows[0]!.below_ids,
  });
}

/** A task's row that the reader may see. @throws RecordMissing */
export async function readableTask(context: Context, id: string): Promise<TaskRow> {
  const row = await context.db.selectFrom('directives.task').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || !(await canReadTask(context, row))) throw new RecordMissing();
  return row;
}

/** One task. @throws RecordMissing when there is none, or not for this reader */
export async function oneTask(context: Context, id: string): Promise<Task> {
  return (await taskViews(context, [await readableTask(context, id)]))[0]!;
}
