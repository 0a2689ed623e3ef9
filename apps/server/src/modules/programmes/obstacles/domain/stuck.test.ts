import { describe, expect, it } from 'vitest';
import { stuckOf } from './stuck.ts';

const at = (moment: string): Date => new Date(`${moment}+08:00`);
/** On a head's table since Thursday 17 March 2022, 10.00: his two working days end on Monday at closing time. */
const clock = { height: 1, from: at('2022-03-17T10:00'), restsUntil: null };
const taken = (until: string) => ({ ...clock, restsUntil: at(`${until}T16:00`) });

describe('an obstacle does not go on by itself', () => {
  it('once it has climbed, and is late by the days since the first term', () => {
    expect(stuckOf(clock, at('2022-03-21T15:59'))).toBe(null);
    expect(stuckOf(clock, at('2022-03-21T16:00'))).toEqual({ workingDaysLate: 0, rung: 'assistant' });
    expect(stuckOf(clock, at('2022-03-22T09:00'))).toEqual({ workingDaysLate: 1, rung: 'assistant' });
    expect(stuckOf(clock, at('2022-03-25T16:00'))).toEqual({ workingDaysLate: 4, rung: 'mayor' });
  });

  it('nor when it was passed up, though the new term has just begun', () => {
    expect(stuckOf({ ...clock, height: 3 }, at('2022-03-17T11:00'))).toEqual({ workingDaysLate: 0, rung: 'secretary' });
  });

  it('but is in hand until the date that was given, and not an hour longer', () => {
    expect(stuckOf(taken('2022-03-24'), at('2022-03-24T16:00'))).toBe(null);
    expect(stuckOf(taken('2022-03-24'), at('2022-03-25T08:00'))).toEqual({ workingDaysLate: 1, rung: 'unit-head' });
    expect(stuckOf({ ...taken('2022-04-14'), height: 4 }, at('2022-03-30T08:00'))).toBe(null);
  });
});
