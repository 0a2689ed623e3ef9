import { describe, expect, test } from 'vitest';
import { milestoneNetwork } from './milestone-network.ts';
import { normalQuantile } from './normal-distribution.ts';
import type { Programme } from './programme.ts';
import { seededRandom } from './seeded-random.ts';
import { drawRoom, simulate } from './simulate.ts';
import { drawPaces, slipAt, slipTable } from './slip-draws.ts';
import type { Belief } from './slip-model.ts';

const BELIEF: Belief = { mean: 0.25, variance: 0.09 };
const SIGMA = 0.45;

/** A part of a programme under way: one milestone long overdue, one just begun, two that wait for them. */
const UNDER_WAY: Programme = {
  id: 'p',
  unit: 'u',
  start: -60,
  due: 60,
  milestones: [
    { id: 'overdue', plannedFinish: -30, after: [], finished: null },
    { id: 'survey', plannedFinish: -15, after: [], finished: -8 },
    { id: 'begun', plannedFinish: 20, after: ['survey'], finished: null },
    { id: 'both', plannedFinish: 40, after: ['overdue', 'begun'], finished: null },
    { id: 'side', plannedFinish: 30, after: ['overdue'], finished: null },
  ],
};

function drawn(programme: Programme, draws: number): Float64Array {
  const network = milestoneNetwork(programme, 0);
  const room = drawRoom(draws);
  const paces = new Float64Array(draws);
  const running = network.milestones.flatMap(({ finished }, index) => {
    const begin = network.couldBegin[index] ?? null;
    return finished === null && begin !== null && begin < 0 ? [Math.log(-begin / network.plannedDays[index]!)] : [];
  });
  drawPaces(BELIEF, SIGMA, running, paces);
  simulate({ programme, network, today: 0, seed: 3, slips: { table: slipTable(SIGMA), sigma: SIGMA, paces } }, room);
  return room.finish.slice().sort();
}

/** The second, plain way: draw whole histories and throw away those in which a milestone still running had been reached. */
function byRejection(wanted: number): Float64Array {
  const next = seededRandom('rejection', 5);
  const normal = (): number => normalQuantile((next() + 0.5) / 2 ** 32);
  const finishes: number[] = [];
  while (finishes.length < wanted) {
    const pace = BELIEF.mean + Math.sqrt(BELIEF.variance) * normal();
    const days = (planned: number): number => planned * Math.exp(pace + SIGMA * normal());
    const overdue = -60 + days(30);
    const begun = -8 + days(35);
    if (overdue <= 0 || begun <= 0) continue;
    finishes.push(Math.max(Math.max(overdue, begun) + days(20), overdue + days(60)));
  }
  return Float64Array.from(finishes).sort();
}

describe('the draws', () => {
  test('are those that plain rejection gives, running milestones and what they tell of pace included', () => {
    const [ours, plain] = [drawn(UNDER_WAY, 40_000), byRejection(40_000)];
    for (const share of [0.05, 0.25, 0.5, 0.75, 0.85, 0.95]) {
      const index = Math.floor(share * 40_000);
      expect(Math.abs(ours[index]! / plain[index]! - 1), `at ${share}`).toBeLessThan(0.025);
    }
  });

  test('never finish before tomorrow what is not finished today', () => {
    expect(drawn(UNDER_WAY, 1_000)[0]).toBeGreaterThan(0);
    const stuck = { ...UNDER_WAY, start: -5_000 };
    const finishes = drawn(stuck, 1_000);
    expect(finishes[0]).toBeGreaterThan(0);
    expect(finishes.every(Number.isFinite)).toBe(true);
  });
});

test('the table grows, and has the mean and spread of its log-normal', () => {
  for (const sigma of [0.1, 0.5, 1]) {
    const table = slipTable(sigma);
    const values = Float64Array.from({ length: 1 << 18 }, (_, index) => slipAt(table, (index * 0x4000 + 0x2000) >>> 0));
    expect(values.every((value, index) => index === 0 || value >= values[index - 1]!)).toBe(true);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const square = values.reduce((sum, value) => sum + Math.log(value) ** 2, 0) / values.length;
    expect(mean / Math.exp(sigma ** 2 / 2)).toBeCloseTo(1, 2);
    expect(Math.sqrt(square) / sigma).toBeCloseTo(1, 2);
  }
});
