import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidScoring } from './refusals.ts';
import { brierGain, brierScore, calibrationBins } from './scoring.ts';

const anyScored = fc.array(fc.record({ chance: fc.double({ min: 0, max: 1, noNaN: true }), isOnTime: fc.boolean() }), {
  minLength: 1,
  maxLength: 200,
});

describe('the Brier score', () => {
  test('of known cases', () => {
    expect(brierScore([{ chance: 1, isOnTime: true }]).score).toBe(0);
    expect(brierScore([{ chance: 1, isOnTime: false }]).score).toBe(1);
    expect(
      brierScore([
        { chance: 0.8, isOnTime: true },
        { chance: 0.4, isOnTime: false },
      ]).score,
    ).toBeCloseTo(0.1, 12);
  });

  test('is what its parts make', () => {
    fc.assert(
      fc.property(anyScored, (scored) => {
        const { score, reliability, resolution, uncertainty, withinBins, count } = brierScore(scored);
        expect(reliability - resolution + uncertainty + withinBins).toBeCloseTo(score, 12);
        expect(Math.min(reliability, resolution, uncertainty)).toBeGreaterThanOrEqual(0);
        expect(count).toBe(scored.length);
      }),
    );
  });

  test('leaves nothing within bins where each bin has one chance (Murphy 1973)', () => {
    const scored = Array.from({ length: 100 }, (_, index) => ({ chance: ((index % 10) + 0.5) / 10, isOnTime: index % 3 === 0 }));
    expect(brierScore(scored).withinBins).toBeCloseTo(0, 12);
  });
});

test('bins hold every case once, and the share that came', () => {
  fc.assert(
    fc.property(anyScored, (scored) => {
      const bins = calibrationBins(scored);
      expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(scored.length);
      for (const bin of bins) {
        expect(bin.meanChance).toBeGreaterThanOrEqual(bin.from - 1e-12);
        expect(bin.meanChance).toBeLessThanOrEqual(bin.to + 1e-12);
        expect(bin.low).toBeLessThanOrEqual(bin.onTimeShare + 1e-12);
        expect(bin.high).toBeGreaterThanOrEqual(bin.onTimeShare - 1e-12);
      }
    }),
  );
  // Wilson's limits for 8 of 10: 0.4902 to 0.9433.
  const [bin] = calibrationBins(Array.from({ length: 10 }, (_, index) => ({ chance: 0.75, isOnTime: index < 8 })));
  expect([bin?.low, bin?.high].map((limit) => limit?.toFixed(4))).toEqual(['0.4902', '0.9433']);
});

describe('a gain over a rival', () => {
  const cases = Array.from({ length: 80 }, (_, index) => {
    const isOnTime = index % 2 === 0;
    return { programme: `p${index >> 1}`, isOnTime, chance: isOnTime ? 0.7 : 0.3, rival: 0.5 };
  });

  test('is the difference of scores, the same each time, within its limits', () => {
    const gain = brierGain(cases);
    expect(gain.gain).toBeCloseTo(0.25 - 0.09, 12);
    expect(brierGain(cases)).toEqual(gain);
    expect(brierGain(cases.map((one) => ({ ...one, chance: one.rival, rival: one.chance }))).gain).toBeCloseTo(-gain.gain, 12);
  });

  test('is less sure when the cases are of few programmes', () => {
    const noisy = cases.map((one, index) => ({ ...one, chance: ((index * 37) % 80) / 80 }));
    const width = (list: typeof cases): number => brierGain(list).high - brierGain(list).low;
    const repeated = [...noisy, ...noisy];
    expect(width(repeated.map((one, index) => ({ ...one, programme: `q${index}` })))).toBeLessThan(width(repeated));
  });
});

test.each([Number.NaN, -0.1, 1.1, Number.POSITIVE_INFINITY])('a chance of %d is refused', (chance) => {
  expect(() => brierScore([{ chance, isOnTime: true }])).toThrow(InvalidScoring);
  expect(() => brierGain([{ programme: 'p', chance: 0.5, rival: chance, isOnTime: true }])).toThrow(InvalidScoring);
});

test('nothing is refused a score', () => {
  expect(() => brierScore([])).toThrow(InvalidScoring);
});
