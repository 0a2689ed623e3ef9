import { jointLeave, publicHoliday, type HolidayYear } from './holiday-year.ts';

/** National holidays and *cuti bersama* of 2021, as amended. */
export const HOLIDAYS_2021: HolidayYear = {
  year: 2021,
  provisional: false,
  decisions: [
    { number: 'SKB 3 Menteri 642/2020, 4/2020, 4/2020', date: '2020-09-10', effect: 'first list of the year' },
    {
      number: 'SKB 3 Menteri 281/2021, 1/2021, 1/2021',
      date: '2021-02-22',
      effect: 'joint leave cut from seven days to two (12 May, 24 December)',
    },
    {
      number: 'SKB 3 Menteri 712/2021, 1/2021, 3/2021',
      date: '2021-06-18',
      effect: 'Islamic New Year moved from 10 to 11 August, Mawlid from 19 to 20 October, joint leave of 24 December withdrawn',
    },
  ],
  holidays: [
    publicHoliday('2021-01-01', 'Tahun Baru 2021 Masehi', "New Year's Day"),
    publicHoliday('2021-02-12', 'Tahun Baru Imlek 2572 Kongzili', 'Lunar New Year'),
    publicHoliday('2021-03-11', 'Isra Mikraj Nabi Muhammad SAW', "Ascension of the Prophet (Isra Mi'raj)"),
    publicHoliday('2021-03-14', 'Hari Suci Nyepi, Tahun Baru Saka 1943', 'Nyepi, Day of Silence, Saka 1943'),
    publicHoliday('2021-04-02', 'Wafat Isa Almasih', 'Good Friday'),
    publicHoliday('2021-05-01', 'Hari Buruh Internasional', 'International Labour Day'),
    jointLeave('2021-05-12', 'Hari Raya Idulfitri 1442 Hijriah', 'Eid al-Fitr 1442 AH'),
    publicHoliday('2021-05-13', 'Kenaikan Isa Almasih dan Hari Raya Idulfitri 1442 Hijriah', 'Ascension Day and Eid al-Fitr 1442 AH'),
    publicHoliday('2021-05-14', 'Hari Raya Idulfitri 1442 Hijriah', 'Eid al-Fitr 1442 AH'),
    publicHoliday('2021-05-26', 'Hari Raya Waisak 2565 BE', 'Vesak 2565 BE'),
    publicHoliday('2021-06-01', 'Hari Lahir Pancasila', 'Pancasila Day'),
    publicHoliday('2021-07-20', 'Hari Raya Iduladha 1442 Hijriah', 'Eid al-Adha 1442 AH'),
    publicHoliday('2021-08-11', '1 Muharam, Tahun Baru Islam 1443 Hijriah', 'Islamic New Year 1443 AH'),
    publicHoliday('2021-08-17', 'Hari Kemerdekaan Republik Indonesia', 'Independence Day'),
    publicHoliday('2021-10-20', 'Maulid Nabi Muhammad SAW', 'Birthday of the Prophet (Mawlid)'),
    publicHoliday('2021-12-25', 'Hari Raya Natal', 'Christmas Day'),
  ],
};
