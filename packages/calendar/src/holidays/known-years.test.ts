import { describe, expect, test } from 'vitest';
import { isCivilDate, weekday } from '../civil-date.ts';
import { HOLIDAY_YEARS, holidayOn, holidayYear } from './known-years.ts';

describe.each(HOLIDAY_YEARS)('the list of $year', ({ year, provisional, decisions, holidays }) => {
  test('has real days of that year, in order, each once', () => {
    const dates = holidays.map((holiday) => holiday.date);
    expect(dates.every((date) => isCivilDate(date) && date.startsWith(`${year}-`))).toBe(true);
    expect(dates).toEqual([...new Set(dates)].toSorted());
  });

  test('names every day in both languages', () => {
    expect(holidays.filter(({ name }) => name.id === '' || name.en === '' || name.id === name.en)).toEqual([]);
  });

  test('puts joint leave on weekdays only', () => {
    expect(holidays.filter(({ kind, date }) => kind === 'joint-leave' && weekday(date) > 5)).toEqual([]);
  });

  test('names its decisions, or says that it is provisional', () => {
    expect(decisions.length === 0).toBe(provisional);
    expect(provisional && holidays.some(({ kind }) => kind === 'joint-leave')).toBe(false);
  });
});

/** Counts as announced; 13 May 2021 was two holidays in one, and the two election days of 2024 came on top by presidential decision. */
test.each([
  [2021, 15, 1],
  [2022, 16, 4],
  [2023, 16, 11],
  [2024, 19, 10],
  [2025, 17, 11],
  [2026, 17, 8],
])('%i has %i national holidays and %i days of joint leave', (year, publicDays, leaveDays) => {
  const kinds = holidayYear(year).holidays.map((holiday) => holiday.kind);
  expect(kinds.filter((kind) => kind === 'public')).toHaveLength(publicDays);
  expect(kinds.filter((kind) => kind === 'joint-leave')).toHaveLength(leaveDays);
});

test('the years follow each other without a gap', () => {
  expect(HOLIDAY_YEARS.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027]);
});

describe('amendments stand as last decided', () => {
  test.each([
    ['2021-08-10', null],
    ['2021-08-11', 'public'],
    ['2021-10-19', null],
    ['2021-12-24', null],
    ['2022-04-29', 'joint-leave'],
    ['2022-07-09', null],
    ['2022-07-10', 'public'],
    ['2023-04-19', 'joint-leave'],
    ['2023-04-26', null],
    ['2023-06-30', 'joint-leave'],
    ['2024-11-27', 'public'],
    ['2025-08-18', 'joint-leave'],
  ])('%s: %s', (date, kind) => {
    expect(holidayOn(date)?.kind ?? null).toBe(kind);
  });
});

test('of a year without data only the fixed feasts are known, and it says that it is provisional', () => {
  expect(holidayYear(2031)).toMatchObject({ year: 2031, provisional: true, decisions: [] });
  expect(holidayYear(2031).holidays.map(({ date }) => date)).toEqual([
    '2031-01-01',
    '2031-05-01',
    '2031-06-01',
    '2031-08-17',
    '2031-12-25',
  ]);
  expect([holidayOn('2020-12-25')?.name.en, holidayOn('2020-12-31')]).toEqual(['Christmas Day', null]);
});
