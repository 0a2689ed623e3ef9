import { describe, expect, it } from 'vitest';
import { moveRow, pasteOver, removeRow, withoutEmpty, type GridRow } from './grid-rows.ts';

const row = (key: string, cells: Record<string, string>, id: string | null = null): GridRow => ({ key, id, cells });
const rows = [row('a', { title: 'A', after: '' }), row('b', { title: 'B', after: '1' }), row('c', { title: 'C', after: '1; 2' })];
const said = (result: readonly GridRow[]) => result.map((one) => [one.key, one.cells['after']]);

describe('rows that name each other', () => {
  it('keep naming the same rows when one is moved', () => {
    expect(said(moveRow(rows, 0, 2, 'after'))).toEqual([
      ['b', '3'],
      ['c', '3; 1'],
      ['a', ''],
    ]);
    expect(moveRow(rows, 0, -1, 'after')).toEqual(rows);
  });

  it('forget one that is taken out', () => {
    expect(said(removeRow(rows, 0, 'after'))).toEqual([
      ['b', ''],
      ['c', '1'],
    ]);
    expect(said(removeRow(rows, 1, 'after'))).toEqual([
      ['a', ''],
      ['c', '1'],
    ]);
  });
});

describe('rows in which nothing stands', () => {
  it('are left out where they are new, and names follow', () => {
    expect(
      said(withoutEmpty([row('new', { title: ' ' }), row('kept', { title: '' }, 'id'), row('c', { title: 'C', after: '2' })], 'after')),
    ).toEqual([
      ['kept', ''],
      ['c', '1'],
    ]);
  });
});

describe('pasted cells', () => {
  const columns = [
    { key: 'title', heading: 'Uraian tonggak' },
    { key: 'weight', heading: 'Bobot', isLocked: (one: GridRow) => one.id !== null },
  ];
  let made = 0;
  const newRow = () => row(`new${(made += 1)}`, { title: '', weight: '' });

  it('are laid over the rows from the cell on, and add those that lack', () => {
    const result = pasteOver(
      [row('a', { title: 'A', weight: '1' })],
      [
        ['Survei', '10'],
        ['Desain', '20', 'zu viel'],
      ],
      { row: 0, columns },
      newRow,
    );
    expect(result.map((one) => one.cells)).toEqual([
      { title: 'Survei', weight: '10' },
      { title: 'Desain', weight: '20' },
    ]);
  });

  it('leave out a line of headings and cells that are locked', () => {
    const kept = row('a', { title: 'A', weight: '1' }, 'id');
    const result = pasteOver(
      [kept],
      [
        ['URAIAN TONGGAK', 'Bobot (1-1000)'],
        ['Survei', '10'],
      ],
      { row: 0, columns },
      newRow,
    );
    expect(result.map((one) => one.cells)).toEqual([{ title: 'Survei', weight: '1' }]);
  });
});
