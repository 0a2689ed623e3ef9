import { describe, expect, it } from 'vitest';
import { readClerkLine, type LineDirectory } from './clerk-line.ts';
import { suggestionsAt, takeSuggestion } from './line-suggestions.ts';

const unit = (id: string, name: string, ...aliases: string[]) => ({ id, name, aliases, group: null });
const directory: LineDirectory = {
  targets: [
    { id: 'all-kecamatan', name: 'semua camat', aliases: ['camat'], group: 'all-kecamatan' },
    unit('pu', 'Dinas Pekerjaan Umum', 'Dinas PU'),
    unit('kukm', 'Dinas Koperasi, Usaha Kecil dan Menengah', 'Dinkop'),
    unit('tamalanrea', 'Kecamatan Tamalanrea'),
    unit('tamalate', 'Kecamatan Tamalate'),
  ],
  reviewers: [{ id: 'a2', name: 'Andi Rahman', aliases: ['Asisten II'] }],
  programmes: [],
  people: [{ id: 'h', name: 'Hasan Basri', aliases: ['Kepala Bidang Drainase'] }],
  today: '2022-03-15',
};
const at = (line: string): [string[], number] => {
  const cursor = line.includes('|') ? line.indexOf('|') : line.length;
  const { options, firstActive } = suggestionsAt(line.replace('|', ''), cursor, directory);
  return [options.map((one) => one.id), firstActive];
};
const take = (line: string, id: string): string => {
  const { piece, options } = suggestionsAt(line, line.length, directory);
  const taken = takeSuggestion(
    line,
    piece!,
    options.find((one) => one.id === id)!,
    directory,
  );
  expect(taken.cursor).toBe(taken.line.length);
  return taken.line;
};

describe('suggestions', () => {
  it('offer the first at once where several fit, and wait where it is understood', () => {
    expect(at('x @tamala')).toEqual([['tamalate', 'tamalanrea'], 0]);
    expect(at('x @pekerjaan')).toEqual([['pu'], -1]);
    expect(at('x @')[1]).toBe(-1);
    expect(at('x @tamala| !Jumat')[0]).toHaveLength(2);
  });
  it('go once the name stands there in full', () => {
    expect(at('x @dinas pu')).toEqual([[], -1]);
    expect(at('x @Kecamatan Tamalate ')).toEqual([[], -1]);
  });
  it('are not there for words, days and measures', () => {
    for (const line of ['tamala', 'x !Juma', 'x =tamala', 'x &', 'x &Jumat', 'x &18 Maret']) expect(at(line)).toEqual([[], -1]);
    expect(at('x &has')).toEqual([['h'], -1]);
    expect(at('x >asis')).toEqual([['a2'], -1]);
  });
  it('complete the last of several names after one mark', () => {
    expect(at('x @PU, tamalat')[0]).toEqual(['tamalate']);
    expect(take('x @PU, tamalat', 'tamalate')).toBe('x @PU, Kecamatan Tamalate ');
    expect(take('x @PU,', 'all-kecamatan')).toBe('x @PU,semua camat ');
    expect(take('x @koperasi, usaha', 'kukm')).toBe('x @Dinas Koperasi, Usaha Kecil dan Menengah ');
  });
  it('are understood once taken', () => {
    const line = take('x @PU dan tamalat', 'tamalate');
    expect(readClerkLine(line, directory).addressees.map((one) => one.meant.kind)).toEqual(['one', 'one']);
  });
});
