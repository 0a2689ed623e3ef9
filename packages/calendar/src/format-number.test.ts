import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber, formatRupiah, NumberNotFinite } from './format-number.ts';

describe('a number', () => {
  test.each([
    [0, '0', '0'],
    [-0.001, '0', '0'],
    [999, '999', '999'],
    [1000, '1.000', '1,000'],
    [1432189.5, '1.432.189,5', '1,432,189.5'],
    [-1234.567, '-1.234,57', '-1,234.57'],
    [1.005, '1,01', '1.01'],
    [175.77, '175,77', '175.77'],
    [0.999, '1', '1'],
    [1e-9, '0', '0'],
    [2e15, '2.000.000.000.000.000', '2,000,000,000,000,000'],
  ])('%d', (value, indonesian, english) => {
    expect(formatNumber(value, 'id')).toBe(indonesian);
    expect(formatNumber(value, 'en')).toBe(english);
  });

  test('reads back as the number it was, rounded', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), fc.nat(99), (whole, cents) => {
        const value = Number(`${whole}.${String(cents).padStart(2, '0')}`);
        fc.pre(Math.abs(value) < 1e12);
        expect(Number(formatNumber(value, 'id').replaceAll('.', '').replace(',', '.'))).toBe(value);
      }),
    );
  });

  test('shows as many decimals as asked', () => {
    expect(formatNumber(3.14159, 'id', 4)).toBe('3,1416');
    expect(formatNumber(2.5, 'en', 0)).toBe('3');
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (value) => {
    expect(() => formatNumber(value, 'id')).toThrow(NumberNotFinite);
    expect(() => formatRupiah(value, 'id', 'short')).toThrow(NumberNotFinite);
  });
});

describe('rupiah', () => {
  test.each([
    [20_500_000_000, 'Rp 20.500.000.000', 'Rp 20,5 miliar'],
    [2_000_000_000_000, 'Rp 2.000.000.000.000', 'Rp 2 triliun'],
    [1_250_000_000, 'Rp 1.250.000.000', 'Rp 1,25 miliar'],
    [123_456_789, 'Rp 123.456.789', 'Rp 123,5 juta'],
    [999_900_000, 'Rp 999.900.000', 'Rp 999,9 juta'],
    [999_999_999, 'Rp 999.999.999', 'Rp 1 miliar'],
    [750_000, 'Rp 750.000', 'Rp 750 ribu'],
    [950, 'Rp 950', 'Rp 950'],
    [0, 'Rp 0', 'Rp 0'],
    [-1_500_000, '-Rp 1.500.000', '-Rp 1,5 juta'],
  ])('%d', (amount, exact, short) => {
    expect(formatRupiah(amount, 'id')).toBe(exact);
    expect(formatRupiah(amount, 'id', 'short')).toBe(short);
  });

  test('in English', () => {
    expect(formatRupiah(20_500_000_000, 'en')).toBe('Rp 20,500,000,000');
    expect(formatRupiah(20_500_000_000, 'en', 'short')).toBe('Rp 20.5 billion');
  });

  test('the short form never shows four digits before the decimals below a thousand trillion, and is never far off', () => {
    const scales = new Map([
      ['ribu', 1e3],
      ['juta', 1e6],
      ['miliar', 1e9],
      ['triliun', 1e12],
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9e14 }), (amount) => {
        const [, figure = '', scale = ''] = formatRupiah(amount, 'id', 'short').split(' ');
        expect(figure).toMatch(/^\d{1,3}(,\d{1,2})?$/);
        const shown = Number(figure.replace(',', '.')) * (scales.get(scale) ?? Number.NaN);
        expect(Math.abs(shown - amount) / amount).toBeLessThan(0.006);
      }),
    );
  });
});
