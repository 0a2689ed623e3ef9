import { instantAt } from '@makaverse/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duesOf, lateFor, type TimedTask } from './lateness.ts';

const at = (text: string): Date => new Date(text);
const fresh: TimedTask = {
  sentAt: at('2022-03-16T01:50:00+08:00'),
  seenAt: null,
  acknowledgedAt: null,
  namedAt: null,
  picId: null,
  reportedAt: null,
  doneAt: null,
  acknowledgeBy: instantAt('2022-03-18', '16:00'),
  nominateBy: instantAt('2022-03-17', '16:00'),
  deadlineAt: instantAt('2022-04-14', '16:00'),
};
const moment = fc.date({ min: at('2022-03-01T00:00:00Z'), max: at('2022-12-01T00:00:00Z'), noInvalidDate: true });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const anyTask: fc.Arbitrary<TimedTask> = fc.record({
  sentAt: fc.constant(fresh.sentAt),
  seenAt: maybe(moment),
  acknowledgedAt: maybe(moment),
  namedAt: maybe(moment),
  picId: maybe(fc.constant('pic')),
  reportedAt: maybe(moment),
  doneAt: maybe(moment),
  acknowledgeBy: moment,
  nominateBy: maybe(moment),
  deadlineAt: moment,
});

describe('lateness', () => {
  it('never goes back as time goes on', () => {
    fc.assert(
      fc.property(anyTask, moment, moment, (task, one, other) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one];
        const before = lateFor(task, earlier);
        const after = lateFor(task, later);
        if (!before) return;
        expect(after?.step).toBe(before.step);
        expect(after!.workingDays).toBeGreaterThanOrEqual(before.workingDays);
      }),
    );
  });

  it('is late exactly when the first of what is owed has passed', () => {
    fc.assert(
      fc.property(anyTask, moment, (task, now) => {
        expect(lateFor(task, now) !== null).toBe(duesOf(task).some((due) => now > due.dueAt));
      }),
    );
  });

  it('follows the steps of a unit through a week', () => {
    expect(lateFor(fresh, instantAt('2022-03-17', '16:00'))).toBeNull();
    expect(lateFor(fresh, instantAt('2022-03-17', '16:01'))?.step).toBe('named');
    expect(lateFor({ ...fresh, namedAt: at('2022-03-17T02:00:00Z') }, instantAt('2022-03-18', '16:00'))).toBeNull();
    const named = { ...fresh, namedAt: at('2022-03-17T02:00:00Z') };
    expect(lateFor(named, instantAt('2022-03-22', '09:00'))).toEqual({
      step: 'acknowledged',
      dueAt: instantAt('2022-03-18', '16:00'),
      workingDays: 2,
    });
    const understood = { ...named, acknowledgedAt: at('2022-03-22T02:00:00Z') };
    expect(lateFor(understood, instantAt('2022-04-14', '16:00'))).toBeNull();
    expect(lateFor(understood, instantAt('2022-04-15', '09:00'))).toMatchObject({ step: 'reported', workingDays: 0 });
    expect(lateFor({ ...understood, reportedAt: at('2022-04-20T02:00:00Z') }, instantAt('2022-05-20', '09:00'))).toBeNull();
  });

  it('owes no name where a person agreed, or none is due', () => {
    const steps = (task: TimedTask): string[] => duesOf(task).map((due) => due.step);
    expect(steps(fresh)).toEqual(['named', 'acknowledged', 'reported']);
    expect(steps({ ...fresh, picId: 'pic' })).toEqual(['acknowledged', 'reported']);
    expect(steps({ ...fresh, nominateBy: null })).toEqual(['acknowledged', 'reported']);
  });
});
