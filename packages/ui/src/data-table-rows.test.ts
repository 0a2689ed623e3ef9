import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterRows, sortRows, toCsv } from './data-table-rows.ts';

type Row = { readonly unit: string; readonly open: number | null };

const rows: readonly Row[] = [
  { unit: 'RW 10', open: 3 },
  { unit: 'RW 2', open: null },
  { unit: 'Kelurahan Antang', open: 12 },
];

const columns = [
  { key: 'unit', heading: 'Unit', value: (row: Row) => row.unit },
  { key: 'open', heading: 'Arahan "terbuka"', value: (row: Row) => row.open },
];

describe('sorting', () => {
  test('compares figures inside words by size', () => {
    expect(sortRows(rows, (row) => row.unit, 'ascending').map((row) => row.unit)).toEqual(['Kelurahan Antang', 'RW 2', 'RW 10']);
  });

  test('keeps the unknown last in both directions', () => {
    expect(sortRows(rows, (row) => row.open, 'ascending').map((row) => row.open)).toEqual([3, 12, null]);
    expect(sortRows(rows, (row) => row.open, 'descending').map((row) => row.open)).toEqual([12, 3, null]);
  });

  test('loses no row, and equal rows keep their order', () => {
    const anyRows = fc.array(fc.record({ at: fc.nat(), key: fc.option(fc.nat(3)) }));
    fc.assert(
      fc.property(anyRows, (list) => {
        const numbered = list.map((row, at) => ({ ...row, at }));
        const sorted = sortRows(numbered, (row) => row.key, 'ascending');
        expect(sorted.length).toBe(numbered.length);
        for (const [index, row] of sorted.entries()) {
          const before = sorted[index - 1];
          if (before !== undefined && before.key === row.key) expect(before.at).toBeLessThan(row.at);
        }
      }),
    );
  });
});

describe('filtering', () => {
  test('wants every word, in any column, whatever its case or accents', () => {
    expect(filterRows(rows, columns, ' ANTANG 12 ').map((row) => row.unit)).toEqual(['Kelurahan Antang']);
    expect(filterRows([{ unit: 'Café Losari', open: 1 }], columns, 'cafe')).toHaveLength(1);
    expect(filterRows(rows, columns, 'antang 3')).toEqual([]);
  });

  test('keeps everything when nothing is typed', () => {
    expect(filterRows(rows, columns, '  ')).toBe(rows);
  });
});

describe('the file', () => {
  test('follows RFC 4180: CRLF, doubled quotes, a mark for UTF-8', () => {
    expect(toCsv(columns, rows.slice(0, 2))).toBe('\uFEFFUnit,"Arahan ""terbuka"""\r\nRW 10,3\r\nRW 2,\r\n');
  });

  test('disarms what a spreadsheet would run', () => {
    expect(toCsv(columns.slice(0, 1), [{ unit: '=HYPERLINK("x")', open: null }])).toBe('\uFEFFUnit\r\n"\'=HYPERLINK(""x"")"\r\n');
  });

  test('leaves negative figures as figures', () => {
    expect(toCsv(columns.slice(1), [{ unit: '', open: -4 }])).toContain('\r\n-4\r\n');
  });
});
