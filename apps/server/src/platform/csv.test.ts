import { describe, expect, it } from 'vitest';
import { csvFile } from '#platform/csv';

describe('CSV files', () => {
  it('carry a byte order mark, headings and quoted cells', () => {
    expect(csvFile({ a: 'Nama', b: 'Jumlah' }, [{ a: 'Dinas "PU", Makassar', b: 3 }])).toBe(
      '\uFEFFNama,Jumlah\r\n"Dinas ""PU"", Makassar",3\r\n',
    );
  });
  it.each(['=1+1', '+62811', '-2', '@SUM(A1)', '\t=1', '\r=1'])('defuse the formula %j', (value) => {
    expect(csvFile({ a: 'a' }, [{ a: value }])).toContain(`'${value}`);
  });
  it('leave numbers and nothing as they are', () => {
    expect(csvFile({ a: 'a', b: 'b' }, [{ a: -3, b: null }])).toBe('\uFEFFa,b\r\n-3,\r\n');
  });
});
