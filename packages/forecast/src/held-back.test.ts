import { describe, expect, test } from 'vitest';
import { asOf, heldBackForecasts } from './held-back.ts';
import { fitLogistic } from './rivals.ts';
import { brierGain } from './scoring.ts';
import { syntheticHistory } from './testing/synthetic-history.ts';

const plan = { seed: 11, programmes: 500, units: 40, milestones: [4, 12], span: 1_000 } as const;
const history = syntheticHistory(plan);
const request = { days: [450, 500, 550, 600, 650, 700, 750], until: history.until, seed: 1, draws: 500 };
const cases = heldBackForecasts({ ...request, programmes: history.programmes });

describe('forecasts held back', () => {
  test('know nothing of what came later', () => {
    const altered = history.programmes.map((programme) => ({
      ...programme,
      milestones: programme.milestones.map((one) => ({
        ...one,
        finished: one.finished !== null && one.finished > 450 ? null : one.finished,
      })),
      claims: programme.claims.map((claim) => (claim.day > 450 ? { ...claim, share: 0 } : claim)),
    }));
    const known = ({ programme, chance, baseRate, fromPercentDone }: (typeof cases)[number]): unknown => ({
      programme,
      chance,
      baseRate,
      fromPercentDone,
    });
    const first = cases.filter((one) => one.day === 450).map(known);
    expect(first.length).toBeGreaterThan(10);
    expect(heldBackForecasts({ ...request, days: [450], programmes: altered }).map(known)).toEqual(first);
  });

  test('take only programmes then open and by now due', () => {
    for (const one of cases) {
      const programme = history.programmes.find(({ id }) => id === one.programme)!;
      expect(programme.due).toBeGreaterThan(one.day);
      expect(programme.due).toBeLessThanOrEqual(history.until);
      expect(asOf(programme, one.day).milestones.some(({ finished }) => finished === null)).toBe(true);
    }
  });

  test('beat both rivals on a history that has something to learn', () => {
    for (const rival of ['baseRate', 'fromPercentDone'] as const) {
      expect(brierGain(cases.map((one) => ({ ...one, rival: one[rival] }))).low, rival).toBeGreaterThan(0);
    }
  });

  test('are none where history is not enough', () => {
    expect(heldBackForecasts({ ...request, programmes: history.programmes.slice(0, 8) })).toEqual([]);
    expect(heldBackForecasts({ ...request, programmes: [] })).toEqual([]);
  });
});

test('a logistic finds back what decides', () => {
  const rows = Array.from({ length: 400 }, (_, index) => ({
    features: [(index % 20) / 10 - 1, (index % 7) / 7],
    isOnTime: index % 20 > 9,
  }));
  const chance = fitLogistic(rows);
  expect(chance([0.8, 0.5])).toBeGreaterThan(0.9);
  expect(chance([-0.8, 0.5])).toBeLessThan(0.1);
  expect(fitLogistic([{ features: [1], isOnTime: true }])([1])).toBeGreaterThan(0.5);
});

test('a synthetic history is marked, the same for its seed, and another for another', () => {
  expect(history.isSynthetic).toBe(true);
  expect(history.programmes.every(({ id, unit }) => id.startsWith('synthetic-') && unit.startsWith('synthetic-'))).toBe(true);
  expect(syntheticHistory(plan)).toEqual(history);
  expect(syntheticHistory({ ...plan, seed: 12 })).not.toEqual(history);
});
