import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, civilDate, civilDateParts, daysBetween, InvalidCivilDate, isCivilDate, weekday } from './civil-date.ts';

const anyDate = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9990-12-31T00:00:00Z'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

describe('a civil date', () => {
  test.each([
    '2022-02-29',
    '2022-13-01',
    '2022-00-10',
    '2022-04-31',
    '0000-01-01',
    '22-3-2022',
    '2022-3-2',
    '2022-03-22T00:00',
    '',
    ' 2022-03-22',
  ])('%j is none', (text) => {
    expect(isCivilDate(text)).toBe(false);
    expect(() => civilDateParts(text)).toThrow(InvalidCivilDate);
  });

  test('knows leap days, also in the first century', () => {
    expect(isCivilDate('2024-02-29')).toBe(true);
    expect(isCivilDate('2100-02-29')).toBe(false);
    expect(isCivilDate('0004-02-29')).toBe(true);
    expect(addDays('0099-12-31', 1)).toBe('0100-01-01');
  });

  test('comes back from its parts', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(civilDate(civilDateParts(date))).toBe(date);
      }),
    );
  });

  test('says what is wrong with a wrong one', () => {
    expect(() => addDays('31/3/2022', 1)).toThrow('"31/3/2022" is not a day of the calendar. Write it as YYYY-MM-DD');
  });
});

describe('adding', () => {
  test('days and counting them are one another’s reverse', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 3000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  test('months keeps the day, or takes the last of a shorter month', () => {
    expect(addMonths('2022-01-31', 1)).toBe('2022-02-28');
    expect(addMonths('2023-12-31', 2)).toBe('2024-02-29');
    expect(addMonths('2022-03-22', 10)).toBe('2023-01-22');
    expect(addMonths('2022-03-31', -1)).toBe('2022-02-28');
    expect(addMonths('2022-01-15', -13)).toBe('2020-12-15');
  });
});

test('weekdays follow each other from Monday to Sunday, before and after 1970', () => {
  expect(weekday('2022-03-22')).toBe(2);
  expect(weekday('1945-08-17')).toBe(5);
  fc.assert(
    fc.property(anyDate, (date) => {
      expect(weekday(addDays(date, 1))).toBe((weekday(date) % 7) + 1);
    }),
  );
});
