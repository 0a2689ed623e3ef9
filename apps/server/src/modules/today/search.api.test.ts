import { startProgramme } from '@makaverse/contract/programmes';
import { reportObstacle } from '@makaverse/contract/programmes-obstacles';
import { addProgrammeDocument } from '@makaverse/contract/programmes-plan';
import { search } from '@makaverse/contract/today';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { heldMeeting } from '../meetings/testing/held-meeting.ts';

let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness();
  city = await smallCity(harness);
  await heldMeeting(harness, city, [{ words: 'Keruk saluran tersier di Antang.', unitIds: [city.units.pu] }]);
  const { id } = await harness.as(city.secretary)(startProgramme, {
    body: {
      number: 4,
      name: 'Penataan permukiman pesisir',
      outcome: 'Warga tinggal di rumah layak.',
      field: 'Permukiman',
      reviewerId: city.assistant1.id,
      unitIds: [city.units.pu],
      nominationDueOn: '2022-03-25',
    },
  });
  await harness.as(city.headPu)(reportObstacle, {
    params: { id },
    body: {
      unitId: city.units.pu,
      milestoneId: null,
      words: 'Pembebasan lahan dermaga tertunda.',
      sinceOn: '2022-03-14',
      costPerDay: null,
      remover: { kind: 'outside', authority: 'Kantor Pertanahan' },
    },
  });
  const boundary = 'search-boundary';
  const sent = await harness.callRaw(city.headPu, {
    method: 'POST',
    url: addProgrammeDocument.path.replace('{id}', id),
    payload: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="Gambar_Rencana-Tanggul.pdf"\r\ncontent-type: application/pdf\r\n\r\nx\r\n--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  expect(sent.statusCode).toBeLessThan(300);
});
afterAll(() => harness.close());

const find = (q: string, who: Citizen = city.mayor) => harness.as(who)(search, { query: { q } });
const kinds = async (q: string, who?: Citizen): Promise<string[]> => (await find(q, who)).hits.map((hit) => hit.kind);

describe('one search over everything', () => {
  it.each([
    ['pengerukan', 'directive'],
    ['mengeruk penyaluran', 'directive'],
    ['tata mukim', 'programme'],
    ['bebas tunda', 'obstacle'],
    ['gambar tanggul', 'document'],
    ['sehat', 'unit'],
  ])('finds by the stem of words: %s', async (q, kind) => {
    const { hits, isForgiven } = await find(q);
    expect(hits.map((hit) => hit.kind)).toContain(kind);
    expect(isForgiven).toBe(false);
  });

  it.each([
    ['pengerukn antagn', 'directive'],
    ['permukimna', 'programme'],
    ['dermagga', 'obstacle'],
    ['tangul', 'document'],
    ['mangagla', 'unit'],
    ['syamsull', 'person'],
    ['raakorsus', 'meeting'],
  ])('forgives a slip, and says that it did: %s', async (q, kind) => {
    const { hits, isForgiven } = await find(q);
    expect(hits.map((hit) => hit.kind)).toContain(kind);
    expect(isForgiven).toBe(true);
  });

  it('forgives nothing where something is written so, and nothing in numbers and codes', async () => {
    expect((await find('keruk')).isForgiven).toBe(false);
    expect(await find('73.71.15')).toEqual({ hits: [], isForgiven: false });
    expect(await find('0811')).toEqual({ hits: [], isForgiven: false });
    expect(await find('tidakadakatasepertiini')).toEqual({ hits: [], isForgiven: false });
  });

  it('opens a document where it stands', async () => {
    const [hit] = (await find('tanggul')).hits;
    expect(hit).toMatchObject({ title: 'Gambar_Rencana-Tanggul.pdf', detail: '4 · Penataan permukiman pesisir' });
    expect(hit!.href).toMatch(/^\/program\/[0-9a-f-]{36}\/rencana\?bagian=dokumen$/);
  });

  it('tells nobody of what he may not see, by whatever spelling', async () => {
    for (const q of ['dermaga', 'dermagga', 'pembebasan', 'bebas']) expect(await kinds(q, city.staffHealth), q).not.toContain('obstacle');
    for (const q of ['keruk', 'pengerukan', 'pengerukn', 'rakorsus', 'raakorsus']) {
      expect(await kinds(q, city.lurahA1), q).not.toContain('directive');
      expect(await kinds(q, city.lurahA1), q).not.toContain('meeting');
    }
  });
});
