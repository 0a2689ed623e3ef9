import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heatStep } from './heat-step.ts';

test.each([
  [0, 10, 0],
  [1, 153, 1],
  [2, 10, 1],
  [3, 10, 2],
  [10, 10, 5],
  [99, 10, 5],
  [-4, 10, 0],
  [Number.NaN, 10, 0],
  [4, 0, 0],
])('%d of %d is step %d', (value, max, step) => {
  expect(heatStep(value, max)).toBe(step);
});

test('more is never paler', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), fc.integer({ min: 1, max: 500 }), (one, other, max) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      expect(heatStep(less, max)).toBeLessThanOrEqual(heatStep(more, max));
    }),
  );
});
