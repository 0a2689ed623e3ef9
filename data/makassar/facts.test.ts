import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Row = Readonly<Record<string, string>>;

/** One line of RFC 4180, without line breaks in fields: facts edited by hand in a spreadsheet have none. */
function fields(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

function table(name: string): { columns: string[]; rows: Row[]; widths: Set<number> } {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  const [columns = [], ...lines] = text.trimEnd().split('\n').map(fields);
  const rows = lines.map((line) => Object.fromEntries(columns.map((column, index) => [column, line[index] ?? ''])));
  return { columns, rows, widths: new Set(lines.map((line) => line.length)) };
}

const units = table('units.csv');
const areas = table('areas.csv');
const islands = table('islands.csv');
const byCode = new Map(units.rows.map((row) => [row['code'], row]));

const countBy = (rows: readonly Row[], column: string): Record<string, number> =>
  Object.fromEntries(Object.entries(Object.groupBy(rows, (row) => row[column] ?? '')).map(([key, found]) => [key, found?.length ?? 0]));

const doubles = (rows: readonly Row[], column: string): string[] =>
  rows.map((row) => row[column] ?? '').filter((value, index, all) => all.indexOf(value) !== index);

describe('every file', () => {
  test.each([
    ['units.csv', units, 'code,parent_code,kind,name,short_name,group,valid_from,source,note'],
    ['areas.csv', areas, 'code,parent_code,kind,name,lat,lon,postcode,elevation_m,flood_prone,source,flood_source'],
    ['islands.csv', islands, 'code,name,lat,lon,populated,outermost,source,note'],
  ])('%s has its columns, full lines, unique codes and a source in each row', (_, file, columns) => {
    expect(file.columns.join(',')).toBe(columns);
    expect([...file.widths]).toEqual([file.columns.length]);
    expect(doubles(file.rows, 'code')).toEqual([]);
    expect(file.rows.filter((row) => row['source'] === '' || row['code'] === '' || row['name'] === '')).toEqual([]);
  });
});

describe('units', () => {
  test('are as many of each kind as the city has', () => {
    expect(countBy(units.rows, 'kind')).toEqual({
      mayor: 2,
      secretariat: 1,
      agency: 35,
      assistant: 3,
      'expert-staff': 3,
      bureau: 12,
      kecamatan: 15,
      kelurahan: 153,
      enterprise: 6,
    });
  });

  test('57 of them presented: 36 agencies and secretariats, 15 kecamatan, 6 companies', () => {
    const presenting = units.rows.filter((row) => row['group'] !== '');
    expect(presenting).toHaveLength(57);
    expect(countBy(presenting, 'kind')).toEqual({ secretariat: 1, agency: 35, kecamatan: 15, enterprise: 6 });
    expect(countBy(presenting, 'group')).toEqual({
      'basic-service': 9,
      'non-basic-service': 15,
      'optional-affairs': 3,
      support: 9,
      territorial: 15,
      enterprise: 6,
    });
  });

  test('have short names that tell them apart', () => {
    expect(doubles(units.rows, 'short_name')).toEqual([]);
    expect(units.rows.filter((row) => row['short_name'] === '' || (row['short_name'] ?? '').length > 60)).toEqual([]);
  });

  test('stand each under a unit that exists, and all under the mayor, without a circle', () => {
    for (const start of units.rows) {
      const path = [start['code']];
      for (let row: Row | undefined = start; row !== undefined && row['parent_code'] !== '';) {
        row = byCode.get(row['parent_code']);
        expect(row, `parent of ${path.at(-1)}`).toBeDefined();
        expect(path, `circle at ${start['code']}`).not.toContain(row?.['code']);
        path.push(row?.['code']);
      }
      expect(path.at(-1)).toBe('WALKOT');
    }
  });

  test('come parents first, so that a plain reader can load them line by line', () => {
    const seen = new Set(['']);
    for (const row of units.rows) {
      expect(seen.has(row['parent_code'] ?? '?'), `${row['code']} before its parent`).toBe(true);
      seen.add(row['code'] ?? '');
    }
  });

  test('follow the codes: kelurahan under the kecamatan of their code, four bureaus to an assistant', () => {
    const kelurahan = units.rows.filter((row) => row['kind'] === 'kelurahan');
    expect(
      kelurahan.filter((row) => !/^73\.71\.\d{2}\.\d{4}$/.test(row['code'] ?? '') || row['code']?.slice(0, 8) !== row['parent_code']),
    ).toEqual([]);
    const bureaus = units.rows.filter((row) => row['kind'] === 'bureau');
    expect(countBy(bureaus, 'parent_code')).toEqual({ 'ASISTEN-1': 4, 'ASISTEN-2': 4, 'ASISTEN-3': 4 });
  });

  test('are all in the register before the Rakorsus of 15 March 2022', () => {
    expect(
      units.rows.filter((row) => !/^\d{4}-\d{2}-\d{2}$/.test(row['valid_from'] ?? '') || (row['valid_from'] ?? '') > '2022-03-15'),
    ).toEqual([]);
  });
});

describe('areas', () => {
  test('are the kecamatan and kelurahan of the units, by code and name', () => {
    expect(countBy(areas.rows, 'kind')).toEqual({ kecamatan: 15, kelurahan: 153 });
    for (const area of areas.rows) {
      const prefix = area['kind'] === 'kecamatan' ? 'Kecamatan' : 'Kelurahan';
      expect(byCode.get(area['code'])?.['name']).toBe(`${prefix} ${area['name']}`);
      expect(area['parent_code']).toBe(area['code']?.split('.').slice(0, -1).join('.'));
    }
  });

  test('lie in the city and its islands, at heights the city has', () => {
    const isOutside = (row: Row): boolean =>
      Math.abs(Number(row['lat']) + 5.1) > 0.15 || Math.abs(Number(row['lon']) - 119.4) > 0.2 || Number(row['elevation_m']) > 60;
    expect(areas.rows.filter(isOutside)).toEqual([]);
  });

  test('have a postcode for every kelurahan, and 19 that were named flood-prone, each with its source', () => {
    const kelurahan = areas.rows.filter((row) => row['kind'] === 'kelurahan');
    expect(kelurahan.filter((row) => !/^90\d{3}$/.test(row['postcode'] ?? '') || !/^\d+$/.test(row['elevation_m'] ?? ''))).toEqual([]);
    expect(countBy(kelurahan, 'flood_prone')).toEqual({ false: 134, true: 19 });
    expect(areas.rows.filter((row) => (row['flood_prone'] === 'true') !== (row['flood_source'] !== ''))).toEqual([]);
    const floodedKecamatan = new Set(kelurahan.filter((row) => row['flood_prone'] === 'true').map((row) => row['parent_code']));
    const marked = areas.rows.filter((row) => row['kind'] === 'kecamatan' && row['flood_prone'] === 'true').map((row) => row['code']);
    expect(marked).toEqual([...floodedKecamatan].toSorted());
  });
});

test('islands are 13, west of the mainland, ten of them lived on', () => {
  expect(islands.rows).toHaveLength(13);
  expect(countBy(islands.rows, 'populated')).toEqual({ true: 10, false: 3 });
  const isElsewhere = (row: Row): boolean => Math.abs(Number(row['lat']) + 5.1) > 0.15 || Math.abs(Number(row['lon']) - 119.27) > 0.21;
  expect(islands.rows.filter(isElsewhere)).toEqual([]);
});
