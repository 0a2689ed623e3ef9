import { expect, it } from 'vitest';
import { inventCast } from './cast.ts';
import { inventedName } from './invented-names.ts';

it('gives nobody a name that another has', () => {
  const names = Array.from({ length: 570 }, (_, n) => inventedName(n));
  expect(new Set(names).size).toBe(570);
});

it('names offices as they are named', () => {
  const cast = inventCast([
    { code: '73.71.12', kind: 'kecamatan', name: 'Kecamatan Manggala' },
    { code: '73.71.12.1001', kind: 'kelurahan', name: 'Kelurahan Antang' },
    { code: 'PU', kind: 'agency', name: 'Dinas Pekerjaan Umum' },
    { code: 'INSP', kind: 'agency', name: 'Inspektorat Daerah' },
  ]);
  expect(cast.filter((one) => one.kind === 'head').map((one) => one.title)).toEqual([
    'Camat Manggala',
    'Lurah Antang',
    'Kepala Dinas Pekerjaan Umum',
    'Inspektur',
  ]);
  expect(cast.every((one) => one.name.endsWith('(contoh)'))).toBe(true);
  expect(new Set(cast.map((one) => one.email)).size).toBe(cast.length);
});
