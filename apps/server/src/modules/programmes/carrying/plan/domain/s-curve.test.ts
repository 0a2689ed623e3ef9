import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestByDay, progressCurve, sumByDate, valueAt } from './s-curve.ts';

const day = fc.integer({ min: 0, max: 900 }).map((offset) => new Date(Date.UTC(2022, 0, 1 + offset)).toISOString().slice(0, 10));
const milestone = fc.record({ weight: fc.integer({ min: 1, max: 1000 }), on: fc.option(day) });

describe('the curve of progress', () => {
  it('never falls, begins where the work begins, and ends at the share that is dated', () => {
    fc.assert(
      fc.property(fc.array(milestone, { minLength: 1, maxLength: 40 }), day, (milestones, from) => {
        const curve = progressCurve(milestones, from);
        for (let at = 1; at < curve.length; at += 1) {
          expect(curve[at]!.on > curve[at - 1]!.on).toBe(true);
          expect(curve[at]!.percent).toBeGreaterThan(curve[at - 1]!.percent);
        }
        expect(curve[0]!.on <= from || milestones.every((one) => one.on === null)).toBe(true);
        const whole = milestones.reduce((sum, one) => sum + one.weight, 0);
        const dated = milestones.filter((one) => one.on !== null).reduce((sum, one) => sum + one.weight, 0);
        expect(curve.at(-1)!.percent).toBeCloseTo((100 * dated) / whole, 9);
      }),
    );
  });

  it('stands at every date where adding up by hand stands', () => {
    fc.assert(
      fc.property(fc.array(milestone, { minLength: 1, maxLength: 20 }), day, (milestones, from) => {
        const whole = milestones.reduce((sum, one) => sum + one.weight, 0);
        for (const { on, percent } of progressCurve(milestones, from)) {
          const done = milestones.filter((one) => one.on !== null && one.on <= on).reduce((sum, one) => sum + one.weight, 0);
          expect(percent).toBeCloseTo((100 * done) / whole, 9);
        }
      }),
    );
  });

  it('is nothing where nothing is planned', () => {
    expect(progressCurve([], '2022-03-01')).toEqual([]);
  });
});

describe('money of several lines', () => {
  const line = fc.uniqueArray(fc.record({ on: day, amount: fc.integer({ min: 0, max: 9e12 }) }), {
    selector: (one) => one.on,
    maxLength: 8,
  });
  it('sums on every date what each line said last', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        for (const { on, amount } of sumByDate(lines)) {
          const last = lines.map(
            (points) => points.filter((one) => one.on <= on).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0]?.amount ?? 0,
          );
          expect(amount).toBe(last.reduce((sum, one) => sum + one, 0));
        }
      }),
    );
  });
});

describe('a trajectory', () => {
  const points = [
    { on: '2022-01-01', value: 10 },
    { on: '2022-01-11', value: 30 },
    { on: '2022-03-01', value: 20 },
  ];
  it('is straight between its points and stands still outside', () => {
    expect(valueAt(points, '2021-01-01')).toBe(10);
    expect(valueAt(points, '2022-01-06')).toBe(20);
    expect(valueAt(points, '2022-01-11')).toBe(30);
    expect(valueAt(points, '2030-01-01')).toBe(20);
    expect(valueAt([], '2022-01-01')).toBeNull();
  });
});

describe('several words about one day', () => {
  it('the last said counts, whatever the order they are read in', () => {
    const word = (on: string, at: string, id: string) => ({ on, at: new Date(at), id });
    const said = [word('2022-03-01', '2022-03-02', 'a'), word('2022-02-01', '2022-03-03', 'b'), word('2022-03-01', '2022-03-05', 'c')];
    expect(latestByDay(said.toReversed()).map((one) => one.id)).toEqual(['b', 'c']);
  });
});
