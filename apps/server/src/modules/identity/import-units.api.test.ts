import { listUnits, readUnit } from '@makaverse/contract/identity-directory';
import { applyImport, previewImport } from '@makaverse/contract/identity-import';
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
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
});
afterAll(() => harness.close());

const preview = (content: string | Buffer, fileName = 'berkas.csv') =>
  admin(previewImport, { body: { kind: 'units' }, file: new Blob([content as BlobPart]), fileName });
const counts = async (): Promise<string> => {
  const { rows } = await sql<{
    all: string;
  }>`select concat_ws(' ', (select count(*) from identity.unit), (select count(*) from identity.unit_version)) as all`.execute(harness.db);
  return rows[0]!.all;
};
const codesOf = (reply: { rows: readonly { row: number; errors: readonly { column: string }[] }[] }): string[] =>
  reply.rows.flatMap((row) => row.errors.map((error) => `${row.row}:${error.column}`));

describe('a file of units', () => {
  it('is previewed without a change, then written whole', async () => {
    const file =
      'kode;nama;nama singkat;jenis;kode induk;kelompok paparan;sejak\nBAP;Badan Perencanaan;Bappeda;Badan;KOTA;penunjang;1/2/2021\nBAP.1;Bidang Data;Data;bagian;BAP;;2021-03-01\n';
    const before = await counts();
    const seen = await preview(file);
    expect(seen.counts).toEqual({ rows: 2, new: 2, changed: 0, same: 0, wrong: 0 });
    expect(await counts()).toBe(before);
    const applied = await admin(applyImport, { params: { id: seen.id } });
    expect(applied.isApplied).toBe(true);
    const { items } = await admin(listUnits, { query: { q: 'badan perencanaan' } });
    expect(items).toMatchObject([{ code: 'BAP', kind: 'agency', presentingGroup: 'support', validFrom: '2021-02-01' }]);
    const below = await admin(listUnits, { query: { parentId: items[0]!.id } });
    expect(below.items.map((unit) => unit.name)).toEqual(['Bidang Data']);
    expect((await harness.refusal(admin(applyImport, { params: { id: seen.id } }))).code).toBe('import-already-applied');
  });

  it('changes what differs from a day on and leaves the rest', async () => {
    const same = await preview('code,name,short_name,kind,parent_code\nPDAM,Perumda Air Minum,Perumda Air Minum,enterprise,KOTA\n');
    expect(same.counts).toMatchObject({ same: 0, changed: 1 });
    const renamed = await preview(
      'code,name,short_name,kind,parent_code,group,from\nPDAM,Perumda Air Bersih,PAM,enterprise,KOTA,enterprise,2022-03-01\n',
    );
    await admin(applyImport, { params: { id: renamed.id } });
    const unit = await admin(readUnit, { params: { id: city.units.water }, query: {} });
    expect(unit).toMatchObject({ name: 'Perumda Air Bersih', validFrom: '2022-03-01' });
    expect(unit.formerNames).toEqual([{ name: 'Perumda Air Minum', from: '2021-01-04', to: '2022-03-01' }]);
    const again = await preview(
      'code,name,short_name,kind,parent_code,group,from\nPDAM,Perumda Air Bersih,PAM,enterprise,KOTA,enterprise,2022-03-01\n',
    );
    expect(again.counts).toMatchObject({ same: 1, changed: 0 });
  });

  it('tells every fault of every row', async () => {
    const rows = [
      ['code', 'name', 'kind', 'parent', 'group', 'from'],
      ['X1', '', 'agency', 'KOTA', '', ''],
      ['X2', 'Satu', 'kerajaan', 'KOTA', '', ''],
      ['X3', 'Dua', 'agency', 'TIDAK-ADA', '', ''],
      ['X4', 'Tiga', 'agency', 'KOTA', 'sosial', ''],
      ['X5', 'Empat', 'agency', 'KOTA', '', '31/02/2022'],
      ['X6', 'Lima', 'agency', 'KOTA', '', ''],
      ['X6', 'Lima lagi', 'agency', 'KOTA', '', ''],
      ['X7', 'Lingkar A', 'agency', 'X8', '', ''],
      ['X8', 'Lingkar B', 'agency', 'X7', '', ''],
      ['X9', `N${'a'.repeat(250)}`, 'agency', 'KOTA', '', ''],
      ['PDAM', 'Nama baru', 'enterprise', 'KOTA', '', '2020-01-01'],
      ['X10', 'Ni\u0007la', 'agency', 'KOTA', '', ''],
      ['X11', 'Muda', 'agency', 'KOTA', '', '2020-06-01'],
      ['X12', '=1+1', 'agency', 'KOTA', '', ''],
    ];
    const seen = await preview(rows.map((row) => row.join(',')).join('\n'));
    expect(codesOf(seen)).toEqual([
      '2:name',
      '3:kind',
      '4:parent',
      '5:presentingGroup',
      '6:validFrom',
      '8:code',
      '9:parent',
      '10:parent',
      '11:name',
      '12:validFrom',
      '13:name',
      '14:parent',
    ]);
    expect(seen.rows.find((row) => row.row === 4)?.errors[0]?.message).toContain('TIDAK-ADA');
    const before = await counts();
    expect((await harness.refusal(admin(applyImport, { params: { id: seen.id } }))).code).toBe('import-has-wrong-rows');
    expect(await counts()).toBe(before);
  });

  it('of the city itself loads without a fault', async () => {
    const facts = await readFile(new URL('../../../../../data/makassar/units.csv', import.meta.url), 'utf8');
    const seen = await preview(facts.replace(/^WALKOT,,/m, 'WALKOT,KOTA,'));
    expect(codesOf(seen)).toEqual([]);
    expect(seen.counts.new).toBeGreaterThan(200);
  });
});
