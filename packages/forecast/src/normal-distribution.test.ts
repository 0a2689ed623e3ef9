import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logUpperTail, normalHazard, normalQuantile, upperTail } from './normal-distribution.ts';

// From NIST's tables and, beyond 6, from Abramowitz & Stegun table 26.2.
test.each([
  [0, 0.5],
  [1, 0.15865525393145707],
  [1.959963984540054, 0.025],
  [-1, 0.8413447460685429],
  [6, 9.865876450376981e-10],
  [10, 7.619853024160527e-24],
])('above %d lies %d', (z, share) => {
  expect(upperTail(z) / share).toBeCloseTo(1, 6);
});

test('a quantile and its share are one another’s reverse', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1 - 1e-9, noNaN: true }), (share) => {
      expect(upperTail(-normalQuantile(share)) / share).toBeCloseTo(1, 6);
    }),
  );
});

test('logarithm and hazard go on where the share is too small to be written', () => {
  expect(logUpperTail(3)).toBeCloseTo(Math.log(upperTail(3)), 10);
  expect(logUpperTail(7.001)).toBeCloseTo(logUpperTail(6.999) - 0.002 * normalHazard(7), 5);
  expect(logUpperTail(50)).toBeCloseTo(-1254.8313611394, 6);
  expect(normalHazard(0)).toBeCloseTo(Math.sqrt(2 / Math.PI), 10);
  expect(normalHazard(100)).toBeCloseTo(100.01, 3);
  expect(normalHazard(-50)).toBe(0);
});
