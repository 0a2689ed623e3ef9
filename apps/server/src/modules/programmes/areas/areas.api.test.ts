import {
  importBoundaries,
  listMapAreas,
  previewBoundaries,
  removeBoundaries,
  type BoundaryPreview,
} from '@makaverse/contract/programmes-areas';
import { startProgramme } from '@makaverse/contract/programmes';
import { readPlan, writePlaces } from '@makaverse/contract/programmes-plan';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smallCity, type Citizen, type SmallCity } from '../../../testing/city.ts';
import { startHarness, type Harness } from '../../../testing/harness.ts';

let harness: Harness;
let city: SmallCity;
let points: ReadonlyMap<string, readonly [number, number]>;
beforeAll(async () => {
  harness = await startHarness();
  city = await smallCity(harness);
  const { items } = await harness.as(city.mayor)(listMapAreas);
  points = new Map(items.map((one) => [one.code, one.point]));
});
afterAll(() => harness.close());
beforeEach(() => harness.as(city.admin)(removeBoundaries));

type Feature = { type: 'Feature'; properties: Record<string, unknown>; geometry: unknown };
const bontorannu = '73.71.01.1001';
/** A square of two hundred metres around an area's point. */
function square(code: string, properties: Record<string, unknown> = { KDEPUM: code }): Feature {
  const [lon, lat] = points.get(code)!;
  const d = 0.001;
  const ring = [
    [lon - d, lat - d],
    [lon + d, lat - d],
    [lon + d, lat + d],
    [lon - d, lat + d],
    [lon - d, lat - d],
  ];
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}
const collection = (...features: Feature[]): string => JSON.stringify({ type: 'FeatureCollection', features });

/** Uploads a file to a door, as the form does. */
async function upload(who: Citizen, path: string, content: string, source?: string) {
  const boundary = 'areas-boundary';
  const field = source === undefined ? '' : `--${boundary}\r\ncontent-disposition: form-data; name="source"\r\n\r\n${source}\r\n`;
  const payload = `${field}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="batas.geojson"\r\ncontent-type: application/geo+json\r\n\r\n${content}\r\n--${boundary}--\r\n`;
  return harness.callRaw(who, {
    method: 'POST',
    url: path,
    payload,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
}
const preview = async (content: string): Promise<BoundaryPreview> =>
  (await upload(city.admin, previewBoundaries.path, content)).json<BoundaryPreview>();
const problem = async (content: string): Promise<string> =>
  (await upload(city.admin, previewBoundaries.path, content)).json<{ code: string }>().code;
const bring = (content: string, who: Citizen = city.admin) => upload(who, importBoundaries.path, content, 'BIG, edisi 2021');
const boundaryOf = async (code: string) => (await harness.as(city.lurahA1)(listMapAreas)).items.find((one) => one.code === code)!.boundary;

describe('official boundaries', () => {
  it('are judged first, and written for everybody’s map when they are brought in', async () => {
    const file = collection(square(bontorannu), square('73.71.01', { KDCPUM: '73.71.01' }));
    expect(await preview(file)).toMatchObject({ features: 2, kecamatan: 1, kelurahan: 1, replaced: 0, errorCount: 0 });
    expect(await boundaryOf(bontorannu), 'a preview writes nothing').toBe(null);
    expect((await bring(file)).json()).toEqual({ written: 2 });
    expect((await boundaryOf(bontorannu))![0]![0]).toHaveLength(5);
    const { official, mayImport } = await harness.as(city.lurahA1)(listMapAreas);
    expect(official).toMatchObject({ source: 'BIG, edisi 2021', areas: 2, by: { id: city.admin.id } });
    expect(mayImport).toBe(false);
    const again = await preview(file);
    expect(again.replaced).toBe(2);
    expect(again.missing).toHaveLength(152);
  });

  it('are taken away again, and the map is as before', async () => {
    await bring(collection(square(bontorannu)));
    await harness.as(city.admin)(removeBoundaries);
    expect(await boundaryOf(bontorannu)).toBe(null);
    expect((await harness.as(city.mayor)(listMapAreas)).official).toBe(null);
  });

  it('say of which kelurahan a place is, and without them the nearest point does', async () => {
    const [near, far] = [points.get(bontorannu)!, points.get('73.71.01.1004')!];
    const { id } = await harness.as(city.secretary)(startProgramme, {
      body: {
        number: 3,
        name: 'Perbaikan saluran',
        outcome: 'Air mengalir.',
        field: 'Drainase',
        reviewerId: city.assistant1.id,
        unitIds: [city.units.pu],
        nominationDueOn: '2022-03-25',
      },
    });
    const places = [
      { id: null, name: 'Pangkal', geometry: { type: 'Point' as const, coordinates: [near[0], near[1]] as [number, number] } },
    ];
    const areaNow = async () => (await harness.as(city.mayor)(readPlan, { params: { id } })).places[0]!.area;
    const { planVersion } = await harness.as(city.headPu)(writePlaces, { params: { id }, body: { planVersion: 1, places } });
    expect(await areaNow()).toMatchObject({ code: bontorannu, by: 'nearest' });
    // As if the neighbour reached over the other's point.
    const [lons, lats] = [0, 1].map((at) => [near[at]!, far[at]!]);
    const [west, east] = [Math.min(...lons!) - 0.001, Math.max(...lons!) + 0.001];
    const [south, north] = [Math.min(...lats!) - 0.001, Math.max(...lats!) + 0.001];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const wide: Feature = { type: 'Feature', properties: { KDEPUM: '73.71.01.1004' }, geometry: { type: 'Polygon', coordinates: [ring] } };
    expect((await bring(collection(wide))).statusCode).toBe(200);
    expect(await areaNow(), 'a place that was there').toMatchObject({ code: '73.71.01.1004', by: 'boundary' });
    await harness.as(city.headPu)(writePlaces, { params: { id }, body: { planVersion, places } });
    expect(await areaNow(), 'a place written now').toMatchObject({ code: '73.71.01.1004', by: 'boundary' });
    await harness.as(city.admin)(removeBoundaries);
    expect(await areaNow()).toMatchObject({ code: bontorannu, by: 'nearest' });
  });

  it('are the administrator’s to bring in and to take away', async () => {
    const file = collection(square(bontorannu));
    for (const who of [city.mayor, city.headPu, city.lurahA1]) {
      expect((await upload(who, previewBoundaries.path, file)).statusCode, who.name).toBe(403);
      expect((await bring(file, who)).statusCode, who.name).toBe(403);
      expect((await harness.refusal(harness.as(who)(removeBoundaries))).status, who.name).toBe(403);
    }
  });
});

describe('a file with errors', () => {
  it('is refused by feature, with what would be right, and nothing of it is written', async () => {
    const shape = (geometry: unknown, code = '73.71.01.1004'): Feature => ({ type: 'Feature', properties: { KDEPUM: code }, geometry });
    const bowTie = square('73.71.14.1001');
    const [a, b, c, d] = (bowTie.geometry as { coordinates: number[][][] }).coordinates[0]!;
    const file = collection(
      square(bontorannu),
      square(bontorannu),
      square(bontorannu, { NAMOBJ: 'Antah Berantah' }),
      shape({ type: 'Point', coordinates: [119.4, -5.1] }),
      { ...bowTie, geometry: { type: 'Polygon', coordinates: [[a, c, b, d, a]] } },
      { ...square(bontorannu), properties: { KDEPUM: '73.71.14.1002' } },
      shape(
        {
          type: 'Polygon',
          coordinates: [
            [
              [763_000, 9_430_000],
              [763_100, 9_430_000],
              [763_100, 9_430_100],
              [763_000, 9_430_000],
            ],
          ],
        },
        '73.71.01.1005',
      ),
    );
    const { errors, errorCount } = await preview(file);
    expect(errorCount).toBe(6);
    expect(errors.map((one) => [one.feature, one.problem])).toEqual([
      [2, 'Wilayah ini sudah ada pada fitur 1.'],
      [3, 'Tidak jelas wilayah mana ini.'],
      [4, 'Fitur ini bukan bidang.'],
      [5, 'Garis keliling memotong dirinya sendiri.'],
      [6, 'Bidang ini jauh dari titik Kapasa yang dikenal.'],
      [7, 'Angka koordinatnya bukan derajat.'],
    ]);
    for (const one of errors) expect(one.expected).toMatch(/\.$/);
    const refused = await bring(file);
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ code: 'boundaries-wrong' });
    expect(refused.json<{ issues: unknown[] }>().issues).toHaveLength(6);
    expect(await boundaryOf(bontorannu)).toBe(null);
  });

  it('that is no GeoJSON of areas says what it is', async () => {
    expect(await problem('PK\u0003\u0004')).toBe('boundaries-not-json');
    expect(await problem('{"type":"Feature"}')).toBe('boundaries-not-a-collection');
    expect(await problem(collection())).toBe('boundaries-empty');
    const utm = {
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32750' } },
      features: [square(bontorannu)],
    };
    expect(await problem(JSON.stringify(utm))).toBe('boundaries-projected');
    const wgs = { ...utm, crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } };
    expect((await preview(`\uFEFF${JSON.stringify(wgs)}`)).errorCount).toBe(0);
  });
});
