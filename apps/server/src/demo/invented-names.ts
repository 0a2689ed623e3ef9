/**
 * Invented names for the demo's people, in the way names are made in South Sulawesi. No list of real holders of office was used; a likeness
 * to anyone living is chance.
 */
const given = [
  'Andi Rahmat',
  'Nurhayati',
  'Muhammad Ilham',
  'Sitti Aminah',
  'Baso Amir',
  'Hasnawati',
  'Andi Tenri',
  'Syamsuddin',
  'Rosmini',
  'Firdaus',
  'Marwah',
  'Ahmad Yani',
  'Nur Fadillah',
  'Rusdi',
  'Andi Sukma',
  'Jamaluddin',
  'Kartini',
  'Anwar',
  'Ratna',
  'Zulkifli',
  'Herlina',
  'Abdul Karim',
  'Sri Wahyuni',
  'Iskandar',
  'Murniati',
  'Faisal',
  'Andi Besse',
  'Taufik',
  'Salmah',
  'Ridwan',
];
const second = [
  'Daeng Sila',
  'Patta',
  'Mappasessu',
  'Tahir',
  'Lallo',
  'Daeng Ngalle',
  'Mattola',
  'Saleh',
  'Parenrengi',
  'Hamid',
  'Daeng Tata',
  'Palinrungi',
  'Yusuf',
  'Makkasau',
  'Daeng Rani',
  'Sulaiman',
  'Mallarangan',
  'Basir',
  'Daeng Lira',
];

/** The n-th invented name; different for every n below 570. */
export function inventedName(n: number): string {
  // 30 and 19 have no common divisor, so walking both lists at once meets every pair before one comes twice.
  return `${given[n % given.length]} ${second[n % second.length]}`;
}
