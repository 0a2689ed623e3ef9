import { describe, expect, test } from 'vitest';
import { fitSlipModel } from './fit-slip-model.ts';
import { forecastProgramme } from './forecast.ts';
import type { Milestone, Programme } from './programme.ts';
import type { Reason } from './reasons.ts';
import type { SlipRecord } from './slip-record.ts';

function steady(logRatio: number, unitLogRatio = logRatio): SlipRecord[] {
  return Array.from({ length: 400 }, (_, index) => ({
    unit: `u${index % 10}`,
    programme: `p${index % 40}`,
    logRatio: (index % 10 === 0 ? unitLogRatio : logRatio) + ((index % 7) - 3) * 0.05,
    isRunning: false,
  }));
}

function step(id: string, plannedFinish: number, after: readonly string[], finished: number | null = null): Milestone {
  return { id, plannedFinish, after, finished };
}

function reasonsOf(milestones: readonly Milestone[], records = steady(0), rest: Partial<Programme> = {}): readonly Reason[] {
  const programme: Programme = { id: 'p', unit: 'u1', start: -100, due: 100, milestones, ...rest };
  const forecast = forecastProgramme(programme, { today: 0, seed: 1, draws: 2_000, model: fitSlipModel(records) });
  return forecast.outcome === 'forecast' ? forecast.reasons : [];
}

describe('the strongest reason', () => {
  test('is the overdue milestone that all wait for', () => {
    const [first] = reasonsOf([step('permit', -40, []), step('build', 30, ['permit']), step('aside', 10, [])]);
    expect(first).toMatchObject({ code: 'milestone-slips', milestone: 'permit', overdueDays: 40 });
    expect(first?.code === 'milestone-slips' && first.criticality).toBeGreaterThan(0.9);
    expect(first?.days).toBeGreaterThan(40);
  });

  test('is a milestone reached late, where what is left builds on it', () => {
    const [first] = reasonsOf([step('land', -60, [], -5), step('build', 30, ['land'])]);
    expect(first).toMatchObject({ code: 'reached-late', milestone: 'land', daysLate: 55, criticality: 1, days: 55 });
  });

  test('is the one dependency that holds up a milestone the others are ready for', () => {
    const reasons = reasonsOf([
      step('supply', -60, []),
      step('transport', -5, ['supply']),
      step('site', 0, [], -1),
      step('install', 20, ['transport', 'site']),
    ]);
    expect(reasons).toContainEqual(
      expect.objectContaining({ code: 'waits-for', milestone: 'install', dependency: 'transport', criticality: 1 }),
    );
  });

  test('is history, where the plan is kept and the city is slow', () => {
    const milestones = Array.from({ length: 12 }, (_, index) => step(`m${index}`, 10 * (index + 1), index === 0 ? [] : [`m${index - 1}`]));
    const [first] = reasonsOf(milestones, steady(Math.log(1.5)), { start: 0 });
    expect(first).toMatchObject({ code: 'slip-history', level: 'city', records: 400 });
    expect(first?.code === 'slip-history' && first.ratio).toBeCloseTo(1.5, 1);
    const [ofUnit] = reasonsOf(milestones, steady(0, Math.log(2)), { start: 0, unit: 'u0' });
    expect(ofUnit).toMatchObject({ code: 'slip-history', level: 'unit', records: 40 });
  });
});

test('there are at most three, strongest first, no milestone twice, none of less than half a day', () => {
  const reasons = reasonsOf(
    Array.from({ length: 20 }, (_, index) => step(`m${index}`, 5 * index - 30, index < 2 ? [] : [`m${index - 1}`, `m${index - 2}`])),
    steady(0.4),
  );
  expect(reasons).toHaveLength(3);
  const days = reasons.map((reason) => reason.days);
  expect(days).toEqual(days.toSorted((one, other) => other - one));
  const named = reasons.map((reason) =>
    reason.code === 'slip-history' ? '' : reason.code === 'waits-for' ? reason.dependency : reason.milestone,
  );
  expect(new Set(named).size).toBe(3);
  expect(reasonsOf([step('m', 90, [])], steady(-1), { start: 0 })).toEqual([]);
});
