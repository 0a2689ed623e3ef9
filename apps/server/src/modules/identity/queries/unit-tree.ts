import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import { plantTree, type UnitTree } from '../domain/unit-tree.ts';
import { heldOn } from './held-on.ts';

/** All units as they stood on a day. */
export async function unitTree(db: Kysely<Database>, on: string): Promise<UnitTree> {
  const rows = await db
    .selectFrom('identity.unit_version')
    .select([
      'unit_id as id',
      'code',
      'kind',
      'name',
      'short_name as shortName',
      'parent_id as parentId',
      'presenting_group as presentingGroup',
    ])
    .where(heldOn('identity.unit_version', on))
    .orderBy('code')
    .execute();
  return plantTree(rows);
}
