import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { mapArea } from '@makaverse/contract/programmes-areas';
import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';
import type { Context } from '#platform/context';
import { indicativeShape } from '../carrying/plan/domain/indicative-shape.ts';
import { boxOf, type Box } from '../carrying/plan/domain/judge-geometry.ts';
import { judgeAreas, judgeIslands, type AreaFault, type AreaRow } from './domain/judge-areas.ts';

type MapArea = Omit<z.infer<typeof mapArea>, 'boundary'>;

/** The city's areas as far as they are known: points, and the box in which its places lie. */
export interface CityAreas {
  readonly items: readonly MapArea[];
  readonly box: Box;
}

/** The files of areas cannot be worked with; said line by line to whoever starts the server. */
export class AreasUnusable extends Error {
  override readonly name = 'AreasUnusable';
  constructor(folder: string, lines: readonly string[]) {
    const shown = lines.slice(0, mostShown).map((line) => `  ${line}`);
    const rest = lines.length > mostShown ? [`  and ${lines.length - mostShown} more`] : [];
    const all = [...shown, ...rest].join('\n');
    super(`The city's areas in ${folder} cannot be used. Correct them, or name another folder with AREAS_DIR, and start again:\n${all}`);
  }
}

const mostShown = 20;
// About five kilometres: land and water that belong to the city beyond its outermost points.
const margin = 0.05;
const areaColumns = ['code', 'parent_code', 'kind', 'name', 'lat', 'lon'];
const islandColumns = ['lat', 'lon'];

const read = new Map<string, Promise<CityAreas>>();

/** The areas of the installation; read once, because they change with its files and a new start alone. @throws AreasUnusable */
export function cityAreas({ areasFolder }: Pick<Context, 'areasFolder'>): Promise<CityAreas> {
  const known = read.get(areasFolder) ?? readAreas(areasFolder);
  read.set(areasFolder, known);
  return known;
}

async function readAreas(folder: string): Promise<CityAreas> {
  const areas = await rowsOf(folder, 'areas.csv', areaColumns);
  if (areas === null) throw new AreasUnusable(folder, ['areas.csv: there is no such file in the folder']);
  // A city without islands has no such file.
  const islands = (await rowsOf(folder, 'islands.csv', islandColumns)) ?? [];
  const faults = [...saidOf('areas.csv', judgeAreas(areas)), ...saidOf('islands.csv', judgeIslands(islands))];
  if (faults.length > 0) throw new AreasUnusable(folder, faults);
  const pointOf = ({ cells }: AreaRow): [number, number] => [Number(cells['lon']), Number(cells['lat'])];
  const points = areas.filter(({ cells }) => cells['kind'] === 'kelurahan').map(pointOf);
  const [west, south, east, north] = boxOf([...areas, ...islands].map(pointOf));
  return {
    items: areas.map((row) => ({
      code: row.cells['code']!,
      parentCode: row.cells['parent_code']!,
      kind: row.cells['kind'] as MapArea['kind'],
      name: row.cells['name']!,
      point: pointOf(row),
      indicativeShape: row.cells['kind'] === 'kelurahan' ? indicativeShape(pointOf(row), points) : null,
    })),
    box: [west - margin, south - margin, east + margin, north + margin],
  };
}

const saidOf = (file: string, faults: readonly AreaFault[]): string[] =>
  faults.map(({ line, problem }) => `${file}, line ${line}: ${problem}`);

async function textOf(folder: string, file: string): Promise<string | null> {
  try {
    return await readFile(join(folder, file), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new AreasUnusable(folder, [`${file}: ${(error as Error).message}`]);
  }
}

/** The rows of a file of the folder; null where there is none. */
async function rowsOf(folder: string, file: string, columns: readonly string[]): Promise<AreaRow[] | null> {
  const text = await textOf(folder, file);
  if (text === null) return null;
  try {
    // With `info` each record comes in a wrapper of which the library's types know nothing.
    const rows = parse(text, { columns: true, bom: true, trim: true, info: true, skip_empty_lines: true }) as unknown as {
      record: Record<string, string>;
      info: { lines: number };
    }[];
    const missing = rows.length === 0 ? columns : columns.filter((column) => !(column in rows[0]!.record));
    if (missing.length > 0) throw new AreasUnusable(folder, [`${file}, line 1: the columns ${missing.join(', ')} are missing`]);
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (error instanceof CsvError) throw new AreasUnusable(folder, [`${file}: ${error.message}`]);
    throw error;
  }
}
