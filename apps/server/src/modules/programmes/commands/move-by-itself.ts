import type { PositionEnded } from '#events/position-ended';
import type { TaskDone } from '#events/task-done';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { finishedTaskIds } from '#modules/directives';
import { isPossible, makeMove, type Act } from '../domain/nomination.ts';
import { standingOf } from '../present.ts';
import { unitPathsOf } from '../queries/unit-paths.ts';
import type { NominationRow } from '../tables.ts';
import { lastStepOf, saveMove } from './save-move.ts';
import { tellOfMove } from './tell-of-move.ts';

/** A move nobody made by himself on a locked nomination: kept and told like any other. */
export async function moveByItself(tx: Transaction<Actor | null>, row: NominationRow, act: Act): Promise<void> {
  const last = await lastStepOf(tx.db, row.id);
  const moved = makeMove(standingOf(row, last.at), act);
  const saved = await saveMove(tx, { row, lastSeq: last.seq, moved });
  await tellOfMove(tx, { before: row, after: saved, step: moved.step });
}

/** Who has left the unit can no longer answer for it: his seats open again. What was finished under his name stays under it. */
export async function reopenSeats(tx: Transaction<null>, { personId }: PositionEnded): Promise<void> {
  const rows = await tx.db
    .selectFrom('programmes.nomination')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id')
    .forUpdate()
    .execute();
  const open = rows.filter((row) => isPossible(row.state, 'open'));
  if (open.length === 0) return;
  const paths = await unitPathsOf(tx, personId);
  const finished = await finishedTaskIds(
    tx.db,
    open.filter((row) => row.seat_kind === 'task').map((row) => row.seat_id),
  );
  for (const row of open) {
    if (finished.has(row.seat_id) || paths.some((path) => path.includes(row.unit_id))) continue;
    await moveByItself(tx, row, { move: 'open', byId: null, at: tx.now, cause: 'position-ended' });
  }
}

/** A task that is done needs nobody any more: a seat still unfilled is gone. */
export async function closeSeatOfDoneTask(tx: Transaction<null>, { taskId, byId }: TaskDone): Promise<void> {
  const rows = await tx.db
    .selectFrom('programmes.nomination')
    .selectAll()
    .where('seat_kind', '=', 'task')
    .where('seat_id', '=', taskId)
    .where('state', 'not in', ['accepted', 'cancelled'])
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const row of rows) await moveByItself(tx, row, { move: 'cancel', byId, at: tx.now });
}
