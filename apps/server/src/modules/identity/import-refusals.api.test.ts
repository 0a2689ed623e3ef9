import { applyImport, previewImport, readImport } from '@makaverse/contract/identity-import';
import { crc32, deflateRawSync } from 'node:zlib';
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

const preview = (content: string | Buffer, fileName = 'berkas.csv') =>
  admin(previewImport, { body: { kind: 'units' }, file: new Blob([content as BlobPart]), fileName });

describe('whatever is not a table', () => {
  const why = async (content: string | Buffer, name?: string): Promise<string> => (await harness.refusal(preview(content, name))).detail;
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
    const problem = await harness.refusal(preview(Buffer.alloc(50_000_000, 'a')));
    expect([problem.status, problem.code]).toEqual([413, 'upload-too-large']);
  });
  it('is for the administrator alone', async () => {
    const call = harness.as(city.headPu);
    const file = new Blob(['kode,nama,jenis\nA,B,dinas\n']);
    expect((await harness.refusal(call(previewImport, { body: { kind: 'units' }, file }))).status).toBe(403);
    const seen = await preview('kode,nama,jenis,induk\nZZ,B,dinas,KOTA\n');
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
    const seen = await preview(file, 'unit.xlsx');
    expect(seen.rows[0]).toMatchObject({ change: 'new', values: { code: '4711', name: 'Dinas Angka', validFrom: '2021-05-17' } });
  });
  it('that is none is refused', async () => {
    const problem = await harness.refusal(preview(Buffer.from('PK\u0003\u0004 and no archive'), 'unit.xlsx'));
    expect(problem.code).toBe('import-unreadable');
  });
  it('that unpacks without end is refused', async () => {
    const bomb = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(300_000_000, ' '));
    expect(bomb.length).toBeLessThan(400_000);
    expect((await harness.refusal(preview(bomb, 'unit.xlsx'))).detail).toContain('mengembang');
  });
  it('that lies about its size is refused', async () => {
    const bomb = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(300_000_000, ' '), 1000);
    expect((await harness.refusal(preview(bomb, 'unit.xlsx'))).code).toBe('import-unreadable');
  });
  it('that declares entities is refused', async () => {
    const file = zipOf('xl/worksheets/sheet1.xml', Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'));
    expect((await harness.refusal(preview(file, 'unit.xlsx'))).detail).toContain('XLSX');
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
