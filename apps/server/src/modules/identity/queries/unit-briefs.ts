import type { UnitBrief } from '@makaverse/contract/primitives';
import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';

/** Units as they are named inside other records: by their newest names, or by those of a day. Closed units keep their last name. */
export async function unitBriefs(db: Kysely<Database>, ids: Iterable<string>, on?: string): Promise<ReadonlyMap<string, UnitBrief>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<UnitBrief>`
    select distinct on (unit_id) unit_id as id, code, kind, name, short_name as "shortName" from identity.unit_version
    where unit_id = any(${wanted}::uuid[]) ${on === undefined ? sql`` : sql`and valid_from <= ${on}`}
    order by unit_id, valid_from desc`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
