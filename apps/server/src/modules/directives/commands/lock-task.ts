import type { Task } from '@makaverse/contract/directives';
import { sql } from 'kysely';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { NotAllowed, RecordMissing } from '#platform/errors';
import type { TaskMove } from '../domain/task-moves.ts';
import { refuseImpossible } from '../domain/task-moves.ts';
import type { TaskOffices } from '../policy.ts';
import { timedTask } from '../present.ts';
import { canReadTask } from '../queries/one-task.ts';
import { taskViews } from '../queries/task-views.ts';
import type { TaskEventKind, TaskRow } from '../tables.ts';

/** A locked task with what its moves are decided on. */
export interface LockedTask {
  readonly row: TaskRow;
  readonly offices: TaskOffices;
  readonly directiveWords: string;
}
interface AboutRow {
  readonly words: string;
  readonly reviewer_id: string | null;
  readonly reviewer_unit_id: string | null;
  readonly parent_unit_id: string | null;
}

/** Locks a task, so that of two who act at once the second sees what the first did. @throws RecordMissing */
export async function lockTask(tx: Transaction<Actor | null>, id: string): Promise<LockedTask> {
  const row = await tx.db.selectFrom('directives.task').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new RecordMissing();
  const { rows } = await sql<AboutRow>`
    select directive.words, directive.reviewer_id, directive.reviewer_unit_id,
      (select unit_id from directives.task parent where parent.id = ${row.parent_id}::uuid) as parent_unit_id
    from directives.directive directive where directive.id = ${row.directive_id}`.execute(tx.db);
  const about = rows[0]!;
  return {
    row,
    directiveWords: about.words,
    offices: {
      unitId: row.unit_id,
      picId: row.pic_id,
      appointeeId: row.appointee_id,
      reportedById: row.reported_by_id,
      parentUnitId: about.parent_unit_id,
      reviewerId: about.reviewer_id,
      reviewerUnitId: about.reviewer_unit_id,
    },
  };
}

/** Locks a task for a move of a person. @throws RecordMissing, NotAllowed, or what makes the move impossible now */
export async function lockForMove(
  tx: Transaction,
  asked: { id: string; move: TaskMove; may: (actor: Actor, offices: TaskOffices) => boolean },
): Promise<LockedTask> {
  const locked = await lockTask(tx, asked.id);
  if (!asked.may(tx.actor, locked.offices)) {
    throw (await canReadTask(tx, locked.row)) ? new NotAllowed() : new RecordMissing();
  }
  refuseImpossible(timedTask(locked.row), asked.move);
  return locked;
}

/** What a move leaves behind. */
export interface TaskChange {
  readonly set: Partial<Omit<TaskRow, 'id' | 'version'>>;
  readonly event: { readonly kind: TaskEventKind; readonly words?: string; readonly personId?: string };
}

/** Writes a move: the row, its line in the story, the audit line, and a notice to whoever looks at it or at those above. */
export async function writeMove(tx: Transaction<Actor | null>, row: TaskRow, change: TaskChange): Promise<void> {
  const { kind, words = null, personId = null } = change.event;
  await tx.db
    .updateTable('directives.task')
    .set({ ...change.set, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute();
  await tx.db
    .insertInto('directives.task_event')
    .values({ id: tx.newId(), task_id: row.id, at: tx.now, by_id: tx.actor?.personId ?? null, kind, words, person_id: personId })
    .execute();
  tx.audit({
    action: `task.${kind}`,
    object: 'task',
    objectId: row.id,
    data: { directiveId: row.directive_id, unitId: row.unit_id, ...(words !== null && { words }), ...(personId !== null && { personId }) },
  });
  touchTask(tx, row);
}

/** Tells live readers of a task, of those above it, whose counts changed, and of the directive. */
export function touchTask(tx: Pick<Transaction, 'touch'>, row: TaskRow): void {
  tx.touch(`directive:${row.directive_id}`, `task:${row.id}`, ...row.ancestor_ids.map((id) => `task:${id}`));
}

/** The task as it stands now. */
export async function taskNow(tx: Transaction, id: string): Promise<Task> {
  const row = await tx.db.selectFrom('directives.task').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return (await taskViews(tx, [row]))[0]!;
}
