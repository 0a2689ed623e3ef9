import { describe, expect, test } from 'vitest';
import { addDays } from './civil-date.ts';
import { formatDate, formatInstant, formatTime, relativeDays } from './format-date.ts';
import { instantAt } from './wita.ts';

describe('a day in words', () => {
  test.each([
    ['id', 'full', 'Selasa, 22 Maret 2022'],
    ['id', 'day', '22 Maret 2022'],
    ['id', 'short', '22 Mar 2022'],
    ['en', 'full', 'Tuesday, 22 March 2022'],
    ['en', 'day', '22 March 2022'],
    ['en', 'short', '22 Mar 2022'],
  ] as const)('%s, %s: %s', (language, style, text) => {
    expect(formatDate('2022-03-22', language, style)).toBe(text);
  });

  test('of an instant is the day in Makassar', () => {
    expect(formatDate(new Date('2022-03-22T16:30:00Z'), 'id')).toBe('Rabu, 23 Maret 2022');
  });

  test.each(['id', 'en'] as const)('has the month names CLDR has, in %s', (language) => {
    const reference = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
    for (let day = 0; day < 365; day += 5) {
      const date = addDays('2023-01-01', day);
      const [name, monthDay] = formatDate(date, language).replace(' 2023', '').split(', ');
      const expected = reference.format(new Date(`${date}T00:00:00Z`));
      expect(expected).toContain(name);
      expect(expected).toContain(monthDay);
    }
  });
});

describe('a moment in words', () => {
  const start = instantAt('2022-03-22', '09:00');

  test('Indonesian with a dot, English with a colon', () => {
    expect(formatInstant(start, 'id')).toBe('Selasa, 22 Maret 2022, 09.00 WITA');
    expect(formatInstant(start, 'en')).toBe('Tuesday, 22 March 2022, 09:00 WITA');
    expect(formatInstant(start, 'id', 'short')).toBe('22 Mar 2022, 09.00 WITA');
    expect(formatTime(start, 'id')).toBe('09.00 WITA');
  });
});

describe('how far away', () => {
  test.each([
    [-7, '7 hari lalu', '7 days ago'],
    [-2, '2 hari lalu', '2 days ago'],
    [-1, 'kemarin', 'yesterday'],
    [0, 'hari ini', 'today'],
    [1, 'besok', 'tomorrow'],
    [2, 'lusa', 'in 2 days'],
    [41, '41 hari lagi', 'in 41 days'],
  ])('%i days', (days, indonesian, english) => {
    const date = addDays('2022-03-22', days);
    expect(relativeDays(date, '2022-03-22', 'id')).toBe(indonesian);
    expect(relativeDays(date, '2022-03-22', 'en')).toBe(english);
  });
});
