import { describe, expect, test } from 'vitest';
import { fitSlipModel } from './fit-slip-model.ts';
import { normalQuantile } from './normal-distribution.ts';
import { seededRandom } from './seeded-random.ts';
import { hasEnoughHistory, paceOf } from './slip-model.ts';
import type { SlipRecord } from './slip-record.ts';

/** Records drawn from the three levels the model assumes, so that it must find the numbers back. */
function drawnRecords(
  truth: { mean: number; unit: number; programme: number; milestone: number },
  cutAt = Number.POSITIVE_INFINITY,
): SlipRecord[] {
  const next = seededRandom('drawn records', 1);
  const normal = (deviation: number): number => deviation * normalQuantile((next() + 0.5) / 2 ** 32);
  const records: SlipRecord[] = [];
  for (let unit = 0; unit < 60; unit++) {
    const ofUnit = truth.mean + normal(truth.unit);
    for (let programme = 0; programme < 8; programme++) {
      const ofProgramme = ofUnit + normal(truth.programme);
      for (let milestone = 0; milestone < 2 + (programme % 5) * 3; milestone++) {
        const value = ofProgramme + normal(truth.milestone);
        records.push({ unit: `u${unit}`, programme: `u${unit}p${programme}`, logRatio: Math.min(value, cutAt), isRunning: value > cutAt });
      }
    }
  }
  return records;
}

describe('a model', () => {
  const truth = { mean: 0.3, unit: 0.25, programme: 0.2, milestone: 0.4 };

  test('finds back what the history was drawn from', () => {
    const model = fitSlipModel(drawnRecords(truth));
    expect(Math.abs(model.city.mean - truth.mean)).toBeLessThan(0.08);
    expect(Math.abs(Math.sqrt(model.unitVariance) - truth.unit)).toBeLessThan(0.06);
    expect(Math.abs(Math.sqrt(model.programmeVariance) - truth.programme)).toBeLessThan(0.04);
    expect(Math.abs(Math.sqrt(model.milestoneVariance) - truth.milestone)).toBeLessThan(0.03);
  });

  test('is not fooled by the slow ones still running', () => {
    const cut = drawnRecords(truth, 0.4);
    const quickOnly = fitSlipModel(cut.filter((record) => !record.isRunning));
    const withRunning = fitSlipModel(cut);
    expect(quickOnly.city.mean).toBeLessThan(0.15);
    expect(Math.abs(withRunning.city.mean - truth.mean)).toBeLessThan(0.08);
    expect(Math.abs(Math.sqrt(withRunning.milestoneVariance) - truth.milestone)).toBeLessThan(0.05);
  });

  test('is the same from records in any order', () => {
    const records = drawnRecords(truth).slice(0, 600);
    expect(paceOf(fitSlipModel(records.toReversed()), { id: 'new', unit: 'u1' }, [0.5])).toEqual(
      paceOf(fitSlipModel(records), { id: 'new', unit: 'u1' }, [0.5]),
    );
  });

  test('says when there is not enough, and is finite even then', () => {
    const few = drawnRecords(truth).slice(0, 18);
    for (const records of [[], few, few.map((record) => ({ ...record, isRunning: true }))]) {
      const model = fitSlipModel(records);
      expect(hasEnoughHistory(model)).toBe(false);
      expect(Number.isFinite(paceOf(model, { id: 'p', unit: 'u0' }, []).programme.mean)).toBe(true);
    }
    expect(hasEnoughHistory(fitSlipModel(drawnRecords(truth)))).toBe(true);
  });
});

describe('pace', () => {
  const model = fitSlipModel(drawnRecords({ mean: 0.3, unit: 0.25, programme: 0.2, milestone: 0.4 }));

  test('of little history is drawn towards the wider level, of much stays its own', () => {
    const stranger = { id: 'p', unit: 'unknown' };
    const means = [0, 1, 5, 50].map(
      (count) =>
        paceOf(
          model,
          stranger,
          Array.from({ length: count }, () => 1),
        ).programme,
    );
    expect(means[0]?.mean).toBeCloseTo(model.city.mean, 10);
    for (const [index, belief] of means.entries()) {
      if (index === 0) continue;
      expect(belief.mean).toBeGreaterThan(means[index - 1]!.mean);
      expect(belief.variance).toBeLessThan(means[index - 1]!.variance);
    }
    expect(means[3]!.mean).toBeGreaterThan(0.95);
  });

  test('of a programme does not count its own milestones twice', () => {
    const inHistory = fitSlipModel([
      ...drawnRecords({ mean: 0.3, unit: 0.25, programme: 0.2, milestone: 0.4 }),
      ...Array.from({ length: 5 }, (): SlipRecord => ({ unit: 'u1', programme: 'own', logRatio: 1.2, isRunning: false })),
    ]);
    const own = paceOf(inHistory, { id: 'own', unit: 'u1' }, [1.2, 1.2, 1.2, 1.2, 1.2]);
    const other = paceOf(inHistory, { id: 'other', unit: 'u1' }, []);
    expect(own.unit.mean).toBeLessThan(other.unit.mean);
    expect(own.unit.records).toBe(other.unit.records - 5);
  });
});
