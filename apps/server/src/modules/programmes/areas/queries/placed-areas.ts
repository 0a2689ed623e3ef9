import type { Context } from '#platform/context';
import { cityAreas } from '../city-areas.ts';
import type { PlacedArea } from '../domain/area-of-place.ts';

/** The city's kelurahan, each with its official boundary where one was brought in. */
export async function placedAreas(context: Pick<Context, 'db' | 'areasFolder'>): Promise<readonly PlacedArea[]> {
  const { items } = await cityAreas(context);
  const rows = await context.db.selectFrom('programmes.area_boundary').select(['code', 'coordinates']).execute();
  const boundaryOf = new Map(rows.map((row) => [row.code, row.coordinates]));
  return items
    .filter((one) => one.kind === 'kelurahan')
    .map(({ code, point }) => ({ code, point, boundary: boundaryOf.get(code) ?? null }));
}
