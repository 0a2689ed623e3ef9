import type { Unit } from '@makaverse/contract/identity-directory';
import { expect, it } from 'vitest';
import { readClerkLine } from './clerk-line.ts';
import { camatAndLurah, lineDirectory } from './line-directory.ts';

const unit = (id: string, kind: Unit['kind'], name: string, shortName: string): Unit => ({
  id,
  code: id,
  kind,
  name,
  shortName,
  parentId: null,
  presentingGroup: null,
  validFrom: '2022-01-01',
  validTo: null,
  head: { id: `head-${id}`, name: kind === 'assistant' ? 'Nurhayati' : `Kepala ${id}`, title: `Kepala ${name}`, acting: null },
  version: 1,
});
const directory = lineDirectory({
  units: [
    unit('pu', 'agency', 'Dinas Pekerjaan Umum', 'Dinas PU'),
    unit('kec', 'kecamatan', 'Kecamatan Mariso', 'Kec. Mariso'),
    unit('kel', 'kelurahan', 'Kelurahan Mariso', 'Kel. Mariso'),
    unit('baru-a', 'kelurahan', 'Kelurahan Baru', 'Kel. Baru A'),
    unit('baru-b', 'kelurahan', 'Kelurahan Baru', 'Kel. Baru B'),
    unit('a1', 'assistant', 'Asisten I', 'Asisten I'),
    unit('a2', 'assistant', 'Asisten II', 'Asisten II'),
  ],
  programmes: [{ id: 'p1', number: 1, name: 'Lorong wisata' }],
  people: [],
  today: '2022-03-15',
  groupName: (group) => `<${group}>`,
});
const addressee = (said: string): unknown => {
  const [one] = readClerkLine(`x @${said}`, directory).addressees;
  return one!.meant.kind === 'one' ? one!.meant.item.id : one!.meant.kind;
};

it('knows offices and groups by what everybody says, in both languages', () => {
  expect(addressee('camat mariso')).toBe('kec');
  expect(addressee('lurah mariso')).toBe('kel');
  expect(addressee('mariso')).toBe('several');
  expect(addressee('semua camat')).toBe('all-kecamatan');
  expect(addressee('camat')).toBe('all-kecamatan');
  expect(addressee('all camat')).toBe('all-kecamatan');
  expect(addressee('semua lurah')).toBe('all-kelurahan');
  expect(addressee('camat dan lurah')).toBe(camatAndLurah);
  expect(addressee('pu')).toBe('pu');
});

it('gives every target a name that is understood as that target, also where two units share one', () => {
  expect(addressee('kelurahan baru')).toBe('several');
  for (const target of directory.targets.filter((one) => one.group === null)) expect(addressee(target.name)).toBe(target.id);
});

it('finds a reviewer by his office, and tells two offices of one name apart', () => {
  const reviewer = (said: string): unknown => readClerkLine(`x >${said}`, directory).reviewer?.meant;
  expect(reviewer('asisten ii')).toMatchObject({ kind: 'one', item: { id: 'head-a2' } });
  expect(reviewer('nurhayati')).toMatchObject({ kind: 'several' });
  for (const one of directory.reviewers) expect(reviewer(one.name)).toMatchObject({ kind: 'one', item: { id: one.id } });
});
