import { appointToPosition, endPosition, foundUnit, registerPerson } from '@makaverse/contract/identity-directory';
import { readSession } from '@makaverse/contract/identity-session';
import { listAudit } from '@makaverse/contract/system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type CallAs, type Harness } from '../../testing/harness.ts';

let harness: Harness;
let city: SmallCity;
let admin: CallAs;
beforeAll(async () => {
  harness = await startHarness();
  city = await smallCity(harness);
  admin = harness.as(city.admin);
  for (const name of ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima'])
    await admin(registerPerson, { body: { name: `${name} Contoh`, email: `${name.toLowerCase()}@makassar.example` } });
});
afterAll(() => harness.close());

describe('the audit log', () => {
  it('is read by administrators and by the head of the inspectorate, and by nobody else', async () => {
    const { units: _, ...people } = city;
    const readers: string[] = [];
    for (const person of Object.values(people)) {
      const call = harness.as(person);
      const isAllowed = await call(listAudit, { query: {} }).then(
        () => true,
        () => false,
      );
      if (isAllowed) readers.push(person.name);
      else expect((await harness.refusal(call(listAudit, { query: {} }))).status).toBe(403);
      expect((await call(readSession)).capabilities.includes('read-audit'), person.name).toBe(isAllowed);
    }
    expect(readers.toSorted()).toEqual([city.admin.name, city.inspector.name].toSorted());
    expect((await harness.refusal(harness.as(null)(listAudit, { query: {} }))).status).toBe(401);
  });

  it('is no longer read by an inspector who left', async () => {
    const given = await admin(appointToPosition, {
      body: {
        personId: city.headBureau.id,
        unitId: city.units.inspectorate,
        kind: 'head',
        title: 'Inspektur',
        acting: 'plh',
        from: '2022-03-01',
        to: null,
      },
    });
    expect((await harness.as(city.headBureau)(listAudit, { query: {} })).items.length).toBeGreaterThan(0);
    await admin(endPosition, { params: { id: given.positionId }, body: { to: '2022-03-15' } });
    expect((await harness.refusal(harness.as(city.headBureau)(listAudit, { query: {} }))).status).toBe(403);
  });

  it('names who did what to which record, newest first, page by page', async () => {
    const whole = (await admin(listAudit, { query: { limit: 100 } })).items;
    expect(whole.length).toBeGreaterThan(5);
    expect(whole.map((line) => line.seq)).toEqual(whole.map((line) => line.seq).toSorted((a, b) => b - a));
    const registered = whole.filter((line) => line.action === 'person.registered');
    expect(registered).toHaveLength(5);
    expect(registered[0]).toMatchObject({ actor: { id: city.admin.id, title: 'Pengelola Sistem' }, object: 'person' });
    const paged: number[] = [];
    for (let cursor: string | undefined, isDone = false; !isDone;) {
      const page = await admin(listAudit, { query: { limit: 2, ...(cursor && { cursor }) } });
      expect(page.items.length).toBeLessThanOrEqual(2);
      paged.push(...page.items.map((line) => line.seq));
      cursor = page.next ?? undefined;
      isDone = page.next === null;
    }
    expect(paged).toEqual(whole.map((line) => line.seq));
  });

  it('can be asked for one record', async () => {
    const unit = await admin(foundUnit, {
      body: {
        code: 'A1',
        name: 'Dinas Uji',
        shortName: 'Uji',
        kind: 'agency',
        parentId: city.units.city,
        presentingGroup: null,
        validFrom: '2022-03-15',
      },
    });
    const { items } = await admin(listAudit, { query: { objectId: unit.id } });
    expect(items.map((line) => line.action)).toEqual(['unit.founded']);
  });

  it.each(['x', 'bm90LWpzb24', Buffer.from('"1"').toString('base64url'), Buffer.from('{}').toString('base64url'), "' or 1=1"])(
    'refuses the invented cursor %j',
    async (cursor) => {
      expect((await harness.refusal(admin(listAudit, { query: { cursor } }))).status).toBe(422);
    },
  );
});
