import { describe, expect, test } from 'vitest';
import { allCases } from './all-cases.ts';
import { judgeCase } from './judge-case.ts';

/** The two large cities are left to the command that writes the page. */
const quick = allCases.filter(({ name }) => !name.startsWith('city-1000'));

describe('against SWMM 5.2', () => {
  test('there are at least sixty cases, each under its own name', () => {
    expect(allCases.length).toBeGreaterThanOrEqual(60);
    expect(new Set(allCases.map(({ name }) => name)).size).toBe(allCases.length);
  });

  test.each(quick.map((one) => [one.name, one.pins, one] as const))('%s: %s', async (_, __, one) => {
    const { misses, isOracleSound } = await judgeCase(one);
    expect(isOracleSound ? misses : []).toEqual([]);
  });
});
