import { expect, test } from 'vitest';
import { alternatingBlocks, idfStorm, mononobeIntensity, mononobeStorm, rationalPeak } from './design-storm.ts';

test('Mononobe over a day is the daily rain', () => {
  expect(mononobeIntensity(120, 24)).toBeCloseTo(5, 12);
  expect(mononobeIntensity(120, 1)).toBeCloseTo(5 * 24 ** (2 / 3), 12);
  expect(() => mononobeIntensity(120, 0)).toThrow('above 0');
});

test('alternating blocks keep the depth, peak in the middle and fall to both sides', () => {
  const { depthsMm } = mononobeStorm(120, 360, 10);
  expect(depthsMm).toHaveLength(36);
  expect(depthsMm.reduce((sum, depth) => sum + depth, 0)).toBeCloseTo(mononobeIntensity(120, 6) * 6, 9);
  const peak = depthsMm.indexOf(Math.max(...depthsMm));
  expect(peak).toBe(17);
  for (let k = 1; k <= peak; k++) expect(depthsMm[k]!).toBeGreaterThan(depthsMm[k - 1]!);
  for (let k = peak + 1; k < 36; k++) expect(depthsMm[k]!).toBeLessThan(depthsMm[k - 1]!);
  expect(() => alternatingBlocks(() => 1, 5, 60)).toThrow('no block');
});

test('a table of intensities gives the depth of its duration', () => {
  const table = { source: 'test', durationsMinutes: [5, 60, 360], intensitiesMmPerHour: { '10': [180, 80, 24] } };
  const { depthsMm } = idfStorm(table, 10, 60, 5);
  expect(depthsMm.reduce((sum, depth) => sum + depth, 0)).toBeCloseTo(80, 9);
  expect(() => idfStorm(table, 25, 60, 5)).toThrow('25 years');
  for (const wrong of [{ durationsMinutes: [5, 60] }, { durationsMinutes: [60, 5, 360] }, { intensitiesMmPerHour: { '10': [180, 0, 24] } }])
    expect(() => idfStorm({ ...table, ...wrong }, 10, 60, 5)).toThrow('rising durations');
});

test('the rational method', () => {
  expect(rationalPeak(0.7, 60, 0.5)).toBeCloseTo(0.278 * 0.7 * 60 * 0.5, 2);
});
