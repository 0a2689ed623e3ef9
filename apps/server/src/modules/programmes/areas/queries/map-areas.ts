import type { listMapAreas } from '@makaverse/contract/programmes-areas';
import type { ReplyOf } from '@makaverse/contract/endpoint';
import type { Context } from '#platform/context';
import { personBriefs } from '#modules/identity';
import { cityAreas } from '../city-areas.ts';
import { mayImportBoundaries } from '../policy.ts';

/** The city's areas for the map: each with its official boundary where one was brought in, else with the surroundings of its point. */
export async function mapAreas(context: Context): Promise<ReplyOf<typeof listMapAreas>> {
  const { items, box } = await cityAreas(context);
  const rows = await context.db.selectFrom('programmes.area_boundary').selectAll().execute();
  const boundaryOf = new Map(rows.map((row) => [row.code, row.coordinates]));
  const last = rows.toSorted((a, b) => b.imported_at.getTime() - a.imported_at.getTime())[0];
  const people = await personBriefs(context.db, last ? [last.imported_by_id] : [], context.now);
  return {
    items: items.map((one) => {
      const boundary = boundaryOf.get(one.code);
      if (!boundary) return { ...one, boundary: null };
      return { ...one, boundary: boundary.map((rings) => rings.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat]))) };
    }),
    box: [...box] as [number, number, number, number],
    official: last
      ? { source: last.source, importedAt: last.imported_at.toISOString(), by: people.get(last.imported_by_id) ?? null, areas: rows.length }
      : null,
    mayImport: mayImportBoundaries(context.actor),
  };
}
