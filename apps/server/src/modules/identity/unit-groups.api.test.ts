import { listUnitGroups, listUnits, type UnitGroup } from '@makaverse/contract/identity-directory';
import { applyImport, previewImport } from '@makaverse/contract/identity-import';
import { readSession, setUp } from '@makaverse/contract/identity-session';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHarness, type CallAs, type Harness } from '../../testing/harness.ts';

const setUpCode = 'ABCD-EFGH-JKLM';
let harness: Harness;
let call: CallAs;
beforeAll(async () => {
  harness = await startHarness({ identity: { setUpCode } });
  const { person } = await harness.as(null)(setUp, {
    body: {
      code: setUpCode,
      name: 'Pengelola Contoh',
      email: 'pengelola@makassar.example',
      password: 'sembilan ikan di Losari',
      cityName: 'Pemerintah Kota Makassar',
    },
  });
  call = harness.as(person!.id);
  const facts = await readFile(new URL('../../../../../data/makassar/units.csv', import.meta.url), 'utf8');
  const file = new Blob([facts.replace(/^WALKOT,,/m, 'WALKOT,KOTA,')]);
  const { id } = await call(previewImport, { body: { kind: 'units' }, file, fileName: 'units.csv' });
  await call(applyImport, { params: { id } });
});
afterAll(() => harness.close());

describe('one word for many units of the city', () => {
  it.each<[UnitGroup, number]>([
    ['all-agencies', 36],
    ['all-bureaus', 12],
    ['all-assistants', 3],
    ['all-expert-staff', 3],
    ['all-kecamatan', 15],
    ['all-kelurahan', 153],
    ['all-enterprises', 6],
    ['all-presenting', 57],
  ])('%s are %i', async (group, count) => {
    const { items } = await call(listUnitGroups);
    const found = items.find((one) => one.group === group)!.unitIds;
    expect(found).toHaveLength(count);
    expect(new Set(found).size).toBe(count);
  });

  it('counts the city secretariat and the council secretariat among the agencies', async () => {
    const [groups, units] = [await call(listUnitGroups), await call(listUnits, { query: { q: 'sekretariat' } })];
    const agencies = groups.items.find((one) => one.group === 'all-agencies')!.unitIds;
    const secretariats = units.items.filter((unit) => unit.shortName === 'Setda' || unit.shortName === 'Setwan');
    expect(secretariats.map((unit) => agencies.includes(unit.id))).toEqual([true, true]);
  });

  it('asks for no set-up any more', async () => {
    expect((await harness.as(null)(readSession)).needsSetup).toBe(false);
  });
});
