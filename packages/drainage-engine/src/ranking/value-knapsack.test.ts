import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureCandidates } from './candidate.ts';
import { SiteCost } from './site-cost.ts';
import { candidate, testCity, testOptions, type TestDrain } from './test-city.ts';
import { filledByValue } from './value-knapsack.ts';

/** Drains side by side, so that each is a site of 5 000 and 36 000 Rupiah at a fill of 0.6. */
function side(fractions: readonly number[]) {
  const drains = fractions.map((_, i): TestDrain => ({ name: `L${i}`, from: `N${i}`, to: `SEA${i}` }));
  const { drains: measured, actions } = measureCandidates(
    testCity(drains, {}),
    drains.map(({ name }, i) => candidate(name, fractions[i]!)),
    testOptions,
  );
  return { eligible: actions.map((_, a) => a), cost: new SiteCost(actions, measured) };
}

test('a dear action is taken in the place of cheaper ones that are better for money but worth less together', () => {
  const { eligible, cost } = side([0.1, 0.8, 0.1]);
  const budget = cost.of([1]) + 1;
  const values = [20, 60, 1];
  const filled = filledByValue({ eligible, cost, budget }, (action) => values[action]!);
  expect(20 / cost.of([0])).toBeGreaterThan(60 / cost.of([1]));
  expect(filled.actions).toEqual([1]);
  expect(filled.lastGain).toBeGreaterThan(0);
});

test('the budget is never passed, and no single action would have been worth more', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ fraction: fc.double({ min: 0.05, max: 0.8, noNaN: true }), value: fc.nat({ max: 50 }) }), {
        minLength: 1,
        maxLength: 12,
      }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (list, share) => {
        const { eligible, cost } = side(list.map(({ fraction }) => fraction));
        const budget = share * cost.of(eligible);
        const value = (action: number): number => list[action]!.value;
        const { actions } = filledByValue({ eligible, cost, budget }, value);
        expect(cost.of(actions)).toBeLessThanOrEqual(budget + 1e-3);
        expect(new Set(actions).size).toBe(actions.length);
        const total = actions.reduce((sum, action) => sum + value(action), 0);
        for (const action of eligible) if (cost.of([action]) <= budget) expect(total).toBeGreaterThanOrEqual(value(action));
      },
    ),
  );
});
