import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClerkLine, type LineDirectory } from './clerk-line.ts';
import { cutLine, pieceAt, replacePiece } from './line-pieces.ts';

const unit = (id: string, name: string, ...aliases: string[]) => ({ id, name, aliases, group: null });
const directory: LineDirectory = {
  targets: [
    { id: 'all-kecamatan', name: 'Semua camat', aliases: ['semua kecamatan', 'all camat'], group: 'all-kecamatan' },
    unit('pu', 'Dinas Pekerjaan Umum', 'PU'),
    unit('dinkes', 'Dinas Kesehatan', 'Dinkes'),
    unit('kukm', 'Dinas Koperasi, Usaha Kecil dan Menengah', 'KUKM'),
    unit('tamalanrea', 'Kecamatan Tamalanrea'),
    unit('tamalate', 'Kecamatan Tamalate'),
  ],
  reviewers: [
    { id: 'a2', name: 'Andi Rahman', aliases: ['Asisten II'] },
    { id: 's1', name: 'Nurhayati', aliases: ['Staf Ahli I'] },
  ],
  programmes: [{ id: 'p19', name: 'Mal pelayanan publik', aliases: ['19'] }],
  people: [{ id: 'h', name: 'Hasan Basri', aliases: [] }],
  today: '2022-03-15',
};
const read = (line: string) => readClerkLine(line, directory);

describe("the clerk's line", () => {
  it('understands every part of a whole directive', () => {
    const line = read('Bersihkan saluran tersier @semua camat @PU #19 >Asisten II !31 Maret =semua saluran bersih &2022-03-18');
    expect(line.words).toBe('Bersihkan saluran tersier');
    expect(line.addressees.map((one) => one.meant.kind === 'one' && one.meant.item.id)).toEqual(['all-kecamatan', 'pu']);
    expect(line.programme?.meant).toMatchObject({ kind: 'one', item: { id: 'p19' } });
    expect(line.reviewer?.meant).toMatchObject({ kind: 'one', item: { id: 'a2' } });
    expect(line.deadline?.meant).toBe('2022-03-31');
    expect(line.measure).toBe('semua saluran bersih');
    expect(line.nomination?.meant).toEqual({ dueOn: '2022-03-18' });
  });
  it('leaves what is missing hollow', () => {
    expect(read('Bersihkan')).toEqual({
      words: 'Bersihkan',
      addressees: [],
      programme: null,
      reviewer: null,
      deadline: null,
      measure: null,
      nomination: null,
    });
    expect(read('Bersihkan @ ! =').addressees).toEqual([]);
  });
  it('says when a name fits several, and takes the exact one where there is one', () => {
    expect(read('x @Tamala').addressees[0]?.meant.kind).toBe('several');
    expect(read('x @Tamalate').addressees[0]?.meant).toMatchObject({ kind: 'one', item: { id: 'tamalate' } });
    expect(read('x @Dinas Antah').addressees[0]?.meant.kind).toBe('none');
  });
  it('takes several names after one mark, but not those whose own name has a comma', () => {
    expect(read('x @PU, Dinkes dan semua camat').addressees).toHaveLength(3);
    expect(read('x @Koperasi, Usaha Kecil dan Menengah').addressees).toHaveLength(1);
  });
  it('takes a person in charge where no day can be read', () => {
    expect(read('x & Hasan').nomination?.meant).toMatchObject({ person: { kind: 'one', item: { id: 'h' } } });
  });
  it('leaves marks inside sentences alone', () => {
    expect(read('Kirim ke a@b.id, target 5 => 10!!! segera').words).toBe('Kirim ke a@b.id, target 5 => 10!!! segera');
  });
});

describe('pieces', () => {
  it('cover every line without loss or overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('@#>!=& ab1.é')) }), (line) => {
        const pieces = cutLine(line);
        pieces.reduce((end, piece) => {
          expect(line.slice(end, piece.start).trim()).toBe('');
          expect(piece.end).toBeGreaterThan(piece.start);
          return piece.end;
        }, 0);
      }),
    );
  });
  it('are replaced where the cursor stands', () => {
    const line = 'Bersihkan @sem !Jumat';
    const piece = pieceAt(cutLine(line), 14)!;
    expect(replacePiece(line, piece, 'Semua camat')).toEqual({ line: 'Bersihkan @Semua camat !Jumat', cursor: 23 });
  });
});
