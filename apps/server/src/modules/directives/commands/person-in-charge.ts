import { addWorkingDays, endOfWorkingDay, witaDate } from '@makaverse/calendar';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { refuseImpossible } from '../domain/task-moves.ts';
import { timedTask } from '../present.ts';
import { lockTask, writeMove } from './lock-task.ts';

/** When a seat becomes vacant again, the unit has this long to propose somebody. */
const workingDaysToNameAgain = 2;

/**
 * The person who agreed to answer for a task; null when nobody does any more, and then the unit owes a name again. Called by the
 * nominations, whose policy has decided. Saying the same again changes nothing.
 */
export async function setPersonInCharge(tx: Transaction<Actor | null>, taskId: string, personId: string | null): Promise<void> {
  const { row } = await lockTask(tx, taskId);
  const isVacant = row.pic_id === null && row.named_at === null && row.appointee_id === null;
  if (personId === null ? isVacant : row.pic_id === personId) return;
  refuseImpossible(timedTask(row), personId === null ? 'vacate' : 'accept');
  if (personId !== null) {
    await writeMove(tx, row, {
      set: { pic_id: personId, appointee_id: null, named_at: row.named_at ?? tx.now },
      event: { kind: 'accepted', personId },
    });
    return;
  }
  const dueOn = addWorkingDays(witaDate(tx.now), workingDaysToNameAgain);
  const formerId = row.pic_id ?? row.appointee_id;
  await writeMove(tx, row, {
    set: { pic_id: null, appointee_id: null, named_at: null, nomination_due_on: dueOn, nominate_by: endOfWorkingDay(dueOn) },
    event: { kind: 'vacated', ...(formerId !== null && { personId: formerId }) },
  });
}

/** Notes that the unit has proposed a person. Later proposals of the same seat change nothing. */
export async function noteNomination(tx: Transaction<Actor | null>, taskId: string, at: Date): Promise<void> {
  const { row } = await lockTask(tx, taskId);
  if (row.named_at !== null || row.pic_id !== null) return;
  refuseImpossible(timedTask(row), 'name');
  await writeMove(tx, row, { set: { named_at: at }, event: { kind: 'named' } });
}
