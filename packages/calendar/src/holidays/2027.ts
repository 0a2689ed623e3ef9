import { publicHoliday, type HolidayYear } from './holiday-year.ts';

/**
 * Estimates: no joint decision on 2027 was known when this file was written, so there is no joint leave in it.
 * Fixed days and those that follow Easter are certain. The Islamic days are reckoned from the new moons with the criterion the ministries
 * of Brunei, Indonesia, Malaysia and Singapore use (moon 3 degrees up, 6.4 degrees from the sun at sunset) and may move by a day.
 * Replace the whole list by the decision when it is issued, and set `provisional` to false.
 */
export const HOLIDAYS_2027: HolidayYear = {
  year: 2027,
  provisional: true,
  decisions: [],
  holidays: [
    publicHoliday('2027-01-01', 'Tahun Baru 2027 Masehi', "New Year's Day"),
    publicHoliday('2027-01-05', 'Isra Mikraj Nabi Muhammad SAW', "Ascension of the Prophet (Isra Mi'raj)"),
    publicHoliday('2027-02-06', 'Tahun Baru Imlek 2578 Kongzili', 'Lunar New Year'),
    publicHoliday('2027-03-08', 'Hari Suci Nyepi, Tahun Baru Saka 1949', 'Nyepi, Day of Silence, Saka 1949'),
    publicHoliday('2027-03-10', 'Hari Raya Idulfitri 1448 Hijriah', 'Eid al-Fitr 1448 AH'),
    publicHoliday('2027-03-11', 'Hari Raya Idulfitri 1448 Hijriah', 'Eid al-Fitr 1448 AH'),
    publicHoliday('2027-03-26', 'Wafat Yesus Kristus', 'Good Friday'),
    publicHoliday('2027-03-28', 'Kebangkitan Yesus Kristus (Paskah)', 'Easter Sunday'),
    publicHoliday('2027-05-01', 'Hari Buruh Internasional', 'International Labour Day'),
    publicHoliday('2027-05-06', 'Kenaikan Yesus Kristus', 'Ascension Day'),
    publicHoliday('2027-05-17', 'Hari Raya Iduladha 1448 Hijriah', 'Eid al-Adha 1448 AH'),
    publicHoliday('2027-05-20', 'Hari Raya Waisak 2571 BE', 'Vesak 2571 BE'),
    publicHoliday('2027-06-01', 'Hari Lahir Pancasila', 'Pancasila Day'),
    publicHoliday('2027-06-06', '1 Muharam, Tahun Baru Islam 1449 Hijriah', 'Islamic New Year 1449 AH'),
    publicHoliday('2027-08-15', 'Maulid Nabi Muhammad SAW', 'Birthday of the Prophet (Mawlid)'),
    publicHoliday('2027-08-17', 'Hari Kemerdekaan Republik Indonesia', 'Independence Day'),
    publicHoliday('2027-12-25', 'Kelahiran Yesus Kristus (Natal)', 'Christmas Day'),
  ],
};
