import { instantAt } from '@makaverse/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimedTask } from './lateness.ts';
import { heatOf, troubleOf } from './trouble.ts';

const sent: TimedTask = {
  sentAt: new Date('2022-03-15T18:00:00Z'),
  seenAt: null,
  acknowledgedAt: null,
  namedAt: null,
  picId: null,
  reportedAt: null,
  doneAt: null,
  acknowledgeBy: instantAt('2022-03-18', '16:00'),
  nominateBy: null,
  deadlineAt: instantAt('2022-04-14', '16:00'),
};
const then = new Date('2022-03-17T02:00:00Z');

describe('trouble', () => {
  it.each([
    ['unacknowledged', sent, '2022-03-17'],
    ['unacknowledged', sent, '2022-03-22'],
    ['silent', sent, '2022-03-23'],
    ['unacknowledged', { ...sent, seenAt: then }, '2022-03-23'],
    ['late', sent, '2022-04-18'],
    ['late', { ...sent, acknowledgedAt: then }, '2022-04-18'],
    ['undecided', { ...sent, acknowledgedAt: then, reportedAt: instantAt('2022-03-21', '10:00') }, '2022-03-24'],
  ] as const)('is %s', (kind, task, day) => expect(troubleOf(task, instantAt(day, '09:00'))?.kind).toBe(kind));

  it('is none while a unit works, while a report is fresh, and when it is done', () => {
    const understood = { ...sent, acknowledgedAt: then };
    expect(troubleOf(understood, instantAt('2022-03-30', '09:00'))).toBeNull();
    const reported = { ...understood, reportedAt: instantAt('2022-03-21', '10:00') };
    expect(troubleOf(reported, instantAt('2022-03-23', '16:00'))).toBeNull();
    expect(troubleOf({ ...reported, doneAt: instantAt('2022-03-22', '10:00') }, instantAt('2022-06-30', '09:00'))).toBeNull();
  });

  it('is only darker on the heat map as time goes on, and gone when it is done', () => {
    const moment = fc.date({ min: new Date('2022-03-15T18:00:00Z'), max: new Date('2022-12-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one];
        expect(heatOf(sent, later)).toBeGreaterThanOrEqual(heatOf(sent, earlier));
      }),
    );
    expect(heatOf({ ...sent, acknowledgedAt: then, reportedAt: then, doneAt: then }, then)).toBe(0);
    expect(heatOf(sent, then)).toBe(2);
    expect(heatOf(sent, instantAt('2022-03-22', '16:00'))).toBe(10 + 2 * 2 + 5);
  });
});
