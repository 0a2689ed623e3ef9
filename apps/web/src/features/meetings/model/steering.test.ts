import { expect, it } from 'vitest';
import { withDrop, withMove, withPin, type Steering } from './steering.ts';

const start: Steering = { minutesGiven: 60, pins: ['a'], drops: [{ key: 'b', reason: 'sudah selesai' }], order: ['a', 'c', 'd'] };

it('lets a pin take back a drop, and a drop a pin', () => {
  expect(withPin(start, 'b', true)).toMatchObject({ pins: ['a', 'b'], drops: [] });
  expect(withDrop(start, 'a', 'tidak perlu')).toMatchObject({ pins: [], drops: [{ key: 'b' }, { key: 'a' }] });
  expect(withDrop(start, 'b', null).drops).toEqual([]);
});

it('moves within the selection and stays within it', () => {
  expect(withMove(['a', 'c', 'd'], 'd', -1)).toEqual(['a', 'd', 'c']);
  expect(withMove(['a', 'c', 'd'], 'a', -1)).toEqual(['a', 'c', 'd']);
  expect(withMove(['a', 'c', 'd'], 'd', 1)).toEqual(['a', 'c', 'd']);
  expect(withMove(['a', 'c', 'd'], 'gone', 1)).toEqual(['a', 'c', 'd']);
});
