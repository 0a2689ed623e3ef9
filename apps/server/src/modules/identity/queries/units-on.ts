import type { Unit } from '@makaverse/contract/identity-directory';
import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import { presentUnit, type UnitRow } from '../present.ts';
import { heldOn } from './held-on.ts';
import { holdersOf } from './holders-of.ts';
import { personBriefs } from './person-briefs.ts';

/** All units of a day with their heads, ordered by code. */
export async function unitsOn(db: Kysely<Database>, on: string): Promise<readonly Unit[]> {
  const rows = await db
    .selectFrom('identity.unit_version as v')
    .innerJoin('identity.unit as unit', 'unit.id', 'v.unit_id')
    .select([
      'unit.id',
      'unit.version',
      'v.code',
      'v.kind',
      'v.name',
      'v.short_name',
      'v.parent_id',
      'v.presenting_group',
      'v.valid_from',
      'v.valid_to',
    ])
    .where(heldOn('v', on))
    .orderBy('v.code')
    .execute();
  return withHeads(db, rows, on);
}

/** One unit on a day; outside its life as it was last, or is to be first. */
export async function unitOn(db: Kysely<Database>, id: string, on: string): Promise<Unit | null> {
  const rows = await db
    .selectFrom('identity.unit_version as v')
    .innerJoin('identity.unit as unit', 'unit.id', 'v.unit_id')
    .select([
      'unit.id',
      'unit.version',
      'v.code',
      'v.kind',
      'v.name',
      'v.short_name',
      'v.parent_id',
      'v.presenting_group',
      'v.valid_from',
      'v.valid_to',
    ])
    .where('v.unit_id', '=', id)
    .orderBy('v.valid_from')
    .execute();
  const row = rows.findLast((one) => one.valid_from <= on) ?? rows[0];
  return row ? (await withHeads(db, [row], on))[0]! : null;
}

async function withHeads(db: Kysely<Database>, rows: readonly UnitRow[], on: string): Promise<Unit[]> {
  const heads = await holdersOf(db, { unitIds: rows.map((row) => row.id), kinds: ['head'], on });
  const people = await personBriefs(
    db,
    heads.map((head) => head.personId),
    on,
  );
  // Acting heads come first in `heads`; the first of a unit leads it.
  const byUnit = new Map(heads.toReversed().map((head) => [head.unitId, head]));
  return rows.map((row) => {
    const head = byUnit.get(row.id);
    const person = head && people.get(head.personId);
    return presentUnit(row, person ? { ...person, acting: head.acting } : null);
  });
}
