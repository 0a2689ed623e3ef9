import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';
import { heldOn } from './held-on.ts';

/** Those of the units that stand in the tree on a day, and all that hang below them; a circle in bad data ends by itself. */
export async function unitIdsDownFrom(db: Kysely<Database>, unitIds: readonly string[], on: string): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const { rows } = await sql<{ unit_id: string }>`
    with recursive below as (
      select v.unit_id from identity.unit_version v where v.unit_id = any(${unitIds}::uuid[]) and ${heldOn('v', on)}
      union
      select v.unit_id from below join identity.unit_version v on v.parent_id = below.unit_id and ${heldOn('v', on)}
    )
    select unit_id from below`.execute(db);
  return rows.map((row) => row.unit_id);
}
