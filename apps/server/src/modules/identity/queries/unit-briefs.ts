import type { UnitBrief } from '@makaverse/contract/primitives';
import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';

/** Units as they are named inside other records: by their newest names, or by those of a day. Closed units keep their last name. */
export async function unitBriefs(db: Kysely<Database>, ids: Iterable<string>, on?: string): Promise<ReadonlyMap<string, UnitBrief>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('identity.unit_version')
    .distinctOn('unit_id')
    .select(['unit_id as id', 'code', 'kind', 'name', 'short_name as shortName'])
    .where('unit_id', '=', sql<string>`any(${wanted}::uuid[])`)
    .$if(on !== undefined, (query) => query.where('valid_from', '<=', on!))
    .orderBy('unit_id')
    .orderBy('valid_from', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
