import type { Directive } from '@makaverse/contract/directives';
import type { UnitGroup } from '@makaverse/contract/identity-directory';
import { formatDate } from '@makaverse/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClerkLine, type LineDirectory } from './clerk-line.ts';
import { camatAndLurah } from './line-directory.ts';
import { changedParts, lineOf } from './line-of-directive.ts';
import { newDirective, partsOf, type LineContext, type LineParts } from './line-parts.ts';

const unit = (id: string, name: string) => ({ id, name, aliases: [], group: null });
const directory: LineDirectory = {
  targets: [
    { id: 'all-kecamatan', name: 'semua camat', aliases: ['camat'], group: 'all-kecamatan' },
    { id: camatAndLurah, name: 'semua camat dan lurahnya', aliases: [], group: 'all-kecamatan' },
    { id: 'all-bureaus', name: 'semua bagian', aliases: [], group: 'all-bureaus' },
    unit('pu', 'Dinas Pekerjaan Umum'),
    unit('dlh', 'Dinas Lingkungan Hidup'),
    unit('kukm', 'Dinas Koperasi, Usaha Kecil dan Menengah'),
    unit('k1', 'Kecamatan Manggala'),
    unit('k2', 'Kecamatan Mariso'),
    unit('b1', 'Bagian Hukum'),
  ],
  reviewers: [
    { id: 'a1', name: 'Nurhayati (Asisten I)', aliases: [] },
    { id: 'a2', name: 'Andi Rahman', aliases: ['Asisten II'] },
  ],
  programmes: [{ id: 'p19', name: 'Mal pelayanan publik', aliases: ['19'] }],
  people: [
    { id: 'hasan', name: 'Hasan Basri', aliases: [] },
    { id: 'new', name: 'Orang Baru', aliases: [] },
  ],
  today: '2022-03-15',
};
const context: LineContext = {
  groupUnits: new Map<UnitGroup, string[]>([
    ['all-kecamatan', ['k1', 'k2']],
    ['all-bureaus', ['b1']],
  ]),
  unitsOfPerson: new Map([['hasan', ['pu']]]),
};
const parts = (line: string): LineParts => partsOf(line, readClerkLine(line, directory), context);

describe('what a line asks to be kept', () => {
  it('is every part of it', () => {
    expect(
      newDirective(parts('Bersihkan @semua camat dan lurahnya @PU @Dinas Pekerjaan Umum #19 >Asisten II !31 Maret =bersih &18 Maret')),
    ).toEqual({
      words: 'Bersihkan @PU',
      groups: ['all-kecamatan'],
      addressees: [{ unitId: 'pu', picId: null, nominationDueOn: '2022-03-18' }],
      programmeId: 'p19',
      reviewerId: 'a2',
      deadline: '2022-03-31',
      measure: 'bersih',
      nominationDueOn: '2022-03-18',
      isCascading: true,
    });
  });
  it('loses nothing that was not understood or was said twice', () => {
    expect(parts('Kirim @Antah #99 >Siapa !segera !Jumat =satu =dua &Entah').words).toBe('Kirim @Antah !segera =satu #99 >Siapa &Entah');
  });
  it('is nothing without words', () => {
    expect(parts('@Dinas Antah !Jumat').words).toBe('');
  });
  it('seats a person in charge in his own unit, or in the only one addressed', () => {
    expect(parts('x @Dinas Lingkungan @Pekerjaan Umum &Hasan').pic).toEqual({ personId: 'hasan', unitId: 'pu' });
    expect(parts('x @Dinas Lingkungan &Orang Baru').pic).toEqual({ personId: 'new', unitId: 'dlh' });
    expect(parts('x @Dinas Lingkungan &Hasan')).toMatchObject({ pic: null, words: 'x &Hasan' });
    expect(parts('x @camat &Orang Baru')).toMatchObject({ pic: null, words: 'x &Orang Baru' });
  });
});

const day = fc.integer({ min: 0, max: 60 }).map((days) => new Date(Date.UTC(2022, 2, 16 + days)).toISOString().slice(0, 10));
const directive = fc
  .record({
    words: fc.constantFrom('Bersihkan saluran', 'Kirim surat ke a@b.id, target 5', 'Satu: dua; tiga!'),
    groups: fc.subarray<UnitGroup>(['all-kecamatan', 'all-bureaus']),
    unitIds: fc.subarray(['pu', 'dlh', 'kukm']),
    isCascading: fc.boolean(),
    programmeId: fc.option(fc.constant('p19')),
    reviewerId: fc.option(fc.constantFrom('a1', 'a2')),
    deadline: fc.option(day),
    measure: fc.option(fc.constantFrom('bersih', '100 titik, terverifikasi')),
    nominationDueOn: fc.option(day),
  })
  .map((made): Directive => {
    const unitIds = [...made.groups.flatMap((group) => context.groupUnits.get(group)!), ...made.unitIds];
    return {
      words: made.words,
      addresseeGroups: made.groups,
      addressees: unitIds.map((unitId) => ({
        unitId,
        picId: null,
        pic: null,
        nominationDueOn: made.nominationDueOn,
        unit: { name: unitId },
      })),
      isCascading: made.isCascading && made.groups.includes('all-kecamatan'),
      programmeId: made.programmeId,
      reviewer: made.reviewerId && { id: made.reviewerId, name: made.reviewerId, title: '' },
      deadline: made.deadline,
      measure: made.measure,
    } as Directive;
  });
const written = (one: Directive, language: 'id' | 'en' = 'id'): string =>
  lineOf(one, directory, { context, dayInWords: (date) => formatDate(date, language) });

describe('a directive as a line', () => {
  it('is read back as what it is', () => {
    fc.assert(
      fc.property(directive, fc.constantFrom('id', 'en'), (one, language) => {
        expect(parts(written(one, language))).toEqual({
          words: one.words,
          groups: one.addresseeGroups,
          unitIds: one.addressees.map((addressee) => addressee.unitId).filter((id) => ['pu', 'dlh', 'kukm'].includes(id)),
          isCascading: one.isCascading,
          programmeId: one.programmeId,
          reviewerId: one.reviewer?.id ?? null,
          deadline: one.deadline,
          measure: one.measure,
          nominationDueOn: one.addressees[0]?.nominationDueOn ?? null,
          pic: null,
        });
      }),
    );
  });

  const one = fc.sample(directive, { numRuns: 1, seed: 1 })[0]!;
  const kept: Directive = {
    ...one,
    words: 'Bersihkan',
    addresseeGroups: ['all-kecamatan'],
    isCascading: false,
    addressees: [
      { unitId: 'k1', picId: null, nominationDueOn: '2022-03-20' },
      { unitId: 'k2', picId: 'x', nominationDueOn: null },
      { unitId: 'pu', picId: null, nominationDueOn: '2022-03-20' },
    ].map((addressee) => ({
      ...addressee,
      unit: { name: addressee.unitId },
      pic: addressee.picId && { id: 'x', name: 'X', title: '' },
    })) as never,
    programmeId: null,
    reviewer: null,
    deadline: null,
    measure: 'bersih',
  };
  const before = written(kept);
  const change = (after: string): unknown => changedParts(kept, { before: parts(before), after: parts(after), context });

  it('changes only what reads differently', () => {
    expect(before).toBe('Bersihkan @semua camat @Dinas Pekerjaan Umum =bersih &Minggu, 20 Maret 2022');
    expect(change(before)).toEqual({});
    expect(change(before.replace('=bersih', '') + ' !31 Maret')).toEqual({ measure: null, deadline: '2022-03-31' });
    expect(change(before.replace('Bersihkan', 'Bersihkan semua'))).toEqual({ words: 'Bersihkan semua' });
  });
  it('keeps the persons and days of those who stay addressed', () => {
    expect(change(before.replace('@Dinas Pekerjaan Umum', '@Dinas Lingkungan'))).toEqual({
      groups: ['all-kecamatan'],
      addressees: [
        { unitId: 'k1', picId: null, nominationDueOn: '2022-03-20' },
        { unitId: 'k2', picId: 'x', nominationDueOn: null },
        { unitId: 'dlh', picId: null, nominationDueOn: '2022-03-20' },
      ],
    });
  });
  it('puts a new day or person in place of the old', () => {
    expect(change(before.replace('&Minggu, 20 Maret', '&25 Maret'))).toMatchObject({
      addressees: [{ nominationDueOn: '2022-03-25' }, { picId: 'x', nominationDueOn: null }, { nominationDueOn: '2022-03-25' }],
    });
    expect(change(before.replace('&Minggu, 20 Maret 2022', '&Hasan'))).toMatchObject({
      addressees: [{ nominationDueOn: null }, { picId: 'x' }, { unitId: 'pu', picId: 'hasan', nominationDueOn: null }],
    });
  });
});
