import type { Task } from '@makaverse/contract/directives';
import { sql } from 'kysely';
import { taskDone } from '#events/task-done';
import type { Transaction } from '#platform/context';
import { JudgingOwnReport } from '../domain/broken-rules.ts';
import type { TaskMove } from '../domain/task-moves.ts';
import { isOwnReport, mayJudge } from '../policy.ts';
import type { TaskRow } from '../tables.ts';
import { lockForMove, taskNow, writeMove } from './lock-task.ts';

async function lockForJudgement(tx: Transaction, id: string, move: TaskMove): Promise<TaskRow> {
  const { row, offices } = await lockForMove(tx, { id, move, may: mayJudge });
  if (isOwnReport(tx.actor, offices)) throw new JudgingOwnReport();
  return row;
}

/** Confirms that a reported task is done. With the last task of the addressed units the directive is done. */
export async function confirmTask(tx: Transaction, id: string): Promise<Task> {
  const row = await lockForJudgement(tx, id, 'confirm');
  await writeMove(tx, row, { set: { done_at: tx.now, done_by_id: tx.actor.personId }, event: { kind: 'confirmed' } });
  tx.publish(taskDone({ taskId: id, byId: tx.actor.personId }));
  if (row.parent_id === null) await finishDirective(tx, row.directive_id);
  return taskNow(tx, id);
}

async function finishDirective(tx: Transaction, directiveId: string): Promise<void> {
  // Two last tasks confirmed at once: the second waits here, and then sees the first as done.
  await tx.db.selectFrom('directives.directive').select('id').where('id', '=', directiveId).forUpdate().execute();
  const { numUpdatedRows } = await tx.db
    .updateTable('directives.directive')
    .set({ state: 'done', done_at: tx.now, version: sql<number>`version + 1` })
    .where('id', '=', directiveId)
    .where('state', '=', 'issued')
    .where(
      sql<boolean>`not exists (select from directives.task where directive_id = ${directiveId} and parent_id is null and done_at is null)`,
    )
    .executeTakeFirst();
  if (numUpdatedRows > 0n) tx.audit({ action: 'directive.done', object: 'directive', objectId: directiveId });
}

/** Sends a report back with a reason. Its words stay in the story; the deadline runs on as before. */
export async function reopenTask(tx: Transaction, judgement: { id: string; reason: string }): Promise<Task> {
  const row = await lockForJudgement(tx, judgement.id, 'send-back');
  await writeMove(tx, row, {
    set: { reported_at: null, reported_by_id: null, report: null, sent_back_at: tx.now, sent_back_reason: judgement.reason },
    event: { kind: 'sent-back', words: judgement.reason },
  });
  return taskNow(tx, judgement.id);
}
