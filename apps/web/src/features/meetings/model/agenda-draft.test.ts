import { expect, it } from 'vitest';
import { draftItems, minutesOf, moveLine, type AgendaLine } from './agenda-draft.ts';

const line = (id: string, kind: AgendaLine['kind'], minutes: string): AgendaLine => ({
  id,
  kind,
  title: id,
  minutes,
  presenterUnitId: null,
  reason: null,
  aboutHref: null,
});
const lines = [line('a', 'item', '5'), line('s', 'section', '0'), line('b', 'slot', '4')];

it('puts what stands under a section into it', () => {
  expect(draftItems(lines).map((item) => item.parentId)).toEqual([null, null, 's']);
  expect(draftItems(moveLine(lines, 2, -1)).map((item) => [item.id, item.parentId])).toEqual([
    ['a', null],
    ['b', null],
    ['s', null],
  ]);
});

it('adds up the minutes of points, not of sections or words', () => {
  expect(minutesOf([...lines, line('c', 'item', 'x'), line('d', 'section', '99')])).toBe(9);
});
