import { readUnit } from '@makaverse/contract/identity-directory';
import { applyImport, previewImport } from '@makaverse/contract/identity-import';
import { setUp } from '@makaverse/contract/identity-session';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHarness, type CallAs, type Harness } from '../../testing/harness.ts';
import { unitTree } from './queries/unit-tree.ts';

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
});
afterAll(() => harness.close());

it('takes the files shown in the instructions, one after the other, in a city just set up', async () => {
  const page = await readFile(new URL('../../../../../docs/how-to/import-units-and-people.md', import.meta.url), 'utf8');
  const files = [...page.matchAll(/```csv\n([^`]+)```/g)].map(([, file = '']) => file);
  expect(files).toHaveLength(2);
  for (const [index, file] of files.entries()) {
    const kind = index === 0 ? 'units' : 'people';
    const seen = await call(previewImport, { body: { kind }, file: new Blob([file]), fileName: `${kind}.csv` });
    expect(seen.rows.flatMap((row) => row.errors)).toEqual([]);
    expect(seen.counts).toMatchObject({ new: file.trim().split('\n').length - 1, wrong: 0 });
    await call(applyImport, { params: { id: seen.id } });
  }
  const tree = await unitTree(harness.db, '2022-03-15');
  const drainage = tree.all().find((unit) => unit.code === '1.03.01.B')!;
  expect((await call(readUnit, { params: { id: drainage.id }, query: {} })).head).toMatchObject({ name: 'Ilham Contoh', acting: 'plt' });
});

it('knows every word of the closed lists in the instructions', async () => {
  const page = await readFile(new URL('../../../../../docs/how-to/import-units-and-people.md', import.meta.url), 'utf8');
  const wordsOf = (column: string): string[] => {
    const line = page.split('\n').find((one) => one.startsWith(`| \`${column}\``))!;
    return [...line.split('|')[2]!.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
  };
  const [kinds, groups, positions] = [wordsOf('jenis'), wordsOf('kelompok paparan'), wordsOf('jenis jabatan')];
  expect([kinds.length, groups.length, positions.length]).toEqual([11, 6, 7]);
  const units = [
    'kode,nama,jenis,kode induk,kelompok paparan',
    ...kinds.map((kind, n) => `K${n},Unit ${n},${kind},KOTA,`),
    ...groups.map((group, n) => `G${n},Grup ${n},dinas,KOTA,${group}`),
  ];
  const people = [
    'nama,surel,kode unit,jenis jabatan,jabatan',
    ...positions.map((kind, n) => `O ${n},o${n}@makassar.example,KOTA,${kind},J`),
  ];
  for (const [kind, lines] of [['units', units] as const, ['people', people] as const]) {
    const seen = await call(previewImport, { body: { kind }, file: new Blob([lines.join('\n')]), fileName: `${kind}.csv` });
    expect(seen.rows.flatMap((row) => row.errors)).toEqual([]);
  }
});
