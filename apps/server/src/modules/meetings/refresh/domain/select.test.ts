import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotSelectable, selectWithin, type Selectable } from './select.ts';

const items = (maxLength: number): fc.Arbitrary<Selectable[]> =>
  fc.uniqueArray(
    fc.record({
      key: fc.string({ minLength: 1, maxLength: 4 }),
      value: fc.integer({ min: 0, max: 30 }),
      minutes: fc.integer({ min: 1, max: 12 }),
    }),
    { maxLength, selector: (one) => one.key },
  );
const total = (all: readonly Selectable[], keys: ReadonlySet<string>, of: 'value' | 'minutes'): number =>
  all.filter((one) => keys.has(one.key)).reduce((sum, one) => sum + one[of], 0);

/** Every subset, one after the other. */
function bestByForce(all: readonly Selectable[], minutes: number): { value: number; minutes: number } {
  let best = { value: 0, minutes: 0 };
  for (let mask = 0; mask < 2 ** all.length; mask += 1) {
    const chosen = all.filter((_, index) => (mask >> index) & 1);
    const used = chosen.reduce((sum, one) => sum + one.minutes, 0);
    const value = chosen.reduce((sum, one) => sum + one.value, 0);
    if (used <= minutes && (value > best.value || (value === best.value && used < best.minutes))) best = { value, minutes: used };
  }
  return best;
}

describe('selectWithin', () => {
  it('is as good as trying every subset, in no more time than needed', () => {
    fc.assert(
      fc.property(items(15), fc.integer({ min: 0, max: 60 }), (all, minutes) => {
        const keys = selectWithin(all, minutes);
        expect({ value: total(all, keys, 'value'), minutes: total(all, keys, 'minutes') }).toEqual(bestByForce(all, minutes));
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same for the same data in any order', () => {
    const shuffled = items(40).chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 0, max: 120 }), ([all, other], minutes) => {
        expect([...selectWithin(other, minutes)]).toEqual([...selectWithin(all, minutes)]);
      }),
    );
  });

  it('never takes more minutes than given, and more minutes never lose value', () => {
    fc.assert(
      fc.property(items(60), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 60 }), (all, minutes, more) => {
        const [few, many] = [selectWithin(all, minutes), selectWithin(all, minutes + more)];
        expect(total(all, few, 'minutes')).toBeLessThanOrEqual(minutes);
        expect(total(all, many, 'value')).toBeGreaterThanOrEqual(total(all, few, 'value'));
      }),
    );
  });

  it('beats taking the dearest first', () => {
    const all = [
      { key: 'a', value: 10, minutes: 10 },
      { key: 'b', value: 6, minutes: 5 },
      { key: 'c', value: 6, minutes: 5 },
    ];
    expect([...selectWithin(all, 10)]).toEqual(['b', 'c']);
  });

  it('prefers the earliest keys among equals', () => {
    const all = ['d', 'b', 'c', 'a'].map((key) => ({ key, value: 5, minutes: 3 }));
    expect([...selectWithin(all, 7)]).toEqual(['a', 'b']);
  });

  it('refuses what it could not select exactly', () => {
    for (const one of [
      { key: 'a', value: 1.5, minutes: 1 },
      { key: 'a', value: 1, minutes: 0 },
      { key: 'a', value: -1, minutes: 1 },
    ])
      expect(() => selectWithin([one], 10)).toThrow(NotSelectable);
  });
});
