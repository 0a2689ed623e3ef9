import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { yearlyShares } from './scenario.ts';
import { latinHypercube, meanOf, quantileOf, sedimentToday } from './sediment-state.ts';

const classes = {
  tertiary: { fraction: { least: 0.1, likely: 0.35, most: 0.8 }, growthPerYear: { least: 0, likely: 0.1, most: 0.2 } },
};

describe('sediment', () => {
  test('that nobody has seen is a distribution, never zero', () => {
    const today = sedimentToday({ kind: 'unknown', drainClass: 'tertiary' }, classes, '2026-01-01');
    expect(meanOf(today)).toBeGreaterThan(0.1);
    expect(today.most).toBeGreaterThan(today.least);
  });

  test('grows since it was seen, and so does the doubt', () => {
    const seen = { kind: 'inspected' as const, fraction: 0.3, spread: 0.05, date: '2024-01-01', drainClass: 'tertiary' };
    const [then, now] = [sedimentToday(seen, classes, '2024-01-01'), sedimentToday(seen, classes, '2026-01-01')];
    expect(then.likely).toBeCloseTo(0.3, 12);
    expect(now.likely).toBeCloseTo(0.5, 2);
    expect(now.most - now.least).toBeGreaterThan(then.most - then.least);
  });

  test('never fills a drain wholly', () => {
    const seen = { kind: 'inspected' as const, fraction: 0.9, spread: 0.1, date: '2010-01-01', drainClass: 'tertiary' };
    expect(sedimentToday(seen, classes, '2026-01-01').most).toBe(0.95);
  });
});

test('samples lie within their distribution, one in each part of equal probability, the same for a seed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.integer(), (count, seed) => {
      const { fraction } = classes.tertiary;
      const drawn = latinHypercube([fraction], count, seed).map(([one]) => one!);
      const bounds = Array.from({ length: count + 1 }, (_, k) => quantileOf(fraction, k / count));
      drawn.toSorted((a, b) => a - b).forEach((one, k) => {
        expect(one).toBeGreaterThanOrEqual(bounds[k]! - 1e-12);
        expect(one).toBeLessThanOrEqual(bounds[k + 1]! + 1e-12);
      }); // prettier-ignore
      expect(latinHypercube([fraction], count, seed).map(([one]) => one!)).toEqual(drawn);
    }),
  );
});

test('yearly shares are the trapezium rule over probability', () => {
  expect(yearlyShares([2, 5, 10]).map((one) => Number(one.toFixed(6)))).toEqual([0.15, 0.2, 0.15]);
  expect(yearlyShares([5])).toEqual([0.2]);
  expect(() => yearlyShares([10, 5])).toThrow('rising');
});
