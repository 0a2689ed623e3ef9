import fc from 'fast-check';
import { expect, test } from 'vitest';
import { depthRoot, reservoirDepth } from './overland-flow.ts';

/** The same by Runge and Kutta's method in very many steps that shorten towards a beginning from nothing. */
function byManySteps(x0: number, supply: number, alpha: number, dt: number): number {
  const rate = (x: number): number => supply - alpha * Math.max(0, x) ** (5 / 3);
  const count = 20_000;
  let x = x0;
  let before = 0;
  for (let k = 1; k <= count; k++) {
    const time = dt * (k / count) ** 2;
    const h = time - before;
    before = time;
    const k1 = rate(x);
    const k2 = rate(x + (h / 2) * k1);
    const k3 = rate(x + (h / 2) * k2);
    x = Math.max(0, x + (h / 6) * (k1 + 2 * k2 + 2 * k3 + rate(x + h * k3)));
  }
  return x;
}

test('a reservoir is where very many small steps lead, however long the step', () => {
  const logarithm = (low: number, high: number): fc.Arbitrary<number> =>
    fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);
  fc.assert(
    fc.property(
      fc.oneof(fc.constant(0), logarithm(1e-5, 0.05)),
      fc.oneof(
        fc.constant(0),
        logarithm(1e-7, 1e-4),
        logarithm(1e-8, 1e-5).map((pace) => -pace),
      ),
      logarithm(0.005, 5),
      logarithm(1, 900),
      (depth, supply, alpha, dt) => {
        const own = reservoirDepth(depth, Math.cbrt(depth), supply, alpha, dt);
        expect(Math.abs(own - byManySteps(depth, supply, alpha, dt))).toBeLessThan(2e-5 * own + 2e-8);
        expect(Math.abs(depthRoot[0]! ** 3 - own)).toBeLessThan(1e-5 * own + 2e-8);
      },
    ),
    { numRuns: 150, seed: 5 },
  );
});

test('two steps lead where one does', () => {
  const root = (): number => depthRoot[0]!;
  const half = reservoirDepth(0.004, Math.cbrt(0.004), 1e-5, 0.3, 60);
  const whole = reservoirDepth(0.004, Math.cbrt(0.004), 1e-5, 0.3, 150);
  reservoirDepth(0.004, Math.cbrt(0.004), 1e-5, 0.3, 60);
  expect(reservoirDepth(half, root(), 1e-5, 0.3, 90) / whole).toBeCloseTo(1, 6);
});
