import type { ObstacleDetail, ObstacleMove } from '@makaverse/contract/programmes-obstacles';
import type { Transaction } from '#platform/context';
import { EditConflict, NotAllowed, RecordMissing } from '#platform/errors';
import { carryingFactsOf } from '../../carrying/queries/carrying-facts.ts';
import { heightAt } from '../domain/clock.ts';
import { passUp, reopen, solve, takeOn, type ObstacleStanding } from '../domain/moves.ts';
import { mayMoveObstacle, mayReadObstacle } from '../policy.ts';
import { obstacleFacts, obstacleStanding } from '../present.ts';
import { clockOf } from '../queries/delays.ts';
import { obstacleDetail } from '../queries/obstacle-detail.ts';
import { rungHolders } from '../queries/rung-holders.ts';
import type { ObstacleRow } from '../tables.ts';
import { keepObstacle, lockedObstacle, type ObstacleStep } from './keep-obstacle.ts';
import { tellOfObstacle } from './tell-of-obstacle.ts';

/** A move as it is asked for: of which obstacle, and as the caller last saw it. */
export interface AskedObstacleMove {
  readonly id: string;
  readonly version: number;
}

/** The obstacle, locked, where it is there, unchanged and the move this person's. @throws RecordMissing, EditConflict, NotAllowed */
export async function obstacleToMove(tx: Transaction, asked: AskedObstacleMove, move: ObstacleMove): Promise<ObstacleRow> {
  const row = await lockedObstacle(tx, asked.id);
  const facts = row && obstacleFacts(row, (await carryingFactsOf(tx.db, [row.programme_id])).get(row.programme_id)!);
  if (!row || !facts || !mayReadObstacle(tx.actor, facts)) throw new RecordMissing();
  if (row.version !== asked.version) throw new EditConflict(await obstacleDetail(tx, row));
  const height = row.state === 'solved' ? row.height : heightAt(clockOf(row), tx.now);
  if (!mayMoveObstacle(tx.actor, facts, { height, move })) throw new NotAllowed('obstacle-not-yours');
  return row;
}

/** Somebody on its rung gives the day by which it will be removed. */
export async function takeOnObstacle(
  tx: Transaction,
  asked: AskedObstacleMove & { readonly untilOn: string; readonly words: string },
): Promise<ObstacleDetail> {
  const { untilOn, words } = asked;
  const row = await obstacleToMove(tx, asked, 'take-on');
  const standing = takeOn(obstacleStanding(row), { byId: tx.actor.personId, at: tx.now, untilOn });
  const saved = await kept(tx, row, standing, { action: 'take-on', words: words || null, untilOn });
  await tellOfObstacle(tx, saved, { template: 'obstacle-taken-on', personIds: await blockedPeople(tx, saved) });
  return obstacleDetail(tx, saved);
}

/** It goes up one rung at once, with a reason. */
export async function passUpObstacle(tx: Transaction, asked: AskedObstacleMove & { readonly reason: string }): Promise<ObstacleDetail> {
  const row = await obstacleToMove(tx, asked, 'pass-up');
  const standing = passUp(obstacleStanding(row), tx.now);
  const saved = await kept(tx, row, standing, { action: 'pass-up', words: asked.reason, untilOn: null });
  await tellOfObstacle(tx, saved, { template: 'obstacle-climbed', personIds: await lyingWith(tx, saved) });
  return obstacleDetail(tx, saved);
}

/** It blocks no more. */
export async function solveObstacle(tx: Transaction, asked: AskedObstacleMove & { readonly words: string }): Promise<ObstacleDetail> {
  const row = await obstacleToMove(tx, asked, 'solve');
  const saved = await kept(tx, row, solve(obstacleStanding(row), tx.now), { action: 'solve', words: asked.words, untilOn: null });
  await tellOfObstacle(tx, saved, { template: 'obstacle-solved', personIds: await blockedPeople(tx, saved) });
  return obstacleDetail(tx, saved);
}

/** It was called solved and still blocks. */
export async function reopenObstacle(tx: Transaction, asked: AskedObstacleMove & { readonly reason: string }): Promise<ObstacleDetail> {
  const row = await obstacleToMove(tx, asked, 'reopen');
  const saved = await kept(tx, row, reopen(obstacleStanding(row), tx.now), { action: 'reopen', words: asked.reason, untilOn: null });
  await tellOfObstacle(tx, saved, { template: 'obstacle-reopened', personIds: await lyingWith(tx, saved) });
  return obstacleDetail(tx, saved);
}

function kept(tx: Transaction, row: ObstacleRow, standing: ObstacleStanding, step: ObstacleStep): Promise<ObstacleRow> {
  return keepObstacle(tx, row, { standing, step });
}

async function lyingWith(tx: Transaction, row: ObstacleRow): Promise<readonly string[]> {
  const carrying = (await carryingFactsOf(tx.db, [row.programme_id])).get(row.programme_id)!;
  return (await rungHolders(tx.db, tx.now))(row, carrying, heightAt(clockOf(row), tx.now));
}

/** Who reported it and who is in charge of the part it blocks. */
async function blockedPeople(tx: Transaction, row: ObstacleRow): Promise<readonly string[]> {
  const carrying = (await carryingFactsOf(tx.db, [row.programme_id])).get(row.programme_id)!;
  return [row.reported_by_id, ...carrying.parts.flatMap((part) => (part.unitId === row.unit_id ? (part.personId ?? []) : []))];
}
