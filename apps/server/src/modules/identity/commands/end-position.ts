import { witaDate } from '@makaverse/calendar';
import type { Selectable } from 'kysely';
import type { Database } from '#database/schema';
import { positionEnded } from '#events/position-ended';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import { rightsTopic } from '#platform/live';
import { LastAdministrator, PositionAlreadyEnded, PositionPeriodInvalid } from '../domain/position-rules.ts';
import { endSessionsWithoutPosition } from './end-sessions.ts';
import { lockStructure } from './lock-structure.ts';

/** Ends a position on a day, from which on it gives no rights; a day that has come ends the sign-ins too. */
export async function endPosition(tx: Transaction, ending: { id: string; to: string }): Promise<void> {
  await lockStructure(tx.db);
  const position = await tx.db.selectFrom('identity.position').selectAll().where('id', '=', ending.id).forUpdate().executeTakeFirst();
  if (!position) throw new RecordMissing();
  const today = witaDate(tx.now);
  if (position.valid_to !== null && position.valid_to <= today) throw new PositionAlreadyEnded(position.valid_to);
  if (ending.to < position.valid_from) throw new PositionPeriodInvalid();
  if (position.kind === 'administrator') await refuseToLoseLastAdministrator(tx, position.id);
  await tx.db.updateTable('identity.position').set({ valid_to: ending.to }).where('id', '=', ending.id).execute();
  tx.audit({ action: 'position.ended', object: 'position', objectId: ending.id, data: { to: ending.to, personId: position.person_id } });
  if (ending.to <= today) await tellEnds(tx, [position]);
  tx.touch('directory:units');
}

async function refuseToLoseLastAdministrator(tx: Transaction, positionId: string): Promise<void> {
  const other = await tx.db
    .selectFrom('identity.position')
    .select('id')
    .where('kind', '=', 'administrator')
    .where('id', '<>', positionId)
    .where('valid_from', '<=', witaDate(tx.now))
    .where('valid_to', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (!other) throw new LastAdministrator();
}

/** Tells the other modules of positions that are over, once each, and ends the sign-ins of who holds none any more. */
async function tellEnds(tx: Transaction<Actor | null>, ended: readonly Selectable<Database['identity.position']>[]): Promise<void> {
  if (ended.length === 0) return;
  const ids = ended.map((one) => one.id);
  await tx.db.updateTable('identity.position').set({ end_told_at: tx.now }).where('id', 'in', ids).execute();
  for (const one of ended) tx.publish(positionEnded({ positionId: one.id, personId: one.person_id, unitId: one.unit_id }));
  tx.touch(...new Set(ended.map((one) => rightsTopic(one.person_id))));
  await endSessionsWithoutPosition(tx, [...new Set(ended.map((one) => one.person_id))]);
}

/** Tells of the positions whose day has come by itself. */
export async function tellEndedPositions(tx: Transaction<Actor | null>): Promise<void> {
  const ended = await tx.db
    .selectFrom('identity.position')
    .selectAll()
    .where('end_told_at', 'is', null)
    .where('valid_to', '<=', witaDate(tx.now))
    .orderBy('id')
    .limit(5000)
    .forUpdate()
    .skipLocked()
    .execute();
  await tellEnds(tx, ended);
}
