import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, timeScale } from './time-scale.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((offset) => new Date(Date.UTC(1990, 0, 1 + offset)).toISOString().slice(0, 10));

describe('a scale of time', () => {
  it('holds every date between its ends, in order, with signs far enough apart to be read', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 10 }), (dates) => {
        const { x, ticks } = timeScale(dates, 100, 800);
        const places = dates.toSorted().map(x);
        expect(Math.min(...places)).toBeGreaterThanOrEqual(100);
        expect(Math.max(...places)).toBeLessThanOrEqual(800);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        for (let at = 1; at < ticks.length; at += 1) expect(ticks[at]!.x - ticks[at - 1]!.x).toBeGreaterThan(50);
      }),
    );
  });

  it('counts days over leap years', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2022-03-22', '2022-03-12')).toBe(-10);
  });
});
