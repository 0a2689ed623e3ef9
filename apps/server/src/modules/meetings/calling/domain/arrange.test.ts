import type { AgendaDraftItem } from '@makaverse/contract/meetings';
import { describe, expect, it } from 'vitest';
import { checkAgenda } from './arrange.ts';
import { AgendaItemInUse, AgendaOutOfOrder, SlotWithoutUnit } from './broken-rules.ts';

const point = (id: string, parentId: string | null = null, kind: AgendaDraftItem['kind'] = 'item'): AgendaDraftItem => ({
  id,
  parentId,
  kind,
  title: id,
  minutes: 5,
  presenterUnitId: kind === 'slot' ? 'unit' : null,
});

describe('an agenda', () => {
  it('stands with parents before children', () => {
    expect(() => checkAgenda([point('a'), point('b', 'a'), point('c', 'b')], [])).not.toThrow();
  });
  it.each([
    ['a child before its parent', [point('b', 'a'), point('a')]],
    ['a parent of elsewhere', [point('b', 'elsewhere')]],
    ['the same point twice', [point('a'), point('a')]],
    ['a point of itself', [point('a', 'a')]],
    ['four levels', [point('a'), point('b', 'a'), point('c', 'b'), point('d', 'c')]],
  ])('refuses %s', (_, items) => {
    expect(() => checkAgenda(items, [])).toThrow(AgendaOutOfOrder);
  });
  it('refuses a slot of nobody', () => {
    expect(() => checkAgenda([{ ...point('a', null, 'slot'), presenterUnitId: null }], [])).toThrow(SlotWithoutUnit);
  });
  it('drops an empty point, but none on which words hang', () => {
    const standing = [
      { id: 'a', title: 'A', isInUse: true },
      { id: 'b', title: 'B', isInUse: false },
    ];
    expect(() => checkAgenda([point('a')], standing)).not.toThrow();
    expect(() => checkAgenda([point('b')], standing)).toThrow(AgendaItemInUse);
  });
});
