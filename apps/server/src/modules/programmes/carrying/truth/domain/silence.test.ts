import { instantAt } from '@makaverse/calendar';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deadlineAfter } from '../../check-in/domain/due-check-in.ts';
import { missingReport } from './silence.ts';

const since = instantAt('2022-03-16', '10:00');
const moment = fc.date({ min: new Date('2022-03-17T00:00:00Z'), max: new Date('2023-12-01T00:00:00Z'), noInvalidDate: true });

it.each([
  ['2022-03-18', '16:00', null],
  ['2022-03-18', '16:01', { workingDays: 0, isSilent: false, rung: 'none' }],
  ['2022-03-22', '16:00', { workingDays: 2, isSilent: false, rung: 'unit-head' }],
  ['2022-03-23', '08:00', { workingDays: 3, isSilent: true, rung: 'unit-head' }],
  ['2022-03-30', '16:00', { workingDays: 8, isSilent: true, rung: 'mayor' }],
] as const)('on %s at %s says %o', (day, time, expected) => {
  const missing = missingReport({ since, answered: null }, instantAt(day, time));
  if (expected === null) expect(missing).toBeNull();
  else expect(missing).toMatchObject(expected);
});

it('never becomes less while nobody reports', () => {
  fc.assert(
    fc.property(moment, moment, (one, other) => {
      const [earlier, later] = one <= other ? [one, other] : [other, one];
      const before = missingReport({ since, answered: null }, earlier);
      const after = missingReport({ since, answered: null }, later);
      expect(after?.workingDays ?? 0).toBeGreaterThanOrEqual(before?.workingDays ?? 0);
      if (before) expect(after?.dueAt).toEqual(before.dueAt);
    }),
  );
});

it('is over with a report that answers the deadline last passed', () => {
  fc.assert(
    fc.property(moment, (now) => {
      const next = deadlineAfter(now);
      expect(missingReport({ since, answered: next }, next)).toBeNull();
    }),
  );
});
