import type { Transaction } from '#platform/context';
import { carryingFactsOf } from '../../carrying/queries/carrying-facts.ts';
import { heightAt, nextClimbAt } from '../domain/clock.ts';
import { clockOf } from '../queries/delays.ts';
import { rungHolders } from '../queries/rung-holders.ts';
import { addStep, wake } from './keep-obstacle.ts';
import { tellOfObstacle } from './tell-of-obstacle.ts';

/** A run takes this many; what is left comes with the next. */
const batch = 500;

/**
 * Writes into the story that obstacles climbed, and tells whom they reached. Where an obstacle lies is read from its clock and kept
 * nowhere, so a run that comes late changes nothing but the hour of the mail.
 */
export async function climb(tx: Transaction<null>): Promise<void> {
  const rows = await tx.db
    .selectFrom('programmes.obstacle')
    .selectAll()
    .where('next_climb_at', '<=', tx.now)
    .where('state', '<>', 'solved')
    .orderBy('next_climb_at')
    .orderBy('id')
    .limit(batch)
    .forUpdate()
    .skipLocked()
    .execute();
  if (rows.length === 0) return;
  const holders = await rungHolders(tx.db, tx.now);
  const carrying = await carryingFactsOf(
    tx.db,
    rows.map((row) => row.programme_id),
  );
  for (const row of rows) {
    const height = heightAt(clockOf(row), tx.now);
    await tx.db
      .updateTable('programmes.obstacle')
      .set({ next_climb_at: nextClimbAt(clockOf(row), tx.now) })
      .where('id', '=', row.id)
      .execute();
    await addStep(tx, row, { action: 'climb', words: null, untilOn: null, height });
    await wake(tx, row);
    await tellOfObstacle(tx, row, { template: 'obstacle-climbed', personIds: holders(row, carrying.get(row.programme_id)!, height) });
  }
}
