import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, readNumber, readPositions, readRupiah, writeDate, writeNumber, writeRupiah } from './plan-cells.ts';

describe('cells as planners write them', () => {
  it.each([
    ['31-03-2022', '2022-03-31'],
    ['31/3/2022', '2022-03-31'],
    ['31 Maret 2022', '2022-03-31'],
    ['1 Agt 2022', '2022-08-01'],
    ['5-Oct-2022', '2022-10-05'],
    ['2022-03-31', '2022-03-31'],
    ['31-02-2022', null],
    ['Maret 2022', null],
    ['44651', null],
    ['', null],
  ])('read the date %s', (written, iso) => {
    expect(readDate(written)).toBe(iso);
  });

  it.each([
    ['Rp 1.250.000,00', 1_250_000],
    ['1.250.000', 1_250_000],
    ['1,250,000', 1_250_000],
    ['1.250', 1250],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['0.75', 0.75],
    ['-3', -3],
    ['(3)', -3],
    ['tiga', null],
    ['1.2.3,4,5', null],
    ['', null],
  ])('read the number %s', (written, value) => {
    expect(readNumber(written)).toBe(value);
  });

  it('read back what they write, to the last rupiah', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000_000_000_000_000 }), (amount) => {
        expect(readRupiah(writeRupiah(amount))).toBe(amount);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -99_999, max: 99_999 }), (hundredths) => {
        expect(readNumber(writeNumber(hundredths / 100))).toBe(hundredths / 100);
      }),
    );
    expect(readDate(writeDate('2024-02-29'))).toBe('2024-02-29');
    expect(readRupiah('9.000.000.000.000.001')).toBeNull();
    expect(readRupiah('1,5')).toBeNull();
  });

  it('read numbers of milestones', () => {
    expect(readPositions('1; 3, 3 4')).toEqual([1, 3, 4]);
    expect(readPositions('')).toEqual([]);
    expect(readPositions('A')).toBeNull();
  });
});
