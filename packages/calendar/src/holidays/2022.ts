import { jointLeave, publicHoliday, type HolidayYear } from './holiday-year.ts';

/** National holidays and *cuti bersama* of 2022, as amended. */
export const HOLIDAYS_2022: HolidayYear = {
  year: 2022,
  provisional: false,
  decisions: [
    { number: 'SKB 3 Menteri 963/2021, 3/2021, 4/2021', date: '2021-09-22', effect: 'first list of the year, without joint leave' },
    {
      number: 'SKB 3 Menteri 375/2022, 1/2022, 1/2022',
      date: '2022-04-07',
      effect: 'joint leave for Eid al-Fitr on 29 April and 4 to 6 May',
    },
    { number: 'SKB 3 Menteri 678/2022, 2/2022, 2/2022', date: '2022-07-07', effect: 'Eid al-Adha moved from 9 to 10 July' },
  ],
  holidays: [
    publicHoliday('2022-01-01', 'Tahun Baru 2022 Masehi', "New Year's Day"),
    publicHoliday('2022-02-01', 'Tahun Baru Imlek 2573 Kongzili', 'Lunar New Year'),
    publicHoliday('2022-02-28', 'Isra Mikraj Nabi Muhammad SAW', "Ascension of the Prophet (Isra Mi'raj)"),
    publicHoliday('2022-03-03', 'Hari Suci Nyepi, Tahun Baru Saka 1944', 'Nyepi, Day of Silence, Saka 1944'),
    publicHoliday('2022-04-15', 'Wafat Isa Almasih', 'Good Friday'),
    jointLeave('2022-04-29', 'Hari Raya Idulfitri 1443 Hijriah', 'Eid al-Fitr 1443 AH'),
    publicHoliday('2022-05-01', 'Hari Buruh Internasional', 'International Labour Day'),
    publicHoliday('2022-05-02', 'Hari Raya Idulfitri 1443 Hijriah', 'Eid al-Fitr 1443 AH'),
    publicHoliday('2022-05-03', 'Hari Raya Idulfitri 1443 Hijriah', 'Eid al-Fitr 1443 AH'),
    jointLeave('2022-05-04', 'Hari Raya Idulfitri 1443 Hijriah', 'Eid al-Fitr 1443 AH'),
    jointLeave('2022-05-05', 'Hari Raya Idulfitri 1443 Hijriah', 'Eid al-Fitr 1443 AH'),
    jointLeave('2022-05-06', 'Hari Raya Idulfitri 1443 Hijriah', 'Eid al-Fitr 1443 AH'),
    publicHoliday('2022-05-16', 'Hari Raya Waisak 2566 BE', 'Vesak 2566 BE'),
    publicHoliday('2022-05-26', 'Kenaikan Isa Almasih', 'Ascension Day'),
    publicHoliday('2022-06-01', 'Hari Lahir Pancasila', 'Pancasila Day'),
    publicHoliday('2022-07-10', 'Hari Raya Iduladha 1443 Hijriah', 'Eid al-Adha 1443 AH'),
    publicHoliday('2022-07-30', '1 Muharam, Tahun Baru Islam 1444 Hijriah', 'Islamic New Year 1444 AH'),
    publicHoliday('2022-08-17', 'Hari Kemerdekaan Republik Indonesia', 'Independence Day'),
    publicHoliday('2022-10-08', 'Maulid Nabi Muhammad SAW', 'Birthday of the Prophet (Mawlid)'),
    publicHoliday('2022-12-25', 'Hari Raya Natal', 'Christmas Day'),
  ],
};
