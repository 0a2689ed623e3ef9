import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOLIDAY_YEARS } from './holidays/known-years.ts';
import { instantAt } from './wita.ts';
import {
  addWorkingDays,
  deadlineAfterWorkingDays,
  endOfWorkingDay,
  InvalidWorkingDayCount,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from './working-days.ts';

/**
 * The second, plain implementation: every day of every year written out with `Date` alone, the closed ones struck off, and arithmetic
 * done by position in the list that is left.
 */
const closed = new Set(HOLIDAY_YEARS.flatMap(({ holidays }) => holidays.map(({ date }) => date)));
const allDays: string[] = [];
for (let moment = Date.UTC(2021, 0, 1); moment < Date.UTC(2028, 0, 1); moment += 86_400_000) {
  allDays.push(new Date(moment).toISOString().slice(0, 10));
}
const isSaturdayOrSunday = (date: string): boolean => [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());
const openDays = allDays.filter((date) => !isSaturdayOrSunday(date) && !closed.has(date));

const plainBetween = (from: string, to: string): number =>
  to >= from
    ? openDays.filter((date) => date > from && date <= to).length
    : 0 - openDays.filter((date) => date >= to && date < from).length;

const plainAdd = (date: string, days: number): string | undefined => {
  if (days === 0) return date;
  const later = openDays.filter((open) => open > date);
  const earlier = openDays.filter((open) => open < date);
  return days > 0 ? later[days - 1] : earlier.at(days);
};

const knownDay = fc.constantFrom(...allDays);
const fewDays = fc.integer({ min: -120, max: 120 });

describe('against the plain list', () => {
  test('a day is open or closed alike', () => {
    expect(allDays.filter(isWorkingDay)).toEqual(openDays);
  });

  test('adding gives the same day', () => {
    fc.assert(
      fc.property(knownDay, fewDays, (date, days) => {
        const expected = plainAdd(date, days);
        // Beyond the plain list there is nothing to hold it against.
        fc.pre(expected !== undefined);
        expect(addWorkingDays(date, days)).toBe(expected);
      }),
    );
  });

  test('counting gives the same number', () => {
    fc.assert(
      fc.property(knownDay, knownDay, (from, to) => {
        expect(workingDaysBetween(from, to)).toBe(plainBetween(from, to));
      }),
      { numRuns: 40 },
    );
  });
});

describe('laws', () => {
  const innerDay = fc.constantFrom(...allDays.filter((date) => date > '2022' && date < '2027'));

  test('counting undoes adding', () => {
    fc.assert(
      fc.property(innerDay, fewDays, (date, days) => {
        expect(workingDaysBetween(date, addWorkingDays(date, days))).toBe(days);
      }),
    );
  });

  test('adding in two steps is adding at once', () => {
    fc.assert(
      fc.property(innerDay, fc.nat(60), fc.nat(60), (date, first, second) => {
        expect(addWorkingDays(addWorkingDays(date, first), second)).toBe(addWorkingDays(date, first + second));
      }),
    );
  });

  test('a deadline is at closing time of an open day, and later than its start', () => {
    const moment = fc.date({ min: new Date('2022-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 60 }), (instant, days) => {
        const deadline = deadlineAfterWorkingDays(instant, days);
        expect(deadline.getTime()).toBeGreaterThan(instant.getTime());
        expect(deadline.toISOString()).toMatch(/T08:00:00\.000Z$/);
        expect(isWorkingDay(deadline.toISOString().slice(0, 10))).toBe(true);
      }),
    );
  });
});

describe('the week of the refresh', () => {
  test('two working days later skips the weekend', () => {
    expect(addWorkingDays('2022-03-22', 2)).toBe('2022-03-24');
    expect(addWorkingDays('2022-03-25', 1)).toBe('2022-03-28');
    expect(addWorkingDays('2022-03-26', 1)).toBe('2022-03-28');
    expect(nextWorkingDay('2022-03-02')).toBe('2022-03-04');
  });

  test('joint leave closes offices', () => {
    expect(addWorkingDays('2022-04-28', 1)).toBe('2022-05-09');
    expect(workingDaysBetween('2022-04-28', '2022-05-09')).toBe(1);
  });

  test('backwards', () => {
    expect(addWorkingDays('2022-05-09', -1)).toBe('2022-04-28');
    expect(workingDaysBetween('2022-05-09', '2022-04-28')).toBe(-1);
    expect(workingDaysBetween('2022-03-22', '2022-03-22')).toBe(0);
  });

  test('said late at night, the term still starts the next day in Makassar', () => {
    expect(deadlineAfterWorkingDays(instantAt('2022-03-15', '23:59'), 2)).toEqual(instantAt('2022-03-17', '16:00'));
    expect(deadlineAfterWorkingDays(instantAt('2022-03-16', '00:01'), 2)).toEqual(instantAt('2022-03-18', '16:00'));
  });

  test('closing time may be another', () => {
    expect(endOfWorkingDay('2022-04-04', '15:00')).toEqual(instantAt('2022-04-04', '15:00'));
  });
});

describe('refuses', () => {
  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d working days', (days) => {
    expect(() => addWorkingDays('2022-03-22', days)).toThrow(InvalidWorkingDayCount);
  });

  test.each([0, -1, 2.5])('a term of %d working days', (days) => {
    expect(() => deadlineAfterWorkingDays(instantAt('2022-03-22', '09:00'), days)).toThrow(InvalidWorkingDayCount);
  });
});

test('a year without data closes on weekends and fixed feasts, so that nothing stops on New Year’s Day', () => {
  // 1 January 2031 is a Wednesday, 17 August a Sunday, 25 December a Thursday.
  expect(['2031-01-01', '2031-01-02', '2031-01-04', '2031-12-24', '2031-12-25'].map(isWorkingDay)).toEqual([
    false,
    true,
    false,
    true,
    false,
  ]);
  expect(addWorkingDays('2030-12-31', 1)).toBe('2031-01-02');
  expect(workingDaysBetween('2030-12-31', '2031-01-31')).toBe(22);
});
