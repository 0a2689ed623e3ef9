/** A row of a file of areas, with the line it stands on; people count lines from one, the heading's. */
export interface AreaRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}
/** What is wrong with a line, in words for whoever starts the server. */
export interface AreaFault {
  readonly line: number;
  readonly problem: string;
}

const kinds: readonly string[] = ['kecamatan', 'kelurahan'];
const places = [
  { column: 'lat', most: 90 },
  { column: 'lon', most: 180 },
] as const;

/** Judges the rows of areas.csv: what is missing, twice, or cannot be; empty where nothing is. */
export function judgeAreas(rows: readonly AreaRow[]): AreaFault[] {
  const kecamatan = new Set(rows.filter(({ cells }) => cells['kind'] === 'kecamatan').map(({ cells }) => cells['code']));
  const lineOf = new Map<string, number>();
  const faults = rows.flatMap(({ line, cells }): AreaFault[] => {
    const code = cells['code']!;
    const before = lineOf.get(code);
    lineOf.set(code, before ?? line);
    const problems = [
      ...(['code', 'name'] as const).flatMap((column) => (cells[column] === '' ? [`"${column}" is empty`] : [])),
      ...(code !== '' && before !== undefined ? [`code ${code} stands on line ${before} already`] : []),
      ...(kinds.includes(cells['kind']!) ? [] : [`kind must be kecamatan or kelurahan, not "${cells['kind']}"`]),
      ...(cells['kind'] === 'kelurahan' && !kecamatan.has(cells['parent_code'])
        ? [`parent_code "${cells['parent_code']}" is the code of no kecamatan of the file`]
        : []),
      ...placeProblems(cells),
    ];
    return problems.map((problem) => ({ line, problem }));
  });
  const hasKelurahan = rows.some(({ cells }) => cells['kind'] === 'kelurahan');
  return hasKelurahan ? faults : [...faults, { line: 1, problem: 'the file holds no kelurahan' }];
}

/** Judges the rows of islands.csv, of which only the places are needed. */
export function judgeIslands(rows: readonly AreaRow[]): AreaFault[] {
  return rows.flatMap(({ line, cells }) => placeProblems(cells).map((problem) => ({ line, problem })));
}

function placeProblems(cells: AreaRow['cells']): string[] {
  return places.flatMap(({ column, most }) => {
    const text = cells[column]!;
    const isPlace = /^-?\d+(\.\d+)?$/.test(text) && Math.abs(Number(text)) <= most;
    return isPlace ? [] : [`${column} must be degrees from -${most} to ${most} with a point (WGS 84), not "${text}"`];
  });
}
