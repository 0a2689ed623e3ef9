import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTable, readPasted } from './pasted-table.ts';

const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', '"', '.', ',', 'é'), maxLength: 6 });
/** As a spreadsheet writes it: quoted where a cell holds a tab, a line or begins with a quote. */
const written = (value: string): string => (/[\t\n]|^"/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

describe('cells of the clipboard', () => {
  it('come back as the spreadsheet had them', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 })),
        (rows) => {
          fc.pre(rows.every((row) => row.some((one) => one.trim() !== '')));
          const text = rows.map((row) => row.map(written).join('\t')).join('\r\n');
          const tidy = rows.map((row) => row.map((one) => (written(one) === one ? one.trim() : one.replaceAll(/\s+/g, ' ').trim())));
          expect(readPasted(text)).toEqual(tidy);
          expect(readPasted(`${text}\n`)).toEqual(tidy);
        },
      ),
    );
  });

  it('may hold lines and quotes inside a cell', () => {
    expect(readPasted('"Survei\nsaluran"\t"kata ""awal"""\n2\t')).toEqual([
      ['Survei saluran', 'kata "awal"'],
      ['2', ''],
    ]);
    expect(readPasted('"tak tertutup\tb')).toEqual([['"tak tertutup', 'b']]);
  });

  it('are a table from two cells on', () => {
    expect(isTable(readPasted('satu'))).toBe(false);
    expect(isTable(readPasted('satu\tdua'))).toBe(true);
    expect(isTable(readPasted('satu\ndua'))).toBe(true);
  });
});
