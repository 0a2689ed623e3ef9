import { describe, expect, test } from 'vitest';
import type { DrainageModel } from '../model/drainage-model.ts';
import { engineSimulator, type FloodOutcome } from './simulator.ts';
import { testCity, testStorm, testTide } from './test-city.ts';
import { WaterPrices } from './water-prices.ts';

/** One district under the test storm, with some drains silted (m), and the damage of a cubic metre at each node. */
function simulated(network: DrainageModel, silt: Readonly<Record<string, number>>, weights = network.nodes.map(() => 1)): FloodOutcome {
  const changes = Object.entries(silt).map(([link, sedimentDepth]) => ({ link, sedimentDepth, obstruction: null }));
  const weight = Float64Array.from(weights);
  const outcome = engineSimulator(network, [testStorm], [testTide]).simulate({ district: 0, storm: 0, tide: 0, changes, weight });
  if (outcome instanceof Promise) throw new Error('This simulator answers at once.');
  return outcome;
}

const volume = ({ floodVolume }: FloodOutcome): number => floodVolume.reduce((sum, one) => sum + one, 0);

/** Three drains in a row; the middle one takes most of the head. */
const row = testCity(
  [
    { name: 'top', from: 'A', to: 'B', width: 1.2 },
    { name: 'middle', from: 'B', to: 'C', width: 0.7 },
    { name: 'bottom', from: 'C', to: 'SEA', width: 1.6 },
  ],
  { A: 0.9, B: 0.6 },
);

describe('what a drain is worth if it carried more', () => {
  test('is about what a little less sediment in it spares', () => {
    const base = simulated(row, { middle: 0.1 });
    const less = simulated(row, { middle: 0.09 });
    // Conveyance of a rectangle b by h: b h (b h / (b + 2 h))^(2/3); the width is 0.7 m, the depth 0.9 and 0.91 m.
    const conveyance = (h: number): number => 0.7 * h * ((0.7 * h) / (0.7 + 2 * h)) ** (2 / 3);
    const spared = volume(base) - volume(less);
    const told = base.worth[1]! * (conveyance(0.91) / conveyance(0.9) - 1);
    expect(spared).toBeGreaterThan(5);
    expect(told / spared).toBeGreaterThan(0.6);
    expect(told / spared).toBeLessThan(1.6);
  });

  test('is most where the head is lost, and little below it', () => {
    const { worth } = simulated(row, {});
    expect(worth[1]).toBeGreaterThan(5 * Math.abs(worth[2]!));
  });

  test('is nothing where its water floods below anyhow, and less where more stands there', () => {
    const network = testCity(
      [
        { name: 'upper', from: 'A', to: 'B', width: 0.8 },
        { name: 'lower', from: 'B', to: 'SEA', width: 0.5 },
      ],
      { A: 1.5 },
    );
    const even = simulated(network, {});
    expect(Math.min(even.floodVolume[0]!, even.floodVolume[1]!)).toBeGreaterThan(10);
    expect(Math.abs(even.worth[0]!)).toBeLessThan(0.1 * even.worth[1]!);
    expect(simulated(network, {}, [1, 100, 1]).worth[0]).toBeLessThan(-10);
  });

  test('is nothing where nothing floods', () => {
    expect([...simulated(testCity([{ name: 'only', from: 'A', to: 'SEA' }], { A: 0.2 }), {}).worth]).toEqual([0]);
  });
});

describe('prices of water', () => {
  const tree = (linkBelow: readonly number[], nodeBelow: readonly number[]) => ({
    linkBelow: Int32Array.from(linkBelow),
    nodeBelow: Int32Array.from(nodeBelow),
    areaAbove: new Float64Array(nodeBelow.length),
  });
  const solved = (prices: WaterPrices, conductance: readonly number[], set: readonly number[]): number[] => {
    prices.feltByFrom.set(conductance);
    prices.feltByTo.set(conductance);
    return [...prices.solve(Float64Array.from(set))];
  };

  test('divide along a row as voltages do', () => {
    const prices = new WaterPrices(tree([0, 1, 2, -1], [1, 2, 3, -1]), Int32Array.of(0, 1, 2), Int32Array.of(1, 2, 3));
    const [, one, two] = solved(prices, [1, 2, 4], [7, Number.NaN, Number.NaN, 0]);
    expect(one).toBeCloseTo(7 * (0.75 / 1.75), 9);
    expect(two).toBeCloseTo(7 * (0.25 / 1.75), 9);
  });

  test('divide in a ring as well', () => {
    // 0 floods, 3 is the sea; from 1 there are two ways to 2.
    const prices = new WaterPrices(tree([0, 1, 2, -1], [1, 2, 3, -1]), Int32Array.of(0, 1, 2, 1), Int32Array.of(1, 2, 3, 2));
    const [, one, two] = solved(prices, [1, 1, 1, 1], [5, Number.NaN, Number.NaN, 0]);
    expect(one).toBeCloseTo(3, 2);
    expect(two).toBeCloseTo(2, 2);
  });

  test('do not pass back over a free fall', () => {
    const prices = new WaterPrices(tree([0, 1, -1], [1, 2, -1]), Int32Array.of(0, 1), Int32Array.of(1, 2));
    prices.feltByFrom.set([1, 1]);
    prices.feltByTo.set([0, 1]);
    expect([...prices.solve(Float64Array.of(9, Number.NaN, 0))]).toEqual([9, 0, 0]);
  });
});
