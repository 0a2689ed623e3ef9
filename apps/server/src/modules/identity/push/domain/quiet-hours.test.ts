import { describe, expect, it } from 'vitest';
import { isQuiet, secondsUntilQuiet } from './quiet-hours.ts';

const at = (moment: string): Date => new Date(`${moment}+08:00`);

describe('the quiet hours', () => {
  it.each([
    ['2022-03-22T05:59:59', true],
    ['2022-03-22T06:00:00', false],
    ['2022-03-22T19:59:59', false],
    ['2022-03-22T20:00:00', true],
    ['2022-03-22T23:59:59', true],
    // A Saturday, a Sunday, Good Friday.
    ['2022-03-19T10:00:00', true],
    ['2022-03-20T10:00:00', true],
    ['2022-04-15T10:00:00', true],
  ])('at %s: %s', (moment, expected) => {
    expect(isQuiet(at(moment))).toBe(expected);
  });

  it('begin so many seconds from now', () => {
    expect(secondsUntilQuiet(at('2022-03-22T19:59:30'))).toBe(30);
    expect(secondsUntilQuiet(at('2022-03-22T06:00:00'))).toBe(14 * 3600);
    expect(secondsUntilQuiet(at('2022-03-22T21:00:00'))).toBe(0);
  });
});
