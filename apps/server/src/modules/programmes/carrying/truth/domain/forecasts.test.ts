import { addWorkingDays, isWorkingDay, workingDaysBetween } from '@makaverse/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawForecasts, type PlannedProgramme } from './draw-forecasts.ts';
import { scoreForecasts } from './score-forecasts.ts';
import { workingDayScale } from './working-day-scale.ts';

describe('the scale of working days', () => {
  const scale = workingDayScale('2022-01-03', '2023-12-29');
  const day = fc.integer({ min: 0, max: 720 }).map((days) => new Date(Date.UTC(2022, 0, 3) + days * 86_400_000).toISOString().slice(0, 10));
  it('counts as the calendar does, there and back', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(scale.numberOf(date)).toBe(workingDaysBetween('2022-01-03', date));
        if (isWorkingDay(date)) expect(scale.dateOf(scale.numberOf(date))).toBe(date);
      }),
    );
  });
  it('goes on beyond its end, and knows nothing before its beginning', () => {
    expect(scale.dateOf(scale.numberOf('2023-12-29') + 3)).toBe(addWorkingDays('2023-12-29', 3));
    expect(() => scale.numberOf('2021-12-31')).toThrow(RangeError);
  });
});

/** A city in which every step takes half as long again as planned. */
const slowCity = (programmes: number, finished: number): PlannedProgramme[] =>
  Array.from({ length: programmes }, (_, index) => {
    const startOn = addWorkingDays('2021-03-01', index);
    const steps = Array.from({ length: 6 }, (_, step) => ({
      id: `${index}-${step}`,
      plannedOn: addWorkingDays(startOn, 20 * (step + 1)),
      after: step === 0 ? [] : [`${index}-${step - 1}`],
      finishedOn: step < finished ? addWorkingDays(startOn, 30 * (step + 1)) : null,
    }));
    return { id: String(index), unitId: `unit-${index % 3}`, isSynthetic: false, startOn, milestones: steps };
  });

describe('forecasts in dates', () => {
  const today = '2021-11-15';
  it('say that the history is too short while it is', () => {
    expect(drawForecasts(slowCity(4, 4), today).get('0')).toMatchObject({ outcome: 'not-enough-history', finishedMilestones: 16 });
  });

  it('foretell a late finish where everything was late, for those asked about only', () => {
    const drawn = drawForecasts(slowCity(12, 4), today, new Set(['3']));
    expect([...drawn.keys()]).toEqual(['3']);
    const forecast = drawn.get('3')!;
    expect(forecast.outcome).toBe('forecast');
    if (forecast.outcome !== 'forecast') return;
    expect(forecast.dueOn).toBe(slowCity(12, 4)[3]!.milestones.at(-1)!.plannedOn);
    expect(forecast.chance).toBeLessThan(0.2);
    expect(forecast.on50 > forecast.dueOn).toBe(true);
    expect(forecast.on85 >= forecast.on50).toBe(true);
    expect(forecast.reasons.length).toBeGreaterThan(0);
  });

  it('are the same whenever they are drawn from the same facts', () => {
    expect(drawForecasts(slowCity(12, 4), today)).toEqual(drawForecasts(slowCity(12, 4), today));
  });

  it('know what is finished and what has no plan', () => {
    const all = [...slowCity(6, 6), { id: 'bare', unitId: 'unit-0', isSynthetic: false, startOn: '2021-03-01', milestones: [] }];
    const drawn = drawForecasts(all, '2022-06-01');
    expect(drawn.get('bare')).toEqual({ outcome: 'no-milestones' });
    expect(drawn.get('0')).toEqual({ outcome: 'finished', finishedOn: addWorkingDays('2021-03-01', 180), isOnTime: false });
  });

  it('are scored only where enough came due', () => {
    expect(scoreForecasts(slowCity(12, 4), () => [], today)).toBeNull();
    const score = scoreForecasts(slowCity(60, 6), (id) => [{ on: '2021-07-01', progress: Number(id) % 90 }], '2022-06-01');
    expect(score === null || (score.score >= 0 && score.score <= 1)).toBe(true);
  });
});
