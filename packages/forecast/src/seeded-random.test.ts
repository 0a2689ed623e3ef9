import { expect, test } from 'vitest';
import { fillRandom, randomState, seededRandom } from './seeded-random.ts';

function stream(name: string, seed: number, count = 8): number[] {
  const numbers = new Uint32Array(count);
  fillRandom(randomState(name, seed), numbers);
  return [...numbers];
}

test('a stream is its name and seed', () => {
  expect(stream('p1/m1', 1)).toEqual(stream('p1/m1', 1));
  expect(stream('p1/m1', 1)).not.toEqual(stream('p1/m1', 2));
  expect(stream('p1/m1', 1)).not.toEqual(stream('p1/m2', 1));
  const next = seededRandom('p1/m1', 1);
  expect(Array.from({ length: 8 }, next)).toEqual(stream('p1/m1', 1));
});

test('numbers fill their range evenly, and near names have nothing in common', () => {
  const count = 64_000;
  const [one, other] = [stream('p1/m1', 1, count), stream('p1/m2', 1, count)];
  const cells = Array.from({ length: 64 }, () => 0);
  for (const number of one) cells[number >>> 26]!++;
  const chiSquare = cells.reduce((sum, hits) => sum + (hits - 1000) ** 2 / 1000, 0);
  // 63 degrees of freedom: 95 % below 82.5, all but one in a thousand below 103.4.
  expect(chiSquare).toBeLessThan(103.4);
  const middle = 2 ** 31;
  const agree = one.filter((number, index) => number > middle === other[index]! > middle).length;
  expect(Math.abs(agree / count - 0.5)).toBeLessThan(0.01);
});
