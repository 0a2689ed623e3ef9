import { describe, expect, test } from 'vitest';
import { rankCleaning } from './rank-cleaning.ts';
import { UnusableRanking } from './sediment-state.ts';
import { candidate, testCity, testOptions, testStorm, testTide } from './test-city.ts';

/** Two drains into the sea, side by side: one carries much and is little silted, the other is nearly dry and full of mud. */
const sideBySide = testCity(
  [
    { name: 'busy', from: 'B', to: 'SEA1' },
    { name: 'idle', from: 'I', to: 'SEA2' },
  ],
  { B: 1.2, I: 0.05 },
);
const both = [candidate('busy', 0.5), candidate('idle', 0.8)];
const rank = (network: Parameters<typeof rankCleaning>[0], list: Parameters<typeof rankCleaning>[3], budget: number, more = {}) =>
  rankCleaning(network, [testStorm], [testTide], list, budget, { ...testOptions, ...more });

describe('which drain first', () => {
  test('is the one that floods, not the fullest', async () => {
    const ranking = await rank(sideBySide, both, 60_000);
    expect(ranking.packages.map(({ links }) => links.map(({ link }) => link))).toEqual([['busy']]);
    expect(ranking.shareOfPossible).toBeGreaterThan(0.99);
    expect(ranking.cost).toBeCloseTo(60 * 0.5 * 1000 + 5000, 3);
    expect(ranking.packages[0]!.gain.floodVolume).toBeGreaterThan(100);
    expect(ranking.packages[0]!.links[0]!.sediment.date).toBe('2026-01-01');
  });

  test('is none where the money cleans none', async () => {
    const ranking = await rank(sideBySide, both, 10_000);
    expect(ranking.packages).toEqual([]);
    expect(ranking.cost).toBe(0);
    expect(ranking.gain.damage).toBe(0);
  });

  test('follows what stands at the nodes', async () => {
    const twins = testCity(
      [
        { name: 'houses', from: 'H', to: 'SEA1' },
        { name: 'fields', from: 'F', to: 'SEA2' },
      ],
      { H: 1.1, F: 1.2 },
    );
    const list = [candidate('houses', 0.5), candidate('fields', 0.5)];
    const plain = await rank(twins, list, 40_000);
    expect(plain.packages[0]!.links[0]!.link).toBe('fields');
    const damage = { ...testOptions.damage, stakes: [{ node: 'H', kind: 'houses', amount: 40 }], weights: { houses: 0.1 } };
    const weighed = await rank(twins, list, 40_000, { damage });
    expect(weighed.packages[0]!.links[0]!.link).toBe('houses');
    expect(weighed.gain.affected).toEqual({ houses: 40 });
  });
});

describe('a chain of two blocked links', () => {
  const chain = testCity(
    [
      { name: 'upper', from: 'A', to: 'B' },
      { name: 'lower', from: 'B', to: 'SEA', width: 1 },
    ],
    { A: 0.9 },
  );
  const list = [candidate('upper', 0.6), candidate('lower', 0.6)];

  test('is cleaned together, although neither spares much alone', async () => {
    const alone = await Promise.all(list.map((one) => rank(chain, [one], 1e6)));
    const ranking = await rank(chain, list, 1e6);
    expect(ranking.shareOfPossible).toBeGreaterThan(0.99);
    expect(ranking.packages.flatMap(({ links }) => links.map(({ link }) => link)).toSorted()).toEqual(['lower', 'upper']);
    expect(ranking.cost).toBeCloseTo(2 * 36_000 + 5000, 3);
    expect(alone.length).toBe(2);
    expect(ranking.packages[0]!.leftOut.damage).toBeGreaterThan(0);
  });
});

describe('owners', () => {
  const chain = testCity(
    [
      { name: 'ditch', from: 'A', to: 'B' },
      { name: 'canal', from: 'B', to: 'SEA' },
    ],
    { A: 0.3, B: 0.9 },
  );
  const list = [candidate('ditch', 0.3), candidate('canal', 0.6, { owner: 'BBWS' })];

  test('are asked for what only they may clean', async () => {
    const ranking = await rank(chain, list, 1e6, { owner: 'city' });
    expect(ranking.packages.every(({ owner }) => owner === 'city')).toBe(true);
    expect(ranking.handover).toHaveLength(1);
    const [letter] = ranking.handover;
    expect(letter!.owner).toBe('BBWS');
    expect(letter!.best[0]!.link).toBe('canal');
    expect(letter!.gain.floodVolume).toBeGreaterThan(ranking.gain.floodVolume);
    expect(ranking.allClean.floodVolume).toBeLessThan(ranking.allOwn.floodVolume);
  });
});

describe('an obstruction', () => {
  test.each([{ what: { kind: 'loss' as const, coefficient: 30 } }, { what: { kind: 'narrowing' as const, share: 0.6 } }])(
    'of kind $what.kind floods until it is removed',
    async ({ what }) => {
      const network = testCity([{ name: 'busy', from: 'B', to: 'SEA1' }], { B: 0.9 });
      const list = [candidate('busy', 0, { obstruction: { what, removalCost: 20_000 } })];
      const ranking = await rank(network, list, 30_000);
      expect(ranking.packages.map(({ links }) => links.map(({ action }) => action))).toEqual([['remove-obstruction']]);
      expect(ranking.cost).toBe(25_000);
      expect(ranking.gain.floodVolume).toBeGreaterThan(10);
    },
  );
});

describe('what is told', () => {
  test('has storm, tide and continuity beside every state', async () => {
    const ranking = await rank(sideBySide, both, 60_000);
    for (const state of [ranking.now, ranking.plan, ranking.allOwn, ranking.allClean]) {
      expect(state.scenarios.map(({ storm, tide }) => [storm, tide])).toEqual([['yearly', 'as built']]);
      expect(Math.abs(state.scenarios[0]!.continuityError)).toBeLessThan(0.02);
    }
    expect(ranking.rates).toEqual({ source: 'test', date: '2026-01-01' });
  });

  test('names nodes that get worse downstream', async () => {
    const narrow = testCity(
      [
        { name: 'upper', from: 'A', to: 'B', width: 1.2 },
        { name: 'lower', from: 'B', to: 'SEA', width: 0.55 },
      ],
      { A: 0.75 },
    );
    const ranking = await rank(narrow, [candidate('upper', 0.75)], 1e6, {
      damage: { stakes: [{ node: 'A', kind: 'houses', amount: 1 }], plainWeight: 1, weights: { houses: 100 }, floodedFrom: 1 },
    });
    expect(ranking.worse.map(({ node }) => node)).toEqual(['B']);
    expect(ranking.worse[0]!.floodVolumeAfter).toBeGreaterThan(ranking.worse[0]!.floodVolumeBefore);
  });

  test('has a range where nobody has looked, and warns of drains that are no candidates', async () => {
    const unknown = { ...candidate('busy', 0), sediment: { kind: 'unknown' as const, drainClass: 'any' } };
    const ranking = await rank(sideBySide, [unknown], 60_000, { sedimentSamples: 3, seed: 4 });
    const [low, , high] = ranking.sedimentRange!.floodVolume;
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeGreaterThan(low);
    expect(ranking.packages[0]!.links[0]!.sediment).toEqual({ least: 0.1, likely: 0.3, most: 0.5, date: null });
    expect(ranking.warnings.join()).toContain('1 conduits are no candidates');
  });

  test('is the same for the same seed', async () => {
    const options = { sedimentSamples: 2, seed: 9 };
    expect(await rank(sideBySide, both, 60_000, options)).toEqual(await rank(sideBySide, both, 60_000, options));
  });
});

describe('what cannot be ranked is refused with a reason', () => {
  test.each([
    [[candidate('nowhere', 0.2)], 'Candidate nowhere is no conduit'],
    [[candidate('busy', 0.2), candidate('busy', 0.2)], 'given twice'],
    [[candidate('busy', 0.2, { access: 'helicopter' })], 'no unit rate for access "helicopter"'],
    [[candidate('busy', 0.2, { sediment: { kind: 'unknown', drainClass: 'lost' } })], 'no drain class "lost"'],
  ])('%#', async (list, reason) => {
    await expect(rank(sideBySide, list, 1000)).rejects.toThrow(reason);
  });

  test('a budget that is no number', async () => {
    await expect(rank(sideBySide, both, Number.NaN)).rejects.toThrow(UnusableRanking);
  });
});
