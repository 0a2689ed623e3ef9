/** The languages of the interface. */
export type Language = 'id' | 'en';

type DateWords = {
  /** Monday first, as ISO 8601 numbers them. */
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
};

/**
 * Own tables instead of `Intl`: its texts come from the locale data of each runtime, and server, browser and PDF must agree to the letter.
 * Spelling: KBBI for Indonesian; short months after CLDR.
 */
export const DATE_WORDS: Readonly<Record<Language, DateWords>> = {
  id: {
    weekdays: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
    months: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
    shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  },
  en: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
    shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  },
};
