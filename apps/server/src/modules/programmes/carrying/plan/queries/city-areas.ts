import { readFile } from 'node:fs/promises';
import type { mapArea } from '@makaverse/contract/programmes-areas';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { indicativeShape } from '../domain/indicative-shape.ts';
import { boxOf, type Box, type Position } from '../domain/judge-geometry.ts';

type MapArea = Omit<z.infer<typeof mapArea>, 'boundary'>;

/** The city's areas as far as they are known: points, and the box in which its places lie. */
export interface CityAreas {
  readonly items: readonly MapArea[];
  readonly box: Box;
}

const folder = new URL('../../../../../../../../data/makassar/', import.meta.url);
// About five kilometres: land and water that belong to the city beyond its outermost points.
const margin = 0.05;

let read: Promise<CityAreas> | null = null;

/** Areas and islands of `data/`; read once, because they are facts that come with the release. */
export function cityAreas(): Promise<CityAreas> {
  read ??= readAreas();
  return read;
}

async function readAreas(): Promise<CityAreas> {
  const [areas, islands] = [await rowsOf('areas.csv'), await rowsOf('islands.csv')];
  const pointOf = (row: Record<string, string>): [number, number] => [Number(row['lon']), Number(row['lat'])];
  const points = areas.filter((row) => row['kind'] === 'kelurahan').map(pointOf);
  const [west, south, east, north] = boxOf([...areas, ...islands].map(pointOf));
  return {
    items: areas.map((row) => ({
      code: row['code']!,
      parentCode: row['parent_code']!,
      kind: row['kind'] as MapArea['kind'],
      name: row['name']!,
      point: pointOf(row),
      indicativeShape: row['kind'] === 'kelurahan' ? indicativeShape(pointOf(row), points) : null,
    })),
    box: [west - margin, south - margin, east + margin, north + margin],
  };
}

async function rowsOf(file: string): Promise<Record<string, string>[]> {
  return parse(await readFile(new URL(file, folder), 'utf8'), { columns: true, bom: true });
}

/** The kelurahan whose point is nearest to the middle of these positions. */
export function nearestArea(areas: CityAreas, positions: readonly Position[]): MapArea | null {
  const [west, south, east, north] = boxOf(positions);
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  const far = (one: MapArea): number => (one.point[0] - lon) ** 2 + (one.point[1] - lat) ** 2;
  const [first, ...rest] = areas.items.filter((one) => one.kind === 'kelurahan');
  return first ? rest.reduce((best, one) => (far(one) < far(best) ? one : best), first) : null;
}
