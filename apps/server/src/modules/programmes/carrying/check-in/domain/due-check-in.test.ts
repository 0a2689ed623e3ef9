import { addDays, addWorkingDays, isWorkingDay, weekday, witaDate, witaTime } from '@makaverse/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredBy, deadlineAfter, deadlineBefore, missedDeadline, owedDeadline, reminderOf } from './due-check-in.ts';

const at = (text: string): Date => new Date(`${text}+08:00`);
const shown = (moment: Date): string => `${witaDate(moment)} ${witaTime(moment)}`;

describe('the weekly deadline', () => {
  it('is Friday at closing time', () => {
    expect(shown(deadlineAfter(at('2022-03-22T09:00')))).toBe('2022-03-25 16:00');
    expect(shown(deadlineAfter(at('2022-03-25T15:59')))).toBe('2022-03-25 16:00');
    expect(shown(deadlineAfter(at('2022-03-25T16:00')))).toBe('2022-04-01 16:00');
    expect(shown(deadlineBefore(at('2022-03-25T16:00')))).toBe('2022-03-25 16:00');
    expect(shown(deadlineBefore(at('2022-03-25T15:59')))).toBe('2022-03-18 16:00');
  });

  it('comes on the last working day before a Friday that is free', () => {
    // 15 April 2022: Good Friday.
    expect(shown(deadlineAfter(at('2022-04-11T09:00')))).toBe('2022-04-14 16:00');
    expect(shown(deadlineAfter(at('2022-04-15T09:00')))).toBe('2022-04-22 16:00');
  });

  it('falls together with that of the week before where a whole week is free', () => {
    // 29 April to 6 May 2022: Eid al-Fitr and its joint leave.
    expect(shown(deadlineAfter(at('2022-04-27T09:00')))).toBe('2022-04-28 16:00');
    expect(shown(deadlineAfter(at('2022-04-28T16:00')))).toBe('2022-05-13 16:00');
    expect(shown(deadlineBefore(at('2022-05-13T15:00')))).toBe('2022-04-28 16:00');
  });

  const moment = fc.date({ min: at('2021-02-01T00:00'), max: at('2026-12-01T00:00'), noInvalidDate: true });
  it('is always a working day, and no working day of its week after it', () => {
    fc.assert(
      fc.property(moment, (now) => {
        const next = deadlineAfter(now);
        expect(next > now).toBe(true);
        expect(isWorkingDay(witaDate(next))).toBe(true);
        expect(witaTime(next)).toBe('16:00');
        for (let day = addDays(witaDate(next), 1); weekday(day) > 1 && weekday(day) <= 5; day = addDays(day, 1))
          expect(isWorkingDay(day)).toBe(false);
        expect(deadlineBefore(next)).toEqual(next);
        expect(deadlineBefore(new Date(next.getTime() - 1)) <= now).toBe(true);
      }),
    );
  });

  it('is reminded of at opening time of the working day before', () => {
    expect(shown(reminderOf(at('2022-03-25T16:00')))).toBe('2022-03-24 08:00');
    fc.assert(fc.property(moment, (now) => addWorkingDays(witaDate(reminderOf(deadlineAfter(now))), 1) === witaDate(deadlineAfter(now))));
  });
});

describe('what a report answers', () => {
  const since = at('2022-03-16T10:00');
  it('is the deadline to come, also when it was answered already', () => {
    const now = at('2022-03-17T10:00');
    expect(shown(answeredBy({ since, answered: null }, now))).toBe('2022-03-18 16:00');
    expect(shown(answeredBy({ since, answered: at('2022-03-18T16:00') }, now))).toBe('2022-03-18 16:00');
    expect(shown(owedDeadline({ since, answered: at('2022-03-18T16:00') }, now))).toBe('2022-03-25 16:00');
  });

  it('is the last one missed, and the next is owed again', () => {
    const now = at('2022-03-28T10:00');
    expect(shown(answeredBy({ since, answered: null }, now))).toBe('2022-03-25 16:00');
    expect(shown(owedDeadline({ since, answered: at('2022-03-25T16:00') }, now))).toBe('2022-04-01 16:00');
  });

  it('is never one from before somebody was in charge', () => {
    expect(missedDeadline({ since: at('2022-03-26T10:00'), answered: null }, at('2022-03-28T10:00'))).toBeNull();
  });
});
