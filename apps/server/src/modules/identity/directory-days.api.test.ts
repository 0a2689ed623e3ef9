import {
  appointToPosition,
  changeUnit,
  closeUnit,
  endPosition,
  exportUnits,
  foundUnit,
  listUnits,
  readPerson,
  readUnit,
  unitKind,
  type Unit,
  type UnitDetail,
} from '@makaverse/contract/identity-directory';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type CallAs, type Harness } from '../../testing/harness.ts';

const opened: Harness[] = [];
let harness: Harness;
let city: SmallCity;
let admin: CallAs;
beforeEach(async () => {
  harness = await startHarness();
  opened.push(harness);
  city = await smallCity(harness);
  admin = harness.as(city.admin);
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));

const unitOn = (id: string, on?: string): Promise<UnitDetail> => admin(readUnit, { params: { id }, query: on === undefined ? {} : { on } });
const codesOn = async (on: string): Promise<string[]> => (await admin(listUnits, { query: { on } })).items.map((unit) => unit.code);
const planOf = (unit: Unit) => {
  const { code, name, shortName, kind, parentId, presentingGroup, version } = unit;
  return { code, name, shortName, kind: unitKind.parse(kind), parentId, presentingGroup, version };
};
const change = (unit: Unit, from: string, changed: Partial<ReturnType<typeof planOf>>): Promise<Unit> =>
  admin(changeUnit, { params: { id: unit.id }, body: { ...planOf(unit), ...changed, from } });

describe('who held what on a day', () => {
  it('is told with the office of that day, also of who left since', async () => {
    await admin(endPosition, { params: { id: city.headPu.positionId }, body: { to: '2021-11-01' } });
    await admin(appointToPosition, {
      body: {
        personId: city.secretaryPu.id,
        unitId: city.units.pu,
        kind: 'head',
        title: 'Kepala Dinas Pekerjaan Umum',
        acting: 'plt',
        from: '2021-11-01',
        to: '2022-02-01',
      },
    });
    await admin(appointToPosition, {
      body: {
        personId: city.inspector.id,
        unitId: city.units.pu,
        kind: 'head',
        title: 'Kepala Dinas Pekerjaan Umum',
        acting: null,
        from: '2022-02-01',
        to: null,
      },
    });
    const headOn = async (on: string): Promise<unknown> => (await unitOn(city.units.pu, on)).head;
    const of = (name: string, title: string, acting: 'plt' | null) => expect.objectContaining({ name, title, acting });
    expect(await headOn('2021-10-31')).toEqual(of(city.headPu.name, 'Kepala Dinas Pekerjaan Umum', null));
    expect(await headOn('2021-11-01')).toEqual(of(city.secretaryPu.name, 'Sekretaris Dinas Pekerjaan Umum', 'plt'));
    expect(await headOn('2022-01-31')).toEqual(of(city.secretaryPu.name, 'Sekretaris Dinas Pekerjaan Umum', 'plt'));
    expect(await headOn('2022-02-01')).toEqual(of(city.inspector.name, 'Inspektur', null));
    expect(await headOn('2021-01-03')).toBeNull();

    const list = await admin(listUnits, { query: { on: '2021-10-31', q: 'pekerjaan umum' } });
    expect(list).toMatchObject({ on: '2021-10-31', items: [{ head: { name: city.headPu.name, title: 'Kepala Dinas Pekerjaan Umum' } }] });
    const file = await harness.callRaw(city.headHealth, { method: 'GET', url: `${exportUnits.path}?on=2021-10-31` });
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.body).toContain(`${city.headPu.name},Kepala Dinas Pekerjaan Umum`);

    expect((await unitOn(city.units.pu)).formerHoldings.map((one) => [one.person.name, one.acting, one.from, one.to])).toEqual([
      [city.secretaryPu.name, 'plt', '2021-11-01', '2022-02-01'],
      [city.headPu.name, null, '2021-01-04', '2021-11-01'],
    ]);
    const left = await admin(readPerson, { params: { id: city.headPu.id } });
    expect(left).toMatchObject({ title: '', holdings: [], formerHoldings: [{ unit: { id: city.units.pu }, to: '2021-11-01' }] });
  });

  it('lets a unit have one definitive head a day, and others only in his place', async () => {
    const body = {
      personId: city.staffPu.id,
      unitId: city.units.pu,
      kind: 'head',
      title: 'Kepala Dinas',
      acting: null,
      from: '2022-04-01',
      to: null,
    } as const;
    expect((await harness.refusal(admin(appointToPosition, { body }))).code).toBe('head-already-there');
    await admin(appointToPosition, { body: { ...body, acting: 'plh', to: '2022-04-08' } });
    expect((await unitOn(city.units.pu, '2022-04-01')).head).toMatchObject({ id: city.staffPu.id, acting: 'plh' });
    expect((await unitOn(city.units.pu, '2022-04-08')).head).toMatchObject({ id: city.headPu.id, acting: null });
  });

  it('lets of two who appoint a head at one moment only one through', async () => {
    await admin(endPosition, { params: { id: city.headPu.positionId }, body: { to: '2022-03-15' } });
    const appoint = (personId: string) =>
      admin(appointToPosition, {
        body: { personId, unitId: city.units.pu, kind: 'head', title: 'Kepala Dinas', acting: null, from: '2022-03-15', to: null },
      });
    const outcomes = await Promise.allSettled([appoint(city.staffPu.id), appoint(city.staffPu2.id), appoint(city.secretaryPu.id)]);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('the tree through time', () => {
  it('keeps the old name before the day of the new one', async () => {
    const renamed = await change(await unitOn(city.units.water), '2022-07-01', { name: 'Perumda Air Bersih', shortName: 'PAB' });
    expect(renamed).toMatchObject({ name: 'Perumda Air Bersih', validFrom: '2022-07-01' });
    expect(await unitOn(city.units.water)).toMatchObject({ name: 'Perumda Air Minum', validTo: '2022-07-01', formerNames: [] });
    expect(await unitOn(city.units.water, '2022-07-01')).toMatchObject({
      name: 'Perumda Air Bersih',
      head: { name: city.headWater.name },
      formerNames: [{ name: 'Perumda Air Minum', from: '2021-01-04', to: '2022-07-01' }],
    });
  });

  it('moves a unit with everything below it, from a day on', async () => {
    await change(await unitOn(city.units.bureau), '2022-03-10', { parentId: city.units.assistant2 });
    const parents = async (on: string): Promise<string[]> => (await unitOn(city.units.bureau, on)).parents.map((unit) => unit.id);
    expect(await parents('2022-03-09')).toEqual([city.units.city, city.units.secretariat, city.units.assistant1]);
    expect(await parents('2022-03-10')).toEqual([city.units.city, city.units.secretariat, city.units.assistant2]);
    expect((await unitOn(city.units.assistant1)).children).toEqual([]);
    expect((await unitOn(city.units.assistant1, '2022-03-09')).children.map((unit) => unit.id)).toEqual([city.units.bureau]);
  });

  it('merges two units into a third: the old ones end, their past stays to be read', async () => {
    const merged = await admin(foundUnit, {
      body: {
        code: '1.02-03',
        name: 'Dinas Gabungan',
        shortName: 'Gabungan',
        kind: 'agency',
        parentId: city.units.city,
        presentingGroup: 'basic-service',
        validFrom: '2022-03-15',
      },
    });
    const closing = async (id: string) =>
      admin(closeUnit, { params: { id }, body: { to: '2022-03-15', version: (await unitOn(id)).version } });
    const refused = await harness.refusal(closing(city.units.pu));
    expect([refused.code, refused.detail]).toEqual(['unit-still-in-use', expect.stringContaining('4')]);
    const moved = [city.headPu, city.secretaryPu, city.staffPu, city.staffPu2, city.headHealth, city.staffHealth];
    for (const [index, person] of moved.entries()) {
      const [kind, title] = index === 0 ? (['head', 'Kepala Dinas Gabungan'] as const) : (['member', 'Staf'] as const);
      await admin(appointToPosition, {
        body: { personId: person.id, unitId: merged.id, kind, title, acting: null, from: '2022-03-15', to: null },
      });
      await admin(endPosition, { params: { id: person.positionId }, body: { to: '2022-03-15' } });
    }
    await closing(city.units.pu);
    await closing(city.units.health);
    expect(await codesOn('2022-03-14')).toEqual(expect.arrayContaining(['1.02.01', '1.03.01']));
    expect(await codesOn('2022-03-14')).not.toContain('1.02-03');
    const after = await codesOn('2022-03-15');
    expect([after.includes('1.02-03'), after.includes('1.02.01'), after.includes('1.03.01')]).toEqual([true, false, false]);
    expect(await unitOn(city.units.pu)).toMatchObject({ name: 'Dinas Pekerjaan Umum', validTo: '2022-03-15', head: null });
    expect((await unitOn(city.units.pu, '2022-03-14')).head).toMatchObject({ name: city.headPu.name });
    expect((await harness.refusal(change(await unitOn(city.units.pu), '2022-04-01', { name: 'Hidup Lagi' }))).code).toBe('unit-is-closed');
    // The code of a unit that ended is free again.
    const again = { code: '1.03.01', name: 'Dinas Baru', shortName: 'Baru', kind: 'agency', parentId: city.units.city } as const;
    await admin(foundUnit, { body: { ...again, presentingGroup: null, validFrom: '2022-03-16' } });
  });

  it('refuses what would rewrite the past, close a circle or take the code of another', async () => {
    const pu = await unitOn(city.units.pu);
    const code = async (refused: Promise<unknown>): Promise<string> => (await harness.refusal(refused)).code;
    expect(await code(change(pu, '2020-12-31', { name: 'Dulu' }))).toBe('unit-history-fixed');
    expect(await code(change(pu, '2022-03-15', { code: '1.02.01' }))).toBe('unit-code-taken');
    expect(await code(change(pu, '2022-03-15', { parentId: city.units.pu }))).toBe('unit-parent-unfit');
    expect(await code(change(await unitOn(city.units.secretariat), '2022-03-15', { parentId: city.units.bureau }))).toBe(
      'unit-parent-unfit',
    );
  });

  it('lets of two who change a unit at one moment only one through, and shows the other what is', async () => {
    const pu = await unitOn(city.units.pu);
    const outcomes = await Promise.allSettled([
      change(pu, '2022-03-15', { name: 'Dinas Satu' }),
      change(pu, '2022-03-15', { name: 'Dinas Dua' }),
    ]);
    expect(outcomes.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const problem = await harness.refusal(change(pu, '2022-03-15', { name: 'Dinas Tiga' }));
    expect(problem).toMatchObject({ status: 409, current: { id: pu.id, version: 2 } });
  });

  it('is changed by the administrator alone', async () => {
    const pu = await unitOn(city.units.pu);
    for (const who of [city.mayor, city.secretary, city.headPu, city.inspector]) {
      const call = harness.as(who);
      const attempts = [
        () => call(changeUnit, { params: { id: pu.id }, body: { ...planOf(pu), from: '2022-03-15' } }),
        () => call(closeUnit, { params: { id: pu.id }, body: { to: '2022-03-15', version: 1 } }),
        () => call(foundUnit, { body: { ...planOf(pu), code: 'X', validFrom: '2022-03-15' } }),
      ];
      for (const attempt of attempts) expect((await harness.refusal(attempt())).status).toBe(403);
    }
    expect(await unitOn(city.units.pu)).toEqual(pu);
  });
});
