import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GridRow } from './grid-rows.ts';
import { mergeRows, takeTheirs } from './merge-rows.ts';

const row = (key: string, cells: Record<string, string>): GridRow => ({ key, id: key, cells });
const basis = [row('a', { title: 'Survei', weight: '10', after: '' }), row('b', { title: 'Desain', weight: '20', after: '1' })];
const change = (rows: readonly GridRow[], key: string, cells: Record<string, string>): GridRow[] =>
  rows.map((one) => (one.key === key ? { ...one, cells: { ...one.cells, ...cells } } : one));

describe('a list that two people write', () => {
  it('takes each cell from whoever changed it', () => {
    const merged = mergeRows(basis, change(basis, 'a', { weight: '15' }), change(basis, 'a', { title: 'Survei simpul' }), 'after');
    expect(merged.clashes).toEqual([]);
    expect(merged.rows[0]!.cells).toMatchObject({ title: 'Survei simpul', weight: '15' });
  });

  it('shows what both changed, keeps mine until theirs is chosen', () => {
    const merged = mergeRows(basis, change(basis, 'b', { weight: '25' }), change(basis, 'b', { weight: '30' }), 'after');
    expect(merged.clashes).toMatchObject([{ rowKey: 'b', column: 'weight', mine: '25', theirs: '30' }]);
    expect(merged.rows[1]!.cells['weight']).toBe('25');
    expect(takeTheirs(merged.rows, merged.clashes, 'after')[1]!.cells['weight']).toBe('30');
  });

  it('has their new rows, not those they took out, and names keep naming the same rows', () => {
    const theirs = [row('c', { title: 'Lelang', weight: '5', after: '' }), { ...basis[1]!, cells: { ...basis[1]!.cells, after: '1' } }];
    const merged = mergeRows(basis, basis, theirs, 'after');
    expect(merged.clashes).toEqual([]);
    expect(merged.rows.map((one) => [one.key, one.cells['after']])).toEqual([
      ['b', '2'],
      ['c', ''],
    ]);
  });

  it('brings back as new what they took out and I changed, or leaves it out', () => {
    const merged = mergeRows(basis, change(basis, 'a', { title: 'Survei ulang' }), basis.slice(1), 'after');
    expect(merged.rows[0]).toMatchObject({ key: 'a', id: null });
    expect(merged.clashes).toMatchObject([{ rowKey: 'a', column: null, mine: 'Survei ulang', theirs: null }]);
    expect(takeTheirs(merged.rows, merged.clashes, 'after').map((one) => one.key)).toEqual(['b']);
  });

  it('leaves out what I took out, or brings it back as they changed it', () => {
    const merged = mergeRows(basis, basis.slice(0, 1), change(basis, 'b', { title: 'Desain rinci' }), 'after');
    expect(merged.rows.map((one) => one.key)).toEqual(['a']);
    expect(merged.clashes).toMatchObject([{ rowKey: 'b', mine: null, theirs: 'Desain rinci' }]);
    expect(takeTheirs(merged.rows, merged.clashes, 'after').map((one) => one.cells['title'])).toEqual(['Survei', 'Desain rinci']);
  });

  const rowsOf = (...keys: string[]): fc.Arbitrary<GridRow[]> =>
    fc
      .subarray(keys)
      .chain((some) =>
        fc.tuple(
          ...some.map((key) =>
            fc.record({ x: fc.constantFrom('1', '2', ''), y: fc.constantFrom('p', 'q') }).map((cells) => row(key, cells)),
          ),
        ),
      )
      .map((rows) => [...rows]);
  const said = (rows: readonly GridRow[]): ReadonlyMap<string, unknown> =>
    new Map(rows.toSorted((a, b) => a.key.localeCompare(b.key)).map((one) => [one.key, one.cells]));

  it('is what one wrote where only he wrote, and with theirs chosen the same as they would have it', () => {
    fc.assert(
      fc.property(rowsOf('a', 'b', 'c'), rowsOf('a', 'b', 'c', 'mine'), rowsOf('a', 'b', 'c', 'theirs'), (before, my, their) => {
        // A row that only one has and `before` too was taken out; one that neither began with can only be new.
        const begun = new Set(['mine', 'theirs', ...before.map((one) => one.key)]);
        const [mine, theirs] = [my, their].map((rows) => rows.filter((one) => begun.has(one.key))) as [GridRow[], GridRow[]];
        expect(said(mergeRows(before, mine, before).rows)).toEqual(said(mine));
        expect(said(mergeRows(before, before, theirs).rows)).toEqual(said(theirs));
        const merged = mergeRows(before, mine, theirs);
        const asThey = mergeRows(before, theirs, mine);
        expect(merged.clashes).toHaveLength(asThey.clashes.length);
        expect(said(takeTheirs(merged.rows, merged.clashes))).toEqual(said(asThey.rows));
      }),
    );
  });
});
