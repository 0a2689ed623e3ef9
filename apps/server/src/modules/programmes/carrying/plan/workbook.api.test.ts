import type { Programme } from '@makaverse/contract/programmes';
import {
  exportPlan,
  importPlan,
  previewPlanImport,
  readPlan,
  reportSpending,
  writeBudget,
  writeIndicators,
  writeMilestones,
} from '@makaverse/contract/programmes-plan';
import { deflateRawSync, crc32 } from 'node:zlib';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { xlsxParts } from '#platform/unpack-xlsx';
import { smallCity, type Citizen, type SmallCity } from '../../../../testing/city.ts';
import { startHarness, type Harness } from '../../../../testing/harness.ts';
import { startedProgramme } from '../../testing/seats.ts';
import { threeMilestones } from './testing/sample-plan.ts';

let harness: Harness;
let city: SmallCity;
let programme: Programme;
beforeAll(async () => {
  harness = await startHarness({ now: '2022-03-14T09:00:00+08:00' });
  city = await smallCity(harness);
});
afterAll(() => harness.close());
beforeEach(async () => {
  programme = await startedProgramme(harness, city);
  const params = { id: programme.id };
  const head = harness.as(city.headPu);
  const indicator = {
    id: null,
    name: 'Titik genangan',
    measure: 'titik',
    baseline: { on: '2022-01-01', value: 40.25 },
    target: { on: '2022-12-31', value: 5 },
  };
  const line = { id: null, code: '1.10', name: 'Normalisasi', ceiling: 8_123_456_789_012_345, contract: null };
  await head(writeMilestones, {
    params,
    body: { planVersion: 1, milestones: threeMilestones.map((one) => ({ ...one, unitId: city.units.pu })) },
  });
  await head(writeIndicators, {
    params,
    body: { planVersion: 2, indicators: [{ ...indicator, points: [{ on: '2022-06-30', value: 38 }] }] },
  });
  const lines = [
    { ...line, plan: [{ on: '2022-06-30', amount: 1_000 }] },
    { ...line, code: '0002', plan: [], ceiling: 5 },
  ];
  const plan = await head(writeBudget, { params, body: { planVersion: 3, lines } });
  await head(reportSpending, { params: { id: plan.budget[0]!.id }, body: { on: '2022-03-01', amount: 999 } });
});

const download = async (): Promise<Buffer> =>
  (await harness.callRaw(city.headPu, { method: 'GET', url: exportPlan.path.replace('{id}', programme.id) })).rawPayload;
const read = () => harness.as(city.headPu)(readPlan, { params: { id: programme.id } });
const fileOf = (bytes: Buffer) => ({ params: { id: programme.id }, file: new Blob([bytes as BlobPart]), fileName: 'rencana.xlsx' });
const preview = (bytes: Buffer) => harness.as(city.headPu)(previewPlanImport, fileOf(bytes));
const bring = async (bytes: Buffer, who: Citizen = city.headPu, reason?: string) => {
  const { planVersion } = await read();
  return harness.as(who)(importPlan, { ...fileOf(bytes), body: { planVersion, ...(reason && { reason }) } });
};
type Cells = (string | number | boolean | Date | null)[][];
/** The three sheets as cells, changed and written by another hand. */
async function rewritten(change: (sheets: Record<string, Cells>) => void): Promise<Buffer> {
  const sheets = Object.fromEntries((await readXlsxFile(await download())).map((one) => [one.sheet, one.data as unknown as Cells]));
  change(sheets);
  return writeXlsxFile(
    Object.entries(sheets).map(([sheet, rows]) => ({
      sheet,
      data: rows.map((row) =>
        row.map((value) => (value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : value)),
      ) as SheetData,
    })),
  ).toBuffer();
}
/** The file with one sheet's XML changed. */
async function tampered(part: string, change: (xml: string) => string): Promise<Buffer> {
  const parts = await xlsxParts(await download(), () => true);
  return zip([...parts].map(([name, text]) => [name, Buffer.from(name === part ? change(text) : text)]));
}
const at = (errors: readonly { sheet: string; cell: string }[]) => errors.map((one) => `${one.sheet}!${one.cell}`);

describe('the workbook of a plan', () => {
  it('comes back as it went: nothing changes, and the next one holds the same', async () => {
    const first = await download();
    const { counts, errors } = await preview(first);
    expect(errors).toEqual([]);
    expect(counts.map((one) => [one.title, one.new, one.changed, one.same, one.removed])).toEqual([
      ['Tonggak', 0, 0, 3, 0],
      ['Indikator', 0, 0, 1, 0],
      ['Uang', 0, 0, 2, 0],
    ]);
    const before = await read();
    await bring(first);
    expect({ ...(await read()), planVersion: 0 }).toEqual({ ...before, planVersion: 0 });
    const parts = (bytes: Buffer) => xlsxParts(bytes, () => true);
    expect(await parts(await download())).toEqual(await parts(first));
  });

  it('keeps codes as text, amounts to the last rupiah, and headings in Indonesian whoever asks', async () => {
    const sheets = await readXlsxFile<string>(await download(), { parseNumber: (written) => `#${written}` });
    expect(sheets.map((one) => one.sheet)).toEqual(['Tonggak', 'Indikator', 'Uang']);
    expect(sheets[2]!.data[0]).toEqual([
      'Kode rekening SIPD',
      'Uraian',
      'Pagu (Rp)',
      'Kontrak (Rp)',
      'Kode sistem',
      'Realisasi s.d. 01-03-2022',
      'Rencana s.d. 30-06-2022',
    ]);
    expect(sheets[2]!.data[1]!.slice(0, 3)).toEqual(['1.10', 'Normalisasi', '#8123456789012345']);
    expect(sheets[2]!.data[2]![0]).toBe('0002');
  });

  it('takes new rows, new dates, and what was realised meanwhile', async () => {
    const bytes = await rewritten((sheets) => {
      sheets['Tonggak']!.push([9, 'Serah terima', 5, 'Pekerjaan Umum', '31/12/2022', null, '1; 3', null]);
      const money = sheets['Uang']!;
      money[0]!.push('Realisasi s.d. 10-03-2022');
      money[1]!.push(1500);
      money[2]!.push(null);
      sheets['Indikator']![0]!.push('Realisasi 10-03-2022');
      sheets['Indikator']![1]!.push(39.5);
    });
    const { counts, errors } = await preview(bytes);
    expect(errors).toEqual([]);
    expect(counts.map((one) => [one.new, one.changed, one.same])).toEqual([
      [1, 0, 3],
      [0, 1, 0],
      [0, 1, 1],
    ]);
    const plan = await bring(bytes);
    expect(plan.milestones[3]).toMatchObject({ title: 'Serah terima', plannedOn: '2022-12-31', promisedOn: '2022-12-31', after: [1, 3] });
    expect(plan.money.spent).toEqual([
      { on: '2022-03-01', amount: 999 },
      { on: '2022-03-10', amount: 1500 },
    ]);
    expect(plan.indicators[0]!.values).toEqual([expect.objectContaining({ on: '2022-03-10', value: 39.5 })]);
  });

  it('changes what was planned only by the leadership with a reason', async () => {
    const bytes = await rewritten((sheets) => void (sheets['Tonggak']![1]![2] = 11));
    expect((await preview(bytes)).isReplanning).toBe(true);
    expect((await harness.refusal(bring(bytes))).code).toBe('plan-replanning-needs-leadership');
    expect((await bring(bytes, city.mayor, 'Bobot dihitung ulang.')).milestones[0]!.weight).toBe(11);
  });
});

describe('wrong cells', () => {
  it('are named one by one with what was found and what is expected, and nothing is written', async () => {
    const before = await read();
    const bytes = await rewritten((sheets) => {
      const [, first, second, third] = sheets['Tonggak']!;
      first![2] = 'berat';
      first![3] = 'Dinas Kesehatan';
      second![4] = '31-02-2022';
      second![5] = new Date('2022-07-15T00:00:00Z');
      third![6] = '1; 8';
      sheets['Indikator']![1]![3] = 'banyak';
      sheets['Uang']![1]![0] = 1.1;
      sheets['Uang']![1]![2] = 12.5;
      sheets['Uang']![1]![5] = null;
    });
    const { errors, errorCount, counts } = await preview(bytes);
    expect(at(errors)).toEqual([
      'Tonggak!D2',
      'Tonggak!C2',
      'Tonggak!E3',
      'Tonggak!F3',
      'Tonggak!G4',
      'Indikator!D2',
      'Uang!F2',
      'Uang!A2',
      'Uang!C2',
    ]);
    expect([errorCount, counts]).toEqual([9, []]);
    expect(errors[7]).toMatchObject({ found: '1.1', problem: 'Isi sel ini angka atau tanggal, bukan teks.' });
    const problem = await harness.refusal(bring(bytes));
    expect(problem.issues!.map((one) => one.path)).toEqual(at(errors));
    expect(await read()).toEqual(before);
  });

  it('are found by the rules of the plan too', async () => {
    const bytes = await rewritten((sheets) => {
      sheets['Tonggak']![1]![6] = '3';
      sheets['Indikator']![1]![4] = new Date('2021-12-31T00:00:00Z');
      sheets['Uang']![2]![3] = 6;
      sheets['Uang']!.splice(1, 1);
    });
    const { errors } = await preview(bytes);
    expect(at(errors)).toEqual(['Tonggak!G2', 'Indikator!E2', 'Indikator!H2', 'Uang!D2', 'Uang!B3']);
    expect(errors[0]!.problem).toContain('1. Survei saluran → 3. Pengerukan → 1. Survei saluran');
  });

  it.each([
    [
      'formulas',
      '<c r="C2"',
      (xml: string) => xml.replace(/<c r="C2"([^>]*)><v>/, '<c r="C2"$1><f>SUM(A1:A9)</f><v>'),
      'Tonggak!C2',
      'rumus',
    ],
    [
      'merged cells',
      '</sheetData>',
      (xml: string) => xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'),
      'Tonggak!B2:B3',
      'digabung',
    ],
  ] as const)('hold no %s', async (_, needed, change, place, words) => {
    const bytes = await tampered('xl/worksheets/sheet1.xml', (xml) => {
      expect(xml).toContain(needed);
      return change(xml);
    });
    const { errors } = await preview(bytes);
    expect(at(errors)).toEqual([place]);
    expect(errors[0]!.problem).toContain(words);
  });

  it('are told of a sheet that is missing, a heading nobody knows and one that is missing', async () => {
    const bytes = await rewritten((sheets) => {
      sheets['Uang']![0]![2] = 'Anggaran';
    });
    expect(at((await preview(bytes)).errors)).toEqual(['Uang!C1', 'Uang!A1']);
    const without = await rewritten((sheets) => void delete sheets['Uang']);
    expect(at((await preview(without)).errors)).toEqual(['Uang!A1']);
  });

  it('of a hundred thousand rows are refused by the row where it is too much', { timeout: 120_000 }, async () => {
    const rows = Array.from({ length: 100_000 }, (_, row) => `<row r="${row + 2}"><c r="A${row + 2}"><v>1</v></c></row>`).join('');
    const bytes = await tampered('xl/worksheets/sheet1.xml', (xml) => xml.replace('</sheetData>', `${rows}</sheetData>`));
    const { errors } = await preview(bytes);
    expect(at(errors)).toEqual(['Tonggak!A1002']);
    expect(errors[0]!.problem).toContain('100000');
  });

  it('of a zip bomb, a picture and a broken file are never read', async () => {
    const bomb = zip([['xl/worksheets/sheet1.xml', Buffer.alloc(60_000_000, 32)]]);
    expect((await preview(bomb)).errors[0]!.problem).toContain('jauh lebih besar');
    for (const bytes of [Buffer.from('89504e470d0a1a0a', 'hex'), (await download()).subarray(0, 900), Buffer.alloc(0)])
      expect((await preview(bytes)).errors[0]!.problem).toContain('bukan buku kerja Excel');
  });
});

it('is for whoever plans the programme', async () => {
  const bytes = await download();
  for (const who of [city.headHealth, city.clerk]) {
    expect((await harness.refusal(harness.as(who)(previewPlanImport, fileOf(bytes)))).code).toBe('not-allowed');
    expect((await harness.refusal(bring(bytes, who))).code).toBe('not-allowed');
  }
});

/** An archive of deflated entries (APPNOTE.TXT 4.3), as small as readers accept. */
function zip(entries: readonly (readonly [string, Buffer])[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), head, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}
