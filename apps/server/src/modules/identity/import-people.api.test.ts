import { foundUnit, listPeople, readUnit } from '@makaverse/contract/identity-directory';
import { applyImport, previewImport } from '@makaverse/contract/identity-import';
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
  admin(previewImport, { body: { kind: 'people' }, file: new Blob([content as BlobPart]), fileName });
const counts = async (): Promise<string> => {
  const { rows } = await sql<{
    all: string;
  }>`select concat_ws(' ', (select count(*) from identity.person), (select count(*) from identity.position)) as all`.execute(harness.db);
  return rows[0]!.all;
};
const codesOf = (reply: { rows: readonly { row: number; errors: readonly { column: string }[] }[] }): string[] =>
  reply.rows.flatMap((row) => row.errors.map((error) => `${row.row}:${error.column}`));

describe('a file of people', () => {
  const heading = 'nama,surel,telepon,kode unit,jenis jabatan,jabatan,plt/plh,sejak,sampai';
  it('registers people and gives positions; a person may hold several', async () => {
    const file = [
      heading,
      'Bau Contoh,bau@makassar.example,0811,1.03.01,anggota,Staf,,,',
      'Bau Contoh,BAU@makassar.example,,73.71.01,head,Camat,Plh.,2022-03-01,2022-04-01',
    ].join('\n');
    const seen = await preview(file);
    expect(seen.counts).toMatchObject({ new: 2, wrong: 0 });
    await admin(applyImport, { params: { id: seen.id } });
    const { items } = await admin(listPeople, { query: { q: 'bau contoh' } });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ email: 'bau@makassar.example', title: 'Staf' });
    expect(items[0]!.holdings.map((one) => [one.kind, one.acting, one.from, one.to])).toEqual([
      ['head', 'plh', '2022-03-01', '2022-04-01'],
      ['member', null, '2022-03-15', null],
    ]);
    expect((await preview(file)).counts).toMatchObject({ same: 2 });
  });

  it('tells every fault of every row', async () => {
    const file = [
      heading,
      'A Contoh,bukan-surel,,1.03.01,anggota,Staf,,,',
      'B Contoh,b@makassar.example,,9.99,anggota,Staf,,,',
      'C Contoh,c@makassar.example,,1.03.01,raja,Staf,,,',
      'D Contoh,d@makassar.example,,1.03.01,kepala,Kepala Dinas,,,',
      'E Contoh,e@makassar.example,,1.03.01,kepala,Kepala Dinas,plt,,',
      'F Contoh,f@makassar.example,,1.03.01,anggota,Staf,,2022-02-30,',
      'G Contoh,g@makassar.example,,1.03.01,anggota,Staf,,2022-05-01,2022-04-01',
      'H Contoh,h@makassar.example,,1.03.01,anggota,Staf,xyz,,',
      'I Contoh,i@makassar.example,,1.03.01,anggota,Staf,,,',
      'J Contoh,i@makassar.example,,1.02.01,anggota,Staf,,,',
      'K Contoh,k@makassar.example,,1.03.01,anggota,Staf,,1999-01-01,',
      'L Contoh,l@makassar.example,,1.03.01,anggota,Staf,,,',
      'L Contoh,l@makassar.example,,1.03.01,anggota,Staf,,,',
      `Jufri Contoh,staffpu@makassar.example,,1.03.01,anggota,Staf,,2022-01-01,`,
    ].join('\n');
    const seen = await preview(file);
    expect(codesOf(seen)).toEqual([
      '2:email',
      '3:unit',
      '4:position',
      '5:position',
      '7:validFrom',
      '8:validTo',
      '9:acting',
      '11:email',
      '12:unit',
      '14:email',
      '15:validFrom',
    ]);
    expect(seen.rows.find((row) => row.row === 5)?.errors[0]?.message).toContain(city.headPu.name);
  });

  it('hands an office over when the file ends the old holder in time', async () => {
    const file = [
      heading,
      `Lina Contoh,headhealth@makassar.example,,1.02.01,kepala,Kepala Dinas Kesehatan,,2021-01-04,2022-03-15`,
      'Nia Contoh,nia@makassar.example,,1.02.01,kepala,Kepala Dinas Kesehatan,,2022-03-15,',
    ].join('\n');
    const cookie = await harness.cookieOf(city.headHealth);
    const seen = await preview(file);
    expect(seen.counts).toEqual({ rows: 2, new: 1, changed: 1, same: 0, wrong: 0 });
    await admin(applyImport, { params: { id: seen.id } });
    const unit = await admin(readUnit, { params: { id: city.units.health }, query: {} });
    expect(unit.head?.name).toBe('Nia Contoh');
    const reply = await harness.app.server.inject({ method: 'GET', url: '/api/units', headers: { cookie } });
    expect(reply.statusCode).toBe(401);
  });

  it('of 10,000 rows with one bad one writes nothing, and all of them once it is mended', async () => {
    const row = (n: number, email: string): string => `Pegawai ${n},${email},,1.03.01,anggota,Staf,,,`;
    const good = Array.from({ length: 10_000 }, (_, n) => row(n, `p${n}@makassar.example`));
    const before = await counts();
    const bad = await preview([heading, ...good.with(7_311, row(7_311, 'p7311@'))].join('\r\n'));
    expect(bad.counts).toMatchObject({ rows: 10_000, wrong: 1 });
    expect(bad.rows[0]).toMatchObject({ row: 7_313, errors: [{ column: 'email' }] });
    expect((await harness.refusal(admin(applyImport, { params: { id: bad.id } }))).status).toBe(409);
    expect(await counts()).toBe(before);
    const mended = await preview([heading, ...good].join('\r\n'));
    await admin(applyImport, { params: { id: mended.id } });
    expect((await admin(listPeople, { query: { q: 'pegawai 7311' } })).items).toHaveLength(1);
  });

  it('is judged anew when it is applied', async () => {
    await admin(foundUnit, {
      body: {
        code: 'BAP',
        name: 'Badan Perencanaan',
        shortName: 'Bappeda',
        kind: 'agency',
        parentId: city.units.city,
        presentingGroup: null,
        validFrom: '2021-02-01',
      },
    });
    const file = [heading, 'Oce Contoh,oce@makassar.example,,KOTA,kepala,Wali Kota,,,'].join('\n');
    expect((await preview(file)).counts.wrong).toBe(1);
    const free = [heading, 'Oce Contoh,oce@makassar.example,,BAP,kepala,Kepala Badan,,,'].join('\n');
    const [first, second] = [await preview(free), await preview(free.replace('Oce', 'Odi').replace('oce@', 'odi@'))];
    await admin(applyImport, { params: { id: first.id } });
    expect((await harness.refusal(admin(applyImport, { params: { id: second.id } }))).code).toBe('import-outdated');
  });

  it('does not take the last administrator away', async () => {
    const file = [heading, 'Zul Contoh,admin@makassar.example,,4.01,pengelola,Pengelola Sistem,,2021-01-04,2022-03-15'].join('\n');
    const seen = await preview(file);
    expect((await harness.refusal(admin(applyImport, { params: { id: seen.id } }))).code).toBe('last-administrator');
  });
});
