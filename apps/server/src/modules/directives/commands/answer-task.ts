import type { Task } from '@makaverse/contract/directives';
import type { Transaction } from '#platform/context';
import { NotOwnWords } from '../domain/broken-rules.ts';
import { isInOwnWords } from '../domain/own-words.ts';
import { mayAnswerFor, mayMarkSeen } from '../policy.ts';
import { lockForMove, lockTask, taskNow, writeMove } from './lock-task.ts';
import { NotAllowed, RecordMissing } from '#platform/errors';
import { canReadTask } from '../queries/one-task.ts';

/** Notes that the unit has opened it; the first time counts, opening it again changes nothing. */
export async function markTaskSeen(tx: Transaction, id: string): Promise<Task> {
  const { row, offices } = await lockTask(tx, id);
  if (!mayMarkSeen(tx.actor, offices)) throw (await canReadTask(tx, row)) ? new NotAllowed() : new RecordMissing();
  if (row.seen_at === null) await writeMove(tx, row, { set: { seen_at: tx.now }, event: { kind: 'seen' } });
  return taskNow(tx, id);
}

/** The unit says in its own words what is asked of it. Who answers has opened it. */
export async function acknowledgeTask(tx: Transaction, answer: { id: string; words: string }): Promise<Task> {
  const { row, directiveWords } = await lockForMove(tx, { id: answer.id, move: 'acknowledge', may: mayAnswerFor });
  if (!isInOwnWords(answer.words, directiveWords)) throw new NotOwnWords();
  await writeMove(tx, row, {
    set: {
      seen_at: row.seen_at ?? tx.now,
      acknowledged_at: tx.now,
      acknowledged_by_id: tx.actor.personId,
      acknowledgement: answer.words,
    },
    event: { kind: 'acknowledged', words: answer.words },
  });
  return taskNow(tx, answer.id);
}

/** The unit reports it as carried out; the reviewer, or the unit above, judges. */
export async function reportTask(tx: Transaction, answer: { id: string; words: string }): Promise<Task> {
  const { row } = await lockForMove(tx, { id: answer.id, move: 'report', may: mayAnswerFor });
  await writeMove(tx, row, {
    set: {
      reported_at: tx.now,
      reported_by_id: tx.actor.personId,
      report: answer.words,
      sent_back_at: null,
      sent_back_reason: null,
    },
    event: { kind: 'reported', words: answer.words },
  });
  return taskNow(tx, answer.id);
}
