import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makassarAreas } from '#config';
import { AreasUnusable, cityAreas } from './city-areas.ts';

const made: string[] = [];
afterEach(() => Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true }))));

/** A folder of a city's own with these files. */
async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'makaverse-areas-'));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}
async function refusal(files: Readonly<Record<string, string>>): Promise<string> {
  const error: unknown = await cityAreas({ areasFolder: await folderWith(files) }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AreasUnusable);
  return (error as AreasUnusable).message;
}

const heading = 'code,parent_code,kind,name,lat,lon';
const kecamatan = '73.72.01,73.72,kecamatan,Bacukiki,-4.03,119.65';
const kelurahan = '73.72.01.1001,73.72.01,kelurahan,Watang Bacukiki,-4.04,119.66';
const lines = (...all: string[]): string => `\uFEFF${all.join('\r\n')}\r\n`;

describe('the areas of the installation', () => {
  it('are Makassar’s as they come with the release', async () => {
    const { items } = await cityAreas({ areasFolder: makassarAreas });
    expect(Map.groupBy(items, (one) => one.kind).get('kelurahan')).toHaveLength(153);
  });

  it('are another city’s where its folder is named, with islands or without', async () => {
    const files = { 'areas.csv': lines(heading, kecamatan, kelurahan) };
    const { items, box } = await cityAreas({ areasFolder: await folderWith(files) });
    expect(items.map((one) => [one.code, one.kind, one.name])).toEqual([
      ['73.72.01', 'kecamatan', 'Bacukiki'],
      ['73.72.01.1001', 'kelurahan', 'Watang Bacukiki'],
    ]);
    expect(box.map((one) => Number(one.toFixed(2)))).toEqual([119.6, -4.09, 119.71, -3.98]);
    const wide = await cityAreas({ areasFolder: await folderWith({ ...files, 'islands.csv': 'name,lat,lon\nPulau,-4.50,119.00\n' }) });
    expect(wide.box.map((one) => Number(one.toFixed(2)))).toEqual([118.95, -4.55, 119.71, -3.98]);
  });

  it('are refused line by line, with what is wrong', async () => {
    const message = await refusal({
      'areas.csv': lines(
        heading,
        kecamatan,
        kelurahan,
        kelurahan,
        '73.72.09.1001,73.72.09,kelurahan,Lain,-4.1,119.6',
        '73.72.02,73.72,desa,Ujung,-4.1,119.6',
        '73.72.03,73.72,kecamatan,,"-4,1",200',
      ),
      'islands.csv': 'lat,lon\n119.6,-4.1\n',
    });
    expect(message.split('\n').slice(1)).toEqual([
      '  areas.csv, line 4: code 73.72.01.1001 stands on line 3 already',
      '  areas.csv, line 5: parent_code "73.72.09" is the code of no kecamatan of the file',
      '  areas.csv, line 6: kind must be kecamatan or kelurahan, not "desa"',
      '  areas.csv, line 7: "name" is empty',
      '  areas.csv, line 7: lat must be degrees from -90 to 90 with a point (WGS 84), not "-4,1"',
      '  areas.csv, line 7: lon must be degrees from -180 to 180 with a point (WGS 84), not "200"',
      '  islands.csv, line 2: lat must be degrees from -90 to 90 with a point (WGS 84), not "119.6"',
    ]);
    expect(message).toContain('AREAS_DIR');
  });

  it('are refused where a file or a column is not there, or a line is broken', async () => {
    expect(await refusal({})).toContain('areas.csv: there is no such file');
    expect(await refusal({ 'areas.csv': 'code,name\n1,Satu\n' })).toContain('the columns parent_code, kind, lat, lon are missing');
    expect(await refusal({ 'areas.csv': '' })).toContain('are missing');
    expect(await refusal({ 'areas.csv': lines(heading, '73.72.01,73.72') })).toMatch(/line 2/);
    expect(await refusal({ 'areas.csv': lines(heading, kecamatan) })).toContain('holds no kelurahan');
  });
});
