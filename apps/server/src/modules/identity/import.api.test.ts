import { listPeople, listUnits, readUnit } from '@makaverse/contract/identity-directory';
import { applyImport, previewImport, readImport } from '@makaverse/contract/identity-import';
import { readFile } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
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

type Kind = 'units' | 'people';
const preview = (kind: Kind, content: string | Buffer, fileName = 'berkas.csv') =>
  admin(previewImport, { body: { kind }, file: new Blob([content as BlobPart]), fileName });
const counts = async (): Promise<string> => {
  const { rows } = await sql<{
    all: string;
  }>`select concat_ws(' ', (select count(*) from identity.unit), (select count(*) from identity.unit_version),
    (select count(*) from identity.person), (select count(*) from identity.position)) as all`.execute(harness.db);
  return rows[0]!.all;
};
const codesOf = (reply: { rows: readonly { row: number; errors: readonly { column: string }[] }[] }): string[] =>
  reply.rows.flatMap((row) => row.errors.map((error) => `${row.row}:${error.column}`));

describe('a file of units', () => {
  it('is previewed without a change, then written whole', async () => {
    const file =
      'kode;nama;nama singkat;jenis;kode induk;kelompok paparan;sejak\nBAP;Badan Perencanaan;Bappeda;Badan;KOTA;penunjang;1/2/2021\nBAP.1;Bidang Data;Data;bagian;BAP;;2021-03-01\n';
    const before = await counts();
    const seen = await preview('units', file);
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
    const same = await preview(
      'units',
      'code,name,short_name,kind,parent_code\nPDAM,Perumda Air Minum,Perumda Air Minum,enterprise,KOTA\n',
    );
    expect(same.counts).toMatchObject({ same: 0, changed: 1 });
    const renamed = await preview(
      'units',
      'code,name,short_name,kind,parent_code,group,from\nPDAM,Perumda Air Bersih,PAM,enterprise,KOTA,enterprise,2022-03-01\n',
    );
    await admin(applyImport, { params: { id: renamed.id } });
    const unit = await admin(readUnit, { params: { id: city.units.water }, query: {} });
    expect(unit).toMatchObject({ name: 'Perumda Air Bersih', validFrom: '2022-03-01' });
    expect(unit.formerNames).toEqual([{ name: 'Perumda Air Minum', from: '2021-01-04', to: '2022-03-01' }]);
    const again = await preview(
      'units',
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
    const seen = await preview('units', rows.map((row) => row.join(',')).join('\n'));
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
    const seen = await preview('units', facts.replace(/^WALKOT,,/m, 'WALKOT,KOTA,'));
    expect(codesOf(seen)).toEqual([]);
    expect(seen.counts.new).toBeGreaterThan(200);
  });
});

describe('a file of people', () => {
  const heading = 'nama,surel,telepon,kode unit,jenis jabatan,jabatan,plt/plh,sejak,sampai';
  it('registers people and gives positions; a person may hold several', async () => {
    const file = [
      heading,
      'Bau Contoh,bau@makassar.example,0811,1.03.01,anggota,Staf,,,',
      'Bau Contoh,BAU@makassar.example,,73.71.01,head,Camat,Plh.,2022-03-01,2022-04-01',
    ].join('\n');
    const seen = await preview('people', file);
    expect(seen.counts).toMatchObject({ new: 2, wrong: 0 });
    await admin(applyImport, { params: { id: seen.id } });
    const { items } = await admin(listPeople, { query: { q: 'bau contoh' } });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ email: 'bau@makassar.example', title: 'Staf' });
    expect(items[0]!.holdings.map((one) => [one.kind, one.acting, one.from, one.to])).toEqual([
      ['head', 'plh', '2022-03-01', '2022-04-01'],
      ['member', null, '2022-03-15', null],
    ]);
    expect((await preview('people', file)).counts).toMatchObject({ same: 2 });
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
    const seen = await preview('people', file);
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
    const seen = await preview('people', file);
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
    const bad = await preview('people', [heading, ...good.with(7_311, row(7_311, 'p7311@'))].join('\r\n'));
    expect(bad.counts).toMatchObject({ rows: 10_000, wrong: 1 });
    expect(bad.rows[0]).toMatchObject({ row: 7_313, errors: [{ column: 'email' }] });
    expect((await harness.refusal(admin(applyImport, { params: { id: bad.id } }))).status).toBe(409);
    expect(await counts()).toBe(before);
    const mended = await preview('people', [heading, ...good].join('\r\n'));
    await admin(applyImport, { params: { id: mended.id } });
    expect((await admin(listPeople, { query: { q: 'pegawai 7311' } })).items).toHaveLength(1);
  });

  it('is judged anew when it is applied', async () => {
    const file = [heading, 'Oce Contoh,oce@makassar.example,,KOTA,kepala,Wali Kota,,,'].join('\n');
    expect((await preview('people', file)).counts.wrong).toBe(1);
    const free = [heading, 'Oce Contoh,oce@makassar.example,,BAP,kepala,Kepala Badan,,,'].join('\n');
    const [first, second] = [await preview('people', free), await preview('people', free.replace('Oce', 'Odi').replace('oce@', 'odi@'))];
    await admin(applyImport, { params: { id: first.id } });
    expect((await harness.refusal(admin(applyImport, { params: { id: second.id } }))).code).toBe('import-outdated');
  });

  it('does not take the last administrator away', async () => {
    const file = [heading, 'Zul Contoh,admin@makassar.example,,4.01,pengelola,Pengelola Sistem,,2021-01-04,2022-03-15'].join('\n');
    const seen = await preview('people', file);
    expect((await harness.refusal(admin(applyImport, { params: { id: seen.id } }))).code).toBe('last-administrator');
  });
});

describe('whatever is not a table', () => {
  const why = async (content: string | Buffer, name?: string): Promise<string> =>
    (await harness.refusal(preview('units', content, name))).detail;
  it('says which columns are missing', async () => expect(await why('kode,nama\nA,B\n')).toContain('jenis'));
  it('says which column is there twice', async () => expect(await why('kode,nama,name,jenis\nA,B,C,dinas\n')).toContain('name'));
  it('says where the encoding is wrong', async () =>
    expect(await why(Buffer.concat([Buffer.from('kode,nama,jenis\nA,B,dinas\n'), Buffer.from([0x42, 0x2c, 0xe9, 0x2c, 0x64])]))).toContain(
      '3',
    ));
  it('refuses UTF-16', async () => expect(await why(Buffer.from('\uFEFFkode,nama,jenis\n', 'utf16le'))).toContain('UTF-8'));
  it('refuses broken quotes', async () => expect(await why('kode,nama,jenis\nA,"B,dinas\n')).toContain('CSV'));
  it('refuses a file without rows', async () => expect(await why('kode,nama,jenis\n')).toContain('baris'));
  it('refuses an empty file', async () => expect(await why('')).toContain('baris'));
  it('refuses a picture', async () => expect(await why(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))).toContain('CSV'));
  it('refuses 20,001 rows', async () => expect(await why(`kode,nama,jenis\n${'A,B,dinas\n'.repeat(20_001)}`)).toContain('20000'));
  it('refuses 50 MB before reading them', async () => {
    const problem = await harness.refusal(preview('units', Buffer.alloc(50_000_000, 'a')));
    expect([problem.status, problem.code]).toEqual([413, 'upload-too-large']);
  });
  it('is for the administrator alone', async () => {
    const call = harness.as(city.headPu);
    const file = new Blob(['kode,nama,jenis\nA,B,dinas\n']);
    expect((await harness.refusal(call(previewImport, { body: { kind: 'units' }, file }))).status).toBe(403);
    const seen = await preview('units', 'kode,nama,jenis,induk\nZZ,B,dinas,KOTA\n');
    expect((await harness.refusal(call(readImport, { params: { id: seen.id } }))).status).toBe(403);
    expect((await harness.refusal(call(applyImport, { params: { id: seen.id } }))).status).toBe(403);
  });
});

describe('a workbook', () => {
  const workbook = async (rows: readonly (readonly unknown[])[]): Promise<Buffer> => writeXlsxFile(rows as never, {}).toBuffer();
  it('gives text, dates, numbers and the results of formulas', async () => {
    const cell = (value: unknown, type: unknown, format?: string): unknown => ({ value, type, ...(format && { format }) });
    const file = await workbook([
      ['kode', 'nama', 'jenis', 'kode induk', 'sejak'].map((one) => cell(one, String)),
      [
        cell(4711, Number),
        cell('Dinas Angka', String),
        cell('dinas', String),
        cell('KOTA', String),
        cell(new Date(Date.UTC(2021, 4, 17)), Date, 'yyyy-mm-dd'),
      ],
    ]);
    const seen = await preview('units', file, 'unit.xlsx');
    expect(seen.rows[0]).toMatchObject({ change: 'new', values: { code: '4711', name: 'Dinas Angka', validFrom: '2021-05-17' } });
  });
  it('that is none is refused', async () => {
    const problem = await harness.refusal(preview('units', Buffer.from('PK\u0003\u0004 and no archive'), 'unit.xlsx'));
    expect(problem.code).toBe('import-unreadable');
  });
  it('that unpacks without end is refused', async () => {
    const bomb = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(300_000_000, ' '));
    expect(bomb.length).toBeLessThan(400_000);
    expect((await harness.refusal(preview('units', bomb, 'unit.xlsx'))).detail).toContain('mengembang');
  });
  it('that lies about its size is refused', async () => {
    const bomb = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(300_000_000, ' '), 1000);
    expect((await harness.refusal(preview('units', bomb, 'unit.xlsx'))).code).toBe('import-unreadable');
  });
  it('that declares entities is refused', async () => {
    const file = zipOf('xl/worksheets/sheet1.xml', Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'));
    expect((await harness.refusal(preview('units', file, 'unit.xlsx'))).detail).toContain('XLSX');
  });
});

/** An archive of one entry (APPNOTE 6.3.10), with whatever size it is to claim. */
function zipOf(name: string, content: Buffer, claimed = content.length): Buffer {
  const packed = deflateRawSync(content);
  const [crc, names] = [crc32(content), Buffer.from(name)];
  const both = Buffer.alloc(26);
  both.writeUInt16LE(20, 0);
  both.writeUInt16LE(8, 4);
  both.writeUInt32LE(crc, 10);
  both.writeUInt32LE(packed.length, 14);
  both.writeUInt32LE(claimed, 18);
  both.writeUInt16LE(names.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), both, names, packed]);
  const more = Buffer.alloc(14);
  const directory = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), both, more, names]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}
