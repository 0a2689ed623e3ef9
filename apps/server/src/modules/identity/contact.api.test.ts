import { exportUnits, listPeople, listUnits, readPerson, readUnit } from '@makaverse/contract/identity-directory';
import { applyImport, previewImport, readImport } from '@makaverse/contract/identity-import';
import { search } from '@makaverse/contract/today';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { isAdministrator, isLeader } from './domain/rights.ts';
import { actorOf } from './queries/actor-of.ts';

let harness: Harness;
let city: SmallCity;
let citizens: readonly Citizen[];
beforeAll(async () => {
  harness = await startHarness();
  const { units: _, ...people } = (city = await smallCity(harness));
  citizens = Object.values(people);
});
afterAll(() => harness.close());

const phone = '0811-410-0000';
/** Who may see whose address, said a second time and without the policy. */
async function isOpen(reader: Citizen, person: Citizen): Promise<boolean> {
  const actor = (await actorOf(harness.db, reader.id, harness.clock.now()))!;
  return reader.unitId === person.unitId || isLeader(actor) || isAdministrator(actor);
}

describe('contact data', () => {
  it('are open to the own unit, leaders and the administrator; in lists and one by one', async () => {
    let [open, masked] = [0, 0];
    for (const reader of citizens) {
      const call = harness.as(reader);
      const { items } = await call(listPeople, { query: { limit: 100 } });
      expect(items).toHaveLength(citizens.length);
      for (const person of citizens) {
        const expected = (await isOpen(reader, person))
          ? { email: person.email, phone, isMasked: false }
          : { email: `${person.email[0]}•••@makassar.example`, phone: '•••00', isMasked: true };
        expect(items.find((one) => one.id === person.id)).toMatchObject(expected);
        if (expected.isMasked) masked += 1;
        else open += 1;
      }
    }
    for (const person of citizens.slice(0, 6)) {
      const seen = await harness.as(city.staffPu)(readPerson, { params: { id: person.id } });
      expect(seen.isMasked).toBe(!(await isOpen(city.staffPu, person)));
    }
    // Both kinds occurred, or the test would prove nothing.
    expect([open > 100, masked > 100]).toEqual([true, true]);
  });

  it('cannot be found out by searching for them', async () => {
    const call = harness.as(city.staffPu);
    for (const q of [city.lurahA1.email, 'lurahA1@', '0811', '0811-410-0000', 'makassar.example']) {
      expect((await call(listPeople, { query: { q } })).items, q).toEqual([]);
      expect((await call(search, { query: { q } })).hits, q).toEqual([]);
    }
  });

  it('are in no answer but those, for nobody', async () => {
    const doors = [
      listUnits.path,
      exportUnits.path,
      readUnit.path.replace('{id}', city.units.kelurahanA1),
      '/api/unit-groups',
      '/api/delegations',
      `/api/search?q=${encodeURIComponent('taufik')}`,
    ];
    for (const reader of [city.staffPu, city.lurahB1, city.mayor, city.admin]) {
      for (const url of doors) {
        const reply = await harness.callRaw(reader, { method: 'GET', url });
        expect(reply.statusCode, url).toBe(200);
        expect(reply.body, url).toContain(url.startsWith('/api/delegations') || url.endsWith('groups') ? 'items' : 'aufik');
        expect(reply.body, url).not.toMatch(/makassar\.example|0811/);
      }
    }
  });

  it('stand in an import only for the administrator', async () => {
    const file = new Blob([
      'nama,surel,telepon,kode unit,jenis jabatan,jabatan\nBau Contoh,bau@makassar.example,08123,1.03.01,anggota,Staf\n',
    ]);
    const { id } = await harness.as(city.admin)(previewImport, { body: { kind: 'people' }, file, fileName: 'orang.csv' });
    for (const who of [city.mayor, city.headPu, city.ppid, city.inspector]) {
      expect((await harness.refusal(harness.as(who)(readImport, { params: { id } }))).status).toBe(403);
      expect((await harness.refusal(harness.as(who)(applyImport, { params: { id } }))).status).toBe(403);
    }
  });

  it('are kept out of the audit log', async () => {
    const lines = await harness.db.selectFrom('platform.audit').selectAll().execute();
    expect(lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).not.toMatch(/makassar\.example|08123/);
  });

  it('are shown to nobody who is not signed in', async () => {
    for (const url of ['/api/people', `/api/people/${city.mayor.id}`, '/api/units', '/api/units.csv', '/api/search?q=andi'])
      expect((await harness.callRaw(null, { method: 'GET', url })).statusCode, url).toBe(401);
  });
});
