import { sql } from 'kysely';
import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { troubleOf, type TaskTrouble } from '../domain/trouble.ts';
import { timedTask } from '../present.ts';
import type { TaskRow } from '../tables.ts';

/** A task that does not go on by itself, with the facts by which it is weighed. */
export interface TroubledTask extends TaskTrouble {
  readonly taskId: string;
  readonly directiveId: string;
  readonly directiveNumber: string;
  readonly directiveWords: string;
  readonly unitId: string;
  readonly parentId: string | null;
  /** Units at any depth below it that have not yet acknowledged (or, when it is late, are not done). */
  readonly unitsBelow: number;
}
interface Issued extends TaskRow {
  readonly number: string;
  readonly words: string;
}

/**
 * All troubled tasks of issued directives (of one meeting, when named), in a stable order. What hangs below a troubled task is counted
 * with it and not told again. Whoever asks must be entitled to the whole: the agenda of a refresh and the mayor's page are.
 */
export async function troubledTasks(context: Context<Actor | null>, of: { meetingId?: string | undefined } = {}): Promise<TroubledTask[]> {
  const { rows } = await sql<Issued>`
    select task.*, directive.number, directive.words
    from directives.task task join directives.directive directive on directive.id = task.directive_id
    where directive.state = 'issued' and ${of.meetingId === undefined ? sql`true` : sql`directive.meeting_id = ${of.meetingId}`}
    order by directive.series_key, directive.serial, cardinality(task.ancestor_ids), task.unit_id`.execute(context.db);
  const troubled = new Map<string, { task: Issued; trouble: TaskTrouble }>();
  for (const task of rows) {
    const isTold = task.ancestor_ids.some((id) => troubled.has(id));
    const trouble = isTold ? null : troubleOf(timedTask(task), context.now);
    if (trouble) troubled.set(task.id, { task, trouble });
  }
  const waiting = new Map<string, number>();
  for (const task of rows) {
    for (const id of task.ancestor_ids) {
      const above = troubled.get(id);
      if (above && isWaiting(task, above.trouble)) waiting.set(id, (waiting.get(id) ?? 0) + 1);
    }
  }
  return [...troubled.values()].map(({ task, trouble }) => ({
    ...trouble,
    taskId: task.id,
    directiveId: task.directive_id,
    directiveNumber: task.number,
    directiveWords: task.words,
    unitId: task.unit_id,
    parentId: task.parent_id,
    unitsBelow: waiting.get(task.id) ?? 0,
  }));
}

function isWaiting(task: TaskRow, above: TaskTrouble): boolean {
  const isAboutUnderstanding = above.kind === 'unacknowledged' || above.kind === 'silent';
  return isAboutUnderstanding ? task.acknowledged_at === null : task.done_at === null;
}
