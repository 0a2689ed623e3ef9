import { instantAt } from '@makaverse/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ladder, nextRungAt, rungOf } from './ladder.ts';

const due = instantAt('2022-03-18', '16:00');
const moment = fc.date({ min: new Date('2022-01-10T00:00:00Z'), max: new Date('2026-06-01T00:00:00Z'), noInvalidDate: true });
const heightOf = (dueAt: Date, now: Date): number => ladder.findIndex((one) => one === rungOf(dueAt, now).rung) + 1;

describe('ladder', () => {
  it('never climbs down as time goes on', () => {
    fc.assert(
      fc.property(moment, moment, moment, (dueAt, one, other) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one];
        expect(heightOf(dueAt, later)).toBeGreaterThanOrEqual(heightOf(dueAt, earlier));
        expect(rungOf(dueAt, later).workingDays).toBeGreaterThanOrEqual(rungOf(dueAt, earlier).workingDays);
      }),
    );
  });

  it('climbs exactly one rung at the moment that was announced', () => {
    fc.assert(
      fc.property(moment, moment, (dueAt, now) => {
        const next = nextRungAt(dueAt, now);
        expect(next === null).toBe(rungOf(dueAt, now).rung === 'mayor');
        if (next === null) return;
        expect(next.getTime()).toBeGreaterThan(now.getTime());
        expect(heightOf(dueAt, next)).toBe(heightOf(dueAt, now) + 1);
        expect(heightOf(dueAt, new Date(Math.max(now.getTime(), next.getTime() - 1)))).toBe(heightOf(dueAt, now));
      }),
    );
  });

  it.each([
    ['2022-03-18', '16:00', 'none', 0],
    ['2022-03-18', '16:01', 'none', 0],
    ['2022-03-20', '12:00', 'none', 0],
    ['2022-03-22', '15:59', 'none', 2],
    ['2022-03-22', '16:00', 'unit-head', 2],
    ['2022-03-24', '16:00', 'assistant', 4],
    ['2022-03-28', '16:00', 'secretary', 6],
    ['2022-03-30', '16:00', 'mayor', 8],
  ] as const)('after Friday 18 March it stands on %s at %s with %s', (date, time, rung, workingDays) => {
    const climb = rungOf(due, instantAt(date, time));
    expect(climb.rung).toBe(rung);
    expect(climb.workingDays).toBe(workingDays);
  });

  it('asks the calendar for no day after now', () => {
    const lastDay = instantAt('2027-12-30', '16:00');
    expect(rungOf(lastDay, instantAt('2027-12-31', '23:00')).rung).toBe('none');
  });
});
