import { sql } from 'kysely';
import type { Transaction } from '#platform/context';
import { middleOf } from '../../carrying/plan/domain/judge-geometry.ts';
import { areaOfPlace } from '../domain/area-of-place.ts';
import { placedAreas } from '../queries/placed-areas.ts';

/** Finds the kelurahan of every place anew; to be called where boundaries have come or gone. */
export async function placeAnew(tx: Transaction): Promise<void> {
  const areas = await placedAreas(tx);
  const rows = await tx.db.selectFrom('programmes.place').select(['id', 'programme_id', 'west', 'south', 'east', 'north']).execute();
  const found = rows.flatMap(({ west, south, east, north, ...row }) => {
    const area = areaOfPlace(middleOf([west, south, east, north]), areas);
    return area ? [{ ...row, ...area }] : [];
  });
  await sql`update programmes.place place set area_code = one.code, area_by = one.by
    from unnest(${found.map((one) => one.id)}::uuid[], ${found.map((one) => one.code)}::text[], ${found.map((one) => one.by)}::text[])
      as one(id, code, by)
    where place.id = one.id and (place.area_code, place.area_by) is distinct from (one.code, one.by)`.execute(tx.db);
  tx.touch(...new Set(found.map((one) => `programme:${one.programme_id}`)));
}
