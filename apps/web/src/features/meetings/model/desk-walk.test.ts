import { expect, it } from 'vitest';
import { stepTo, withSent, type DeskPlace } from './desk-walk.ts';

const shown = {
  entries: [{ id: 'e1' }, { id: 'e2' }],
  directives: [
    { id: 'd3', state: 'draft' },
    { id: 'd2', state: 'withdrawn' },
    { id: 'd1', state: 'draft' },
  ],
} as const;
const walk = (from: DeskPlace, direction: 'older' | 'newer', steps: number): DeskPlace[] => {
  const places = [from];
  for (let step = 0; step < steps; step += 1) places.push(stepTo(places.at(-1)!, direction, shown));
  return places;
};
const names = (places: DeskPlace[]): string[] => places.map((place) => (place.kind === 'new' ? 'new' : place.id));

it('walks from the new line back through what was entered last, and forward again', () => {
  expect(names(walk({ kind: 'new' }, 'older', 5))).toEqual(['new', 'e2', 'e1', 'd3', 'd1', 'd1']);
  expect(names(walk({ kind: 'directive', id: 'd1' }, 'newer', 5))).toEqual(['d1', 'd3', 'e1', 'e2', 'new', 'new']);
});

it('goes to the last one when the place it was at is gone', () => {
  expect(stepTo({ kind: 'entry', id: 'sent meanwhile' }, 'older', shown)).toEqual({ kind: 'entry', id: 'e2' });
});

it('shows what was just kept before the list has it, and never an older version over a newer', () => {
  const one = (id: string, version: number, minute: number) => ({ id, version, number: id, spokenAt: `2022-03-15T19:0${minute}:00+08:00` });
  expect(withSent([one('a', 2, 1), one('b', 1, 2)], [one('c', 1, 3), one('a', 1, 1), one('b', 2, 2)])).toEqual([
    one('c', 1, 3),
    one('b', 2, 2),
    one('a', 2, 1),
  ]);
});
