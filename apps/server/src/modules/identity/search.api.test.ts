import { changePerson, endPosition, listPeople, listUnits, readPerson, registerPerson } from '@makaverse/contract/identity-directory';
import { search } from '@makaverse/contract/today';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type CallAs, type Harness } from '../../testing/harness.ts';

let harness: Harness;
let city: SmallCity;
let call: CallAs;
let admin: CallAs;
beforeAll(async () => {
  harness = await startHarness();
  city = await smallCity(harness);
  call = harness.as(city.staffPu);
  admin = harness.as(city.admin);
  const person = await admin(registerPerson, { body: { name: 'José Ñúñez Contoh', email: 'jose@makassar.example' } });
  await admin(changePerson, { params: { id: person.id }, body: { name: 'José Ñúñez Contoh', email: 'j@makassar.example', version: 1 } });
});
afterAll(() => harness.close());

const hits = async (q: string): Promise<string[]> => (await call(search, { query: { q } })).hits.map((hit) => `${hit.kind} ${hit.title}`);
const people = async (q: string): Promise<string[]> => (await call(listPeople, { query: { q } })).items.map((one) => one.name);

describe('the directory', () => {
  it('is found by name, office, unit and code; every word counts', async () => {
    expect(await hits('pekerjaan umum')).toContain('unit Dinas Pekerjaan Umum');
    expect(await hits('73.71.14')).toContain('unit Kecamatan Manggala');
    expect(await hits('camat manggala')).toContain(`person ${city.camatB.name}`);
    expect(await hits('salma lurah')).toEqual([]);
    expect(await people('kesehatan')).toEqual([city.headHealth.name, city.staffHealth.name]);
  });

  it('is found without case and accents', async () => {
    expect(await people('JOSE nunez')).toEqual(['José Ñúñez Contoh']);
    expect(await hits('nunez')).toEqual(['person José Ñúñez Contoh']);
  });

  it('links each hit to its page', async () => {
    const { hits: found } = await call(search, { query: { q: 'manggala' } });
    expect(found.find((hit) => hit.kind === 'unit')).toMatchObject({
      id: city.units.kecamatanB,
      href: `/direktori/unit/${city.units.kecamatanB}`,
      detail: 'Wali Kota',
    });
    expect(found.find((hit) => hit.kind === 'person')).toMatchObject({
      href: `/direktori/orang/${city.camatB.id}`,
      detail: 'Camat Manggala',
    });
  });

  it('forgets the office of who left, not the person', async () => {
    await admin(endPosition, { params: { id: city.lurahB2.positionId }, body: { to: '2022-03-15' } });
    expect(await people('lurah tamangapa')).toEqual([]);
    expect(await people('yusuf')).toEqual([city.lurahB2.name]);
    expect(await call(readPerson, { params: { id: city.lurahB2.id } })).toMatchObject({ title: '', isMasked: true });
  });

  it('takes what people type for text, never for a pattern', async () => {
    for (const q of ['%', '_', '\\', '%%%', "'", '";--', '(', '*', '.*', '\u202e', '<script>']) {
      expect(await people(q), q).toEqual([]);
      expect(
        (await call(listUnits, { query: { q } })).items.filter((unit) => !`${unit.code} ${unit.name}`.includes(q)),
        q,
      ).toEqual([]);
    }
  });

  it('is read page by page, each person once', async () => {
    const names: string[] = [];
    for (let cursor: string | undefined, isDone = false; !isDone;) {
      const page = await call(listPeople, { query: { limit: 7, ...(cursor && { cursor }) } });
      names.push(...page.items.map((one) => one.id));
      cursor = page.next ?? undefined;
      isDone = page.next === null;
    }
    expect(names).toHaveLength(25);
    expect(new Set(names).size).toBe(25);
  });

  it('lists the people of one unit', async () => {
    const { items } = await call(listPeople, { query: { unitId: city.units.pu } });
    expect(items.map((one) => one.id).toSorted()).toEqual(
      [city.headPu, city.secretaryPu, city.staffPu, city.staffPu2].map((one) => one.id).toSorted(),
    );
  });
});
