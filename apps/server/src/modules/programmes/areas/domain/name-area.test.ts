import { describe, expect, it } from 'vitest';
import { nameArea, type KnownArea } from './name-area.ts';

const area = (code: string, name: string): KnownArea => ({
  code,
  parentCode: code.slice(0, code.lastIndexOf('.')),
  kind: code.split('.').length === 3 ? 'kecamatan' : 'kelurahan',
  name,
  point: [119.4, -5.1],
});
const known = [
  area('73.71.01', 'Mariso'),
  area('73.71.01.1002', 'Mariso'),
  area('73.71.01.1001', 'Bontorannu'),
  area('73.71.02', 'Mamajang'),
  area('73.71.02.1001', 'Mamajang Luar'),
  area('73.71.05', 'Bontoala'),
  area('73.71.05.1001', 'Baraya'),
  area('73.71.09.1001', 'Baraya'),
];
const codeOf = (properties: Record<string, string>): string | null => nameArea(properties, known)?.code ?? null;

describe('an area', () => {
  it.each([
    [{ KDEPUM: '73.71.01.1001', KDCPUM: '73.71.01' }, '73.71.01.1001'],
    [{ kode: '7371011001' }, '73.71.01.1001'],
    [{ KDCPUM: '73.71.02' }, '73.71.02'],
    [{ WADMKD: 'Bontorannu', WADMKC: 'Mariso' }, '73.71.01.1001'],
    [{ WADMKD: 'Mariso', WADMKC: 'Mariso' }, '73.71.01.1002'],
    [{ KELURAHAN: 'KELURAHAN MAMAJANG LUAR' }, '73.71.02.1001'],
    [{ DESA: 'Baraya', KECAMATAN: 'Kec. Bontoala' }, '73.71.05.1001'],
    [{ nama: 'Kecamatan Mamajang' }, '73.71.02'],
    [{ NAMOBJ: 'Bontorannu', id: '17' }, '73.71.01.1001'],
    [{ KECAMATAN: 'Mamajang' }, '73.71.02'],
  ])('is known by %o', (properties, code) => {
    expect(codeOf(properties)).toBe(code);
  });

  it.each([[{}], [{ nama: 'Antah Berantah' }], [{ KELURAHAN: 'Baraya' }], [{ nama: 'Mariso' }], [{ kode: '73.71.99' }], [{ luas: '73' }]])(
    'is not guessed from %o',
    (properties) => {
      expect(codeOf(properties)).toBe(null);
    },
  );
});
