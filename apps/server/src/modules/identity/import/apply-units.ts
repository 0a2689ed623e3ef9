import { sql } from 'kysely';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { versionColumns } from '../commands/found-unit.ts';
import type { KnownUnit, UnitChange } from '../domain/judge-units.ts';
import { insertMany } from './insert-many.ts';

/** Writes judged units: a handful of statements, however many rows. */
export async function applyUnits(
  tx: Transaction<Actor | null>,
  changes: readonly UnitChange[],
  known: readonly KnownUnit[],
): Promise<void> {
  const old = new Map(known.map((unit) => [unit.code, unit]));
  const idOf = new Map(known.map((unit) => [unit.code, unit.id]));
  const founded = changes.filter((change) => change.change === 'new');
  for (const change of founded) idOf.set(change.code, tx.newId());
  await insertMany(
    tx.db,
    'identity.unit',
    founded.map((change) => ({ id: idOf.get(change.code)!, version: 1, created_at: tx.now })),
  );
  const changed = changes.filter((change) => change.change === 'changed');
  const isCorrection = (change: UnitChange): boolean => change.from === old.get(change.code)!.validFrom;
  const columnsOf = (change: UnitChange): ReturnType<typeof versionColumns> =>
    versionColumns({ ...change, parentId: change.parentCode === null ? null : idOf.get(change.parentCode)! });
  const corrections = changed.filter(isCorrection).map((change) => ({ unit_id: idOf.get(change.code)!, ...columnsOf(change) }));
  await sql`update identity.unit_version v
    set name = c.name, short_name = c.short_name, kind = c.kind, parent_id = c.parent_id, presenting_group = c.presenting_group, search = c.search
    from jsonb_populate_recordset(null::identity.unit_version, ${JSON.stringify(corrections)}::jsonb) c
    where v.unit_id = c.unit_id and v.valid_to is null`.execute(tx.db);
  const renewed = changed.filter((change) => !isCorrection(change));
  const ends = renewed.map((change) => ({ unit_id: idOf.get(change.code)!, valid_to: change.from }));
  await sql`update identity.unit_version v set valid_to = c.valid_to
    from jsonb_populate_recordset(null::identity.unit_version, ${JSON.stringify(ends)}::jsonb) c
    where v.unit_id = c.unit_id and v.valid_to is null`.execute(tx.db);
  await insertMany(
    tx.db,
    'identity.unit_version',
    [...founded, ...renewed].map((change) => ({
      id: tx.newId(),
      unit_id: idOf.get(change.code)!,
      valid_from: change.from,
      valid_to: null,
      ...columnsOf(change),
    })),
  );
  await tx.db
    .updateTable('identity.unit')
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', sql<string>`any(${changed.map((change) => idOf.get(change.code)!)}::uuid[])`)
    .execute();
}
