import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitSlipModel } from './fit-slip-model.ts';
import { forecastProgramme, forecastProgrammes, type Forecast } from './forecast.ts';
import type { Programme } from './programme.ts';
import { DuplicateId, InvalidDraws } from './refusals.ts';
import { slipRecords, type SlipRecord } from './slip-record.ts';
import { anyProgramme } from './testing/any-programme.ts';
import { syntheticHistory } from './testing/synthetic-history.ts';

const history = syntheticHistory({ seed: 7, programmes: 60, units: 12, milestones: [4, 12], span: 600 });
const records = history.programmes.flatMap((programme) => slipRecords(programme, history.until));
const model = fitSlipModel(records);
const basis = { today: 0, model, seed: 1, draws: 500 };

function chanceOf(forecast: Forecast): number {
  return forecast.outcome === 'forecast' ? forecast.chance : Number(forecast.outcome === 'finished' && forecast.isOnTime);
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

const BUILD: Programme = {
  id: 'p1',
  unit: 'synthetic-unit-1',
  start: -40,
  due: 70,
  milestones: [
    { id: 'design', plannedFinish: -20, after: [], finished: -14 },
    { id: 'build', plannedFinish: 30, after: ['design'], finished: null },
    { id: 'open', plannedFinish: 40, after: ['build'], finished: null },
  ],
};

describe('a forecast', () => {
  test('of a plain case', () => {
    const forecast = forecastProgramme(BUILD, { ...basis, draws: 10_000 });
    expect(forecast).toMatchObject({ outcome: 'forecast', programme: 'p1', basis: { programme: 1, city: model.finishedMilestones } });
    if (forecast.outcome !== 'forecast') return;
    // Both that are left at the pace of this city, 1.3 of the plan: day 65 or so, on either side of the due day.
    expect(forecast.chance).toBeGreaterThan(0.3);
    expect(forecast.chance).toBeLessThan(0.7);
    expect(forecast.day50).toBeGreaterThan(55);
    expect(forecast.day50).toBeLessThan(80);
    expect(forecast.day85).toBeGreaterThan(forecast.day50);
    expect(forecast.reasons.length).toBeGreaterThan(0);
  });

  test('is the same for the same seed, alone and among others, and another for another seed', () => {
    const other = { ...BUILD, id: 'p2' };
    expect(forecastProgrammes([other, BUILD], basis)[1]).toEqual(forecastProgramme(BUILD, basis));
    const chances = [1, 2, 3, 4, 5].map((seed) => chanceOf(forecastProgramme(BUILD, { ...basis, seed })));
    expect(new Set(chances).size).toBeGreaterThan(1);
  });

  test('has only finite numbers, in their bounds, for any programme', () => {
    fc.assert(
      fc.property(anyProgramme, (programme) => {
        const forecast = forecastProgramme(programme, basis);
        expect(numbersIn(forecast).every(Number.isFinite)).toBe(true);
        if (forecast.outcome !== 'forecast') return;
        expect(forecast.chance).toBeGreaterThanOrEqual(0);
        expect(forecast.chance).toBeLessThanOrEqual(1);
        expect(forecast.day50).toBeGreaterThan(0);
        expect(forecast.day85).toBeGreaterThanOrEqual(forecast.day50);
        expect(Number.isInteger(forecast.day50) && Number.isInteger(forecast.day85)).toBe(true);
        expect(forecast.reasons.length).toBeLessThanOrEqual(3);
        if (programme.due <= 0) expect(forecast.chance).toBe(0);
      }),
    );
  });

  test('does not depend on the order of milestones, nor of what they wait for', () => {
    const shuffled = anyProgramme.chain((programme) =>
      fc.record({
        programme: fc.constant(programme),
        milestones: fc
          .shuffledSubarray([...programme.milestones], { minLength: programme.milestones.length })
          .map((list) => list.map((one) => ({ ...one, after: one.after.toReversed() }))),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ programme, milestones }) => {
        expect(forecastProgramme({ ...programme, milestones }, basis)).toEqual(forecastProgramme(programme, basis));
      }),
    );
  });

  test('moves with the days: the same on a scale that begins elsewhere', () => {
    fc.assert(
      fc.property(anyProgramme, fc.integer({ min: -5_000, max: 5_000 }), (programme, by) => {
        const moved: Programme = {
          ...programme,
          start: programme.start + by,
          due: programme.due + by,
          milestones: programme.milestones.map((one) => ({
            ...one,
            plannedFinish: one.plannedFinish + by,
            finished: one.finished === null ? null : one.finished + by,
          })),
        };
        const [here, there] = [forecastProgramme(programme, basis), forecastProgramme(moved, { ...basis, today: by })];
        expect(Math.abs(chanceOf(here) - chanceOf(there))).toBeLessThanOrEqual(1 / basis.draws);
      }),
    );
  });
});

describe('the chance', () => {
  test('is not lower for a later due day', () => {
    fc.assert(
      fc.property(anyProgramme, fc.nat(300), (programme, later) => {
        const chance = chanceOf(forecastProgramme(programme, basis));
        expect(chanceOf(forecastProgramme({ ...programme, due: programme.due + later }, basis))).toBeGreaterThanOrEqual(chance);
      }),
    );
  });

  test('is not higher in any programme when all history was slower by the same factor', () => {
    const slower = fitSlipModel(records.map((record) => ({ ...record, logRatio: record.logRatio + 0.2 })));
    fc.assert(
      fc.property(
        // With no milestone reached of its own, whose pace would not have become slower.
        anyProgramme.map((one) => ({ ...one, milestones: one.milestones.map((milestone) => ({ ...milestone, finished: null })) })),
        (programme) => {
          const chance = chanceOf(forecastProgramme(programme, basis));
          expect(chanceOf(forecastProgramme(programme, { ...basis, model: slower }))).toBeLessThanOrEqual(chance + 2 / basis.draws);
        },
      ),
    );
  });

  test.each(['synthetic-unit-1', 'synthetic-unit-4'])('is not higher on average when three more slips of %s are known', (unit) => {
    const slip: SlipRecord = { unit, programme: 'synthetic-programme-late', logRatio: Math.log(4), isRunning: false };
    const after = fitSlipModel([...records, slip, slip, slip]);
    const dues = Array.from({ length: 30 }, (_, index) => ({ ...BUILD, unit, id: `due ${index}`, due: 30 + 4 * index }));
    const mean = (of: typeof model): number =>
      forecastProgrammes(dues, { ...basis, model: of }).reduce((sum, forecast) => sum + chanceOf(forecast), 0);
    expect(mean(after)).toBeLessThan(mean(model));
  });

  test('falls day by day while nothing happens', () => {
    const chances = [0, 20, 40, 60].map((today) => chanceOf(forecastProgramme(BUILD, { ...basis, today, draws: 4_000 })));
    for (const [index, chance] of chances.entries()) if (index > 0) expect(chance).toBeLessThan(chances[index - 1]!);
  });
});

describe('where there is nothing to draw', () => {
  test('says so when history is not enough', () => {
    const few = fitSlipModel(records.slice(0, 10));
    expect(forecastProgramme(BUILD, { ...basis, model: few })).toMatchObject({
      outcome: 'not-enough-history',
      needed: { milestones: 19, programmes: 5 },
    });
  });

  test('says finished, and whether on time', () => {
    const milestones = BUILD.milestones.map((one) => ({ ...one, finished: -1 }));
    expect(forecastProgramme({ ...BUILD, milestones }, basis)).toEqual({
      outcome: 'finished',
      programme: 'p1',
      finished: -1,
      isOnTime: true,
    });
    expect(forecastProgramme({ ...BUILD, milestones, due: -2 }, basis)).toMatchObject({ isOnTime: false });
  });

  test('says that there is no plan', () => {
    expect(forecastProgramme({ ...BUILD, milestones: [] }, basis)).toEqual({ outcome: 'no-milestones', programme: 'p1' });
  });

  test.each([{ draws: 99 }, { draws: Number.NaN }, { draws: 1e9 }, { seed: 0.5 }, { seed: Number.NaN }])('refuses %j', (wrong) => {
    expect(() => forecastProgramme(BUILD, { ...basis, ...wrong })).toThrow(InvalidDraws);
  });

  test('refuses two programmes of one id', () => {
    expect(() => forecastProgrammes([BUILD, BUILD], basis)).toThrow(DuplicateId);
  });
});
