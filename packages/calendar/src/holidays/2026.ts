import { jointLeave, publicHoliday, type HolidayYear } from './holiday-year.ts';

/** National holidays and *cuti bersama* of 2026, as amended. */
export const HOLIDAYS_2026: HolidayYear = {
  year: 2026,
  provisional: false,
  decisions: [
    { number: 'SKB 3 Menteri 1497/2025, 2/2025, 5/2025', date: '2025-09-19', effect: 'list of the year' },
    { number: 'Keppres 42/2025', date: '2025-12-31', effect: 'joint leave of civil servants, the same days' },
  ],
  holidays: [
    publicHoliday('2026-01-01', 'Tahun Baru 2026 Masehi', "New Year's Day"),
    publicHoliday('2026-01-16', 'Isra Mikraj Nabi Muhammad SAW', "Ascension of the Prophet (Isra Mi'raj)"),
    jointLeave('2026-02-16', 'Tahun Baru Imlek 2577 Kongzili', 'Lunar New Year'),
    publicHoliday('2026-02-17', 'Tahun Baru Imlek 2577 Kongzili', 'Lunar New Year'),
    jointLeave('2026-03-18', 'Hari Suci Nyepi, Tahun Baru Saka 1948', 'Nyepi, Day of Silence, Saka 1948'),
    publicHoliday('2026-03-19', 'Hari Suci Nyepi, Tahun Baru Saka 1948', 'Nyepi, Day of Silence, Saka 1948'),
    jointLeave('2026-03-20', 'Hari Raya Idulfitri 1447 Hijriah', 'Eid al-Fitr 1447 AH'),
    publicHoliday('2026-03-21', 'Hari Raya Idulfitri 1447 Hijriah', 'Eid al-Fitr 1447 AH'),
    publicHoliday('2026-03-22', 'Hari Raya Idulfitri 1447 Hijriah', 'Eid al-Fitr 1447 AH'),
    jointLeave('2026-03-23', 'Hari Raya Idulfitri 1447 Hijriah', 'Eid al-Fitr 1447 AH'),
    jointLeave('2026-03-24', 'Hari Raya Idulfitri 1447 Hijriah', 'Eid al-Fitr 1447 AH'),
    publicHoliday('2026-04-03', 'Wafat Yesus Kristus', 'Good Friday'),
    publicHoliday('2026-04-05', 'Kebangkitan Yesus Kristus (Paskah)', 'Easter Sunday'),
    publicHoliday('2026-05-01', 'Hari Buruh Internasional', 'International Labour Day'),
    publicHoliday('2026-05-14', 'Kenaikan Yesus Kristus', 'Ascension Day'),
    jointLeave('2026-05-15', 'Kenaikan Yesus Kristus', 'Ascension Day'),
    publicHoliday('2026-05-27', 'Hari Raya Iduladha 1447 Hijriah', 'Eid al-Adha 1447 AH'),
    jointLeave('2026-05-28', 'Hari Raya Iduladha 1447 Hijriah', 'Eid al-Adha 1447 AH'),
    publicHoliday('2026-05-31', 'Hari Raya Waisak 2570 BE', 'Vesak 2570 BE'),
    publicHoliday('2026-06-01', 'Hari Lahir Pancasila', 'Pancasila Day'),
    publicHoliday('2026-06-16', '1 Muharam, Tahun Baru Islam 1448 Hijriah', 'Islamic New Year 1448 AH'),
    publicHoliday('2026-08-17', 'Hari Kemerdekaan Republik Indonesia', 'Independence Day'),
    publicHoliday('2026-08-25', 'Maulid Nabi Muhammad SAW', 'Birthday of the Prophet (Mawlid)'),
    jointLeave('2026-12-24', 'Kelahiran Yesus Kristus (Natal)', 'Christmas'),
    publicHoliday('2026-12-25', 'Kelahiran Yesus Kristus (Natal)', 'Christmas Day'),
  ],
};
