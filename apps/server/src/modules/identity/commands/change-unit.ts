import { witaDate } from '@makaverse/calendar';
import type { Selectable } from 'kysely';
import { EditConflict, RecordMissing } from '#platform/errors';
import type { Transaction } from '#platform/context';
import { checkPlace, UnitHistoryFixed, UnitIsClosed, UnitStillInUse } from '../domain/unit-rules.ts';
import { unitOn } from '../queries/units-on.ts';
import { unitTree } from '../queries/unit-tree.ts';
import type { UnitVersionTable } from '../tables.ts';
import { versionColumns, type UnitPlan } from './found-unit.ts';
import { lockStructure, refuseTakenCode } from './lock-structure.ts';

/** Takes the unit for this transaction and gives its newest version. @throws RecordMissing, EditConflict, UnitIsClosed */
async function take(tx: Transaction, id: string, version: number): Promise<Selectable<UnitVersionTable>> {
  await lockStructure(tx.db);
  const unit = await tx.db.selectFrom('identity.unit').select('version').where('id', '=', id).forUpdate().executeTakeFirst();
  if (!unit) throw new RecordMissing();
  if (unit.version !== version) throw new EditConflict(await unitOn(tx.db, id, witaDate(tx.now)));
  const newest = await tx.db
    .selectFrom('identity.unit_version')
    .selectAll()
    .where('unit_id', '=', id)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  if (newest.valid_to !== null) throw new UnitIsClosed(newest.valid_to);
  return newest;
}

async function countUp(tx: Transaction, id: string): Promise<void> {
  await tx.db
    .updateTable('identity.unit')
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  tx.touch('directory:units');
}

/** Renames or moves a unit from a day on. The same day again corrects that version; an earlier day is refused. */
export async function changeUnit(
  tx: Transaction,
  change: UnitPlan & { readonly id: string; readonly from: string; readonly version: number },
): Promise<void> {
  const newest = await take(tx, change.id, change.version);
  if (change.from < newest.valid_from) throw new UnitHistoryFixed(newest.valid_from);
  await refuseTakenCode(tx.db, { unitId: change.id, code: change.code });
  checkPlace(await unitTree(tx.db, change.from), { unitId: change.id, parentId: change.parentId, code: change.code });
  const columns = versionColumns(change);
  const newestRow = tx.db.updateTable('identity.unit_version').where('id', '=', newest.id);
  if (change.from === newest.valid_from) {
    await newestRow.set(columns).execute();
  } else {
    await newestRow.set({ valid_to: change.from }).execute();
    await tx.db
      .insertInto('identity.unit_version')
      .values({ id: tx.newId(), unit_id: change.id, valid_from: change.from, valid_to: null, ...columns })
      .execute();
  }
  await countUp(tx, change.id);
  tx.audit({ action: 'unit.changed', object: 'unit', objectId: change.id, data: { ...columns, from: change.from } });
}

/** Dissolves a unit on a day. @throws UnitStillInUse */
export async function closeUnit(tx: Transaction, closing: { id: string; to: string; version: number }): Promise<void> {
  const newest = await take(tx, closing.id, closing.version);
  if (closing.to <= newest.valid_from) throw new UnitHistoryFixed(newest.valid_from);
  const isHeldLater = (row: { valid_to: string | null }): boolean => row.valid_to === null || row.valid_to > closing.to;
  const positions = await tx.db.selectFrom('identity.position').select('valid_to').where('unit_id', '=', closing.id).execute();
  const below = await tx.db.selectFrom('identity.unit_version').select('valid_to').where('parent_id', '=', closing.id).execute();
  const [people, units] = [positions.filter(isHeldLater).length, below.filter(isHeldLater).length];
  if (people + units > 0) throw new UnitStillInUse(people, units);
  await tx.db.updateTable('identity.unit_version').set({ valid_to: closing.to }).where('id', '=', newest.id).execute();
  await countUp(tx, closing.id);
  tx.audit({ action: 'unit.closed', object: 'unit', objectId: closing.id, data: { to: closing.to } });
}
