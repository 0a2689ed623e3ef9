import { expect, test } from 'vitest';
import { clockTime, isoDuration } from './clock-time.ts';

test.each([
  [0, '0:00'],
  [59, '0:59'],
  [600, '10:00'],
  [-75, '1:15'],
  [3600 + 125, '1:02:05'],
  [89.9, '1:29'],
])('%i seconds read %s', (seconds, expected) => {
  expect(clockTime(seconds)).toBe(expected);
});

test('a duration for machines', () => {
  expect(isoDuration(-75)).toBe('PT75S');
});
