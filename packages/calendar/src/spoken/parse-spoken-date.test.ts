import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, InvalidCivilDate, isCivilDate, weekday } from '../civil-date.ts';
import { formatDate } from '../format-date.ts';
import { addWorkingDays } from '../working-days.ts';
import { parseSpokenDate } from './parse-spoken-date.ts';

const TUESDAY = '2022-03-22';

describe('Indonesian', () => {
  test.each([
    ['hari ini', '2022-03-22'],
    ['besok', '2022-03-23'],
    ['Lusa', '2022-03-24'],
    ['Jumat', '2022-03-25'],
    ["hari Jum'at", '2022-03-25'],
    ['Jumat ini', '2022-03-25'],
    ['Senin ini', null],
    ['Selasa', '2022-03-29'],
    ['Selasa ini', '2022-03-22'],
    ['Jumat depan', '2022-04-01'],
    ['Jumat minggu depan', '2022-04-01'],
    ['Jumat mendatang', '2022-03-25'],
    ['Minggu', '2022-03-27'],
    ['hari Minggu', '2022-03-27'],
    ['hari Minggu depan', '2022-04-03'],
    ['minggu depan', '2022-03-29'],
    ['pekan depan', '2022-03-29'],
    ['dua minggu', '2022-04-05'],
    ['dua minggu lagi', '2022-04-05'],
    ['dalam 2 pekan', '2022-04-05'],
    ['seminggu', '2022-03-29'],
    ['sebulan', '2022-04-22'],
    ['3 hari', '2022-03-25'],
    ['tiga hari ke depan', '2022-03-25'],
    ['dua belas hari', '2022-04-03'],
    ['2 hari kerja', '2022-03-24'],
    ['dalam waktu 5 hari kerja', '2022-03-29'],
    ['2x24 jam', '2022-03-24'],
    ['2 x 24 jam', '2022-03-24'],
    ['48 jam', '2022-03-24'],
    ['12 jam', '2022-03-23'],
    ['akhir bulan', '2022-03-31'],
    ['akhir bulan ini', '2022-03-31'],
    ['akhir bulan depan', '2022-04-30'],
    ['awal bulan depan', '2022-04-01'],
    ['awal bulan', null],
    ['akhir Februari', '2023-02-28'],
    ['akhir Februari 2024', '2024-02-29'],
    ['akhir tahun', '2022-12-31'],
    ['bulan depan', '2022-04-22'],
    ['31 Maret', '2022-03-31'],
    ['31 Mar.', '2022-03-31'],
    ['tanggal 31', '2022-03-31'],
    ['tgl 5', '2022-04-05'],
    ['paling lambat tanggal 31 Maret 2022', '2022-03-31'],
    ['Kamis, 31 Maret 2022', '2022-03-31'],
    ['Jumat, 31 Maret 2022', null],
    ['1 Januari', '2023-01-01'],
    ['22 Maret', '2022-03-22'],
    ['17 Agustus 2021', '2021-08-17'],
    ['31/3/2022', '2022-03-31'],
    ['31/3/22', '2022-03-31'],
    ['31/3', '2022-03-31'],
    ['31-03-2022', '2022-03-31'],
    ['31.3.2022', '2022-03-31'],
    ['2022-03-31', '2022-03-31'],
    ['  AKHIR   BULAN  ', '2022-03-31'],
  ])('%j', (text, date) => {
    expect(parseSpokenDate(text, TUESDAY)).toBe(date);
    expect(parseSpokenDate(text, TUESDAY, 'id')).toBe(date);
  });
});

describe('English', () => {
  test.each([
    ['today', '2022-03-22'],
    ['tomorrow', '2022-03-23'],
    ['the day after tomorrow', '2022-03-24'],
    ['Friday', '2022-03-25'],
    ['by Friday', '2022-03-25'],
    ['this Friday', '2022-03-25'],
    ['coming Friday', '2022-03-25'],
    ['next Friday', '2022-04-01'],
    ['Friday next week', '2022-04-01'],
    ['next week', '2022-03-29'],
    ['next month', '2022-04-22'],
    ['two weeks', '2022-04-05'],
    ['within two weeks', '2022-04-05'],
    ['two weeks from now', '2022-04-05'],
    ['a month', '2022-04-22'],
    ['in 3 working days', '2022-03-25'],
    ['1 business day', '2022-03-23'],
    ['in 48 hours', '2022-03-24'],
    ['31 March', '2022-03-31'],
    ['the 31st of March', '2022-03-31'],
    ['March 31, 2022', '2022-03-31'],
    ['Thursday, 31 March 2022', '2022-03-31'],
    ['the 5th', '2022-04-05'],
    ['end of month', '2022-03-31'],
    ['end of the month', '2022-03-31'],
    ['by the end of next month', '2022-04-30'],
    ['end of April 2023', '2023-04-30'],
    ['end of year', '2022-12-31'],
    ['2022-03-31', '2022-03-31'],
  ])('%j', (text, date) => {
    expect(parseSpokenDate(text, TUESDAY)).toBe(date);
    expect(parseSpokenDate(text, TUESDAY, 'en')).toBe(date);
  });
});

describe('not understood', () => {
  test.each([
    '',
    'segera',
    'secepatnya',
    'sebelum Jumat',
    'Jumat depan ini',
    'this Friday next week',
    'akhir pekan',
    '31 April',
    '29 Februari',
    '32/1/2022',
    '3/31/2022',
    '2022-02-30',
    '3.5',
    '0 hari',
    '1000 hari kerja',
    '0 jam',
    'dua',
    'hari',
    'tanggal 32',
    'besok dan lusa',
    `${'hari '.repeat(30)}Jumat`,
    '31 Maret 2022; drop table directive',
  ])('%j', (text) => {
    expect(parseSpokenDate(text, TUESDAY)).toBeNull();
  });

  test('the other language, when one is asked for', () => {
    expect(parseSpokenDate('next Friday', TUESDAY, 'id')).toBeNull();
    expect(parseSpokenDate('Jumat depan', TUESDAY, 'en')).toBeNull();
  });
});

describe('for every day', () => {
  const someDay = fc.integer({ min: 0, max: 1400 }).map((days) => addDays('2022-01-01', days));

  test('reads back what the formatter writes, in both languages', () => {
    fc.assert(
      fc.property(someDay, someDay, fc.constantFrom('id' as const, 'en' as const), (date, today, language) => {
        expect(parseSpokenDate(formatDate(date, language), today)).toBe(date);
        expect(parseSpokenDate(formatDate(date, language, 'day'), today, language)).toBe(date);
        expect(parseSpokenDate(formatDate(date, language, 'short'), today, language)).toBe(date);
      }),
    );
  });

  test('a bare weekday is one to seven days ahead, the marked one in the week after', () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom('Senin', 'Rabu', 'Jumat', 'Minggu'), (today, name) => {
        const bare = parseSpokenDate(`hari ${name}`, today) ?? '';
        expect(bare > today && bare <= addDays(today, 7)).toBe(true);
        const mondayAfter = addDays(today, 8 - weekday(today));
        const next = parseSpokenDate(`hari ${name} depan`, today) ?? '';
        expect(next >= mondayAfter && next <= addDays(mondayAfter, 6)).toBe(true);
        expect(weekday(next)).toBe(weekday(bare));
      }),
    );
  });

  test('working days are those of the calendar', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 30 }), (today, days) => {
        expect(parseSpokenDate(`${days} hari kerja`, today)).toBe(addWorkingDays(today, days));
      }),
    );
  });

  test('any text gives a real day or null', () => {
    const words = fc.array(
      fc.constantFrom('akhir', 'hari', 'Jumat', 'depan', 'next', 'end of', 'the', '31', 'Maret', '2', 'x', 'jam', 'se', 'minggu'),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          words.map((parts) => parts.join(' ')),
        ),
        someDay,
        (text, today) => {
          const date = parseSpokenDate(text, today);
          expect(date === null || isCivilDate(date)).toBe(true);
        },
      ),
    );
  });
});

test('a wrong today is an error, not a null; working days run on beyond the known years', () => {
  expect(() => parseSpokenDate('besok', '22/3/2022')).toThrow(InvalidCivilDate);
  expect(parseSpokenDate('30 hari kerja', '2027-12-20')).toBe('2028-01-31');
});
