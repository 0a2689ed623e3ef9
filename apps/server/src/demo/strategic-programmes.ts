/**
 * The twenty strategic programmes. Numbers 10 to 20 are known by name from press reports of March 2022 (tribunnews 16 March 2022,
 * rakyatku, sulselsatu), amounts as reported then; 1 to 9 are not publicly known and are examples.
 */
export interface KnownProgramme {
  readonly number: number;
  readonly name: string;
  readonly outcome: string;
  readonly field: string;
  readonly units: readonly string[];
  readonly reviewer: string;
}

const example = (number: number, name: string, outcome: string, field: string, unit: string, reviewer: string): KnownProgramme => ({
  number,
  name: `${name} (contoh)`,
  outcome,
  field,
  units: [unit],
  reviewer,
});

/** In the order of their numbers; units by their full names. */
export const strategicProgrammes: readonly KnownProgramme[] = [
  example(
    1,
    'Drainase kota bebas genangan',
    'Genangan lebih dari dua jam tidak terjadi lagi di 20 kelurahan rawan',
    'Pekerjaan umum',
    'Dinas Pekerjaan Umum',
    'ASISTEN-2',
  ),
  example(
    2,
    'Lorong wisata',
    'Setiap kelurahan punya satu lorong wisata yang dirawat warganya',
    'Ketahanan pangan',
    'Dinas Ketahanan Pangan',
    'ASISTEN-2',
  ),
  example(
    3,
    'Sampah terpilah dari rumah',
    'Separuh rumah tangga memilah sampah',
    'Lingkungan hidup',
    'Dinas Lingkungan Hidup',
    'ASISTEN-2',
  ),
  example(4, 'Penurunan stunting', 'Prevalensi stunting turun di kelurahan pesisir dan pulau', 'Kesehatan', 'Dinas Kesehatan', 'ASISTEN-1'),
  example(
    5,
    'Air bersih untuk pulau',
    'Semua pulau berpenghuni punya air minum layak',
    'Air minum',
    'Perusahaan Umum Daerah Air Minum Kota Makassar',
    'ASISTEN-2',
  ),
  example(
    6,
    'Layanan kependudukan jemput bola',
    'Warga pulau mengurus dokumen tanpa menyeberang',
    'Kependudukan',
    'Dinas Kependudukan dan Pencatatan Sipil',
    'ASISTEN-1',
  ),
  example(7, 'Parkir tertib', 'Semua parkir tepi jalan resmi dan bertarif tetap', 'Perhubungan', 'Dinas Perhubungan', 'ASISTEN-2'),
  example(8, 'Pelatihan kerja pemuda', 'Dua ribu pemuda dilatih dan disalurkan', 'Ketenagakerjaan', 'Dinas Ketenagakerjaan', 'ASISTEN-1'),
  example(
    9,
    'Tanggap darurat 15 menit',
    'Bantuan pertama tiba dalam 15 menit di seluruh daratan',
    'Kebencanaan',
    'Badan Penanggulangan Bencana Daerah',
    'ASISTEN-2',
  ),
  {
    number: 10,
    name: 'Sekolah terpadu',
    outcome: 'Satu sekolah terpadu berdiri dan menerima murid',
    field: 'Pendidikan',
    units: ['Dinas Pendidikan'],
    reviewer: 'ASISTEN-1',
  },
  {
    number: 11,
    name: 'Revitalisasi Karebosi',
    outcome: 'Lapangan Karebosi kembali menjadi ruang warga',
    field: 'Pemuda dan olahraga',
    units: ['Dinas Pemuda dan Olahraga'],
    reviewer: 'STAFAHLI-1',
  },
  {
    number: 12,
    name: 'Balai kota lama sebagai wisata sejarah',
    outcome: 'Gedung balai kota lama dibuka sebagai tujuan wisata sejarah (dilaporkan Rp 20 miliar)',
    field: 'Pariwisata',
    units: ['Dinas Pariwisata', 'Dinas Kebudayaan'],
    reviewer: 'STAFAHLI-1',
  },
  {
    number: 13,
    name: 'Gedung PKK-Dekranasda',
    outcome: 'Gedung PKK-Dekranasda berdiri dan dipakai (dilaporkan Rp 20 miliar)',
    field: 'Perumahan dan permukiman',
    units: ['Dinas Perumahan dan Kawasan Permukiman'],
    reviewer: 'ASISTEN-3',
  },
  {
    number: 14,
    name: 'Kanrerong Jalan Nikel',
    outcome: 'Pedagang Jalan Nikel berjualan di tempat yang tertata',
    field: 'Perdagangan',
    units: ['Dinas Perdagangan'],
    reviewer: 'ASISTEN-2',
  },
  {
    number: 15,
    name: 'Kanrerong Karebosi',
    outcome: 'Pedagang sekitar Karebosi berjualan di tempat yang tertata',
    field: 'Koperasi dan UKM',
    units: ['Dinas Koperasi, Usaha Kecil dan Menengah'],
    reviewer: 'ASISTEN-2',
  },
  {
    number: 16,
    name: 'Balai kota baru di CPI',
    outcome: 'Balai kota baru di Center Point of Indonesia, 3,3 ha (dilaporkan sekitar Rp 2 triliun)',
    field: 'Penataan ruang',
    units: ['Dinas Penataan Ruang', 'Dinas Pekerjaan Umum'],
    reviewer: 'STAFAHLI-2',
  },
  {
    number: 17,
    name: 'Macca Arena',
    outcome: 'Tahap pertama gelanggang Macca Arena selesai (dilaporkan Rp 90 miliar)',
    field: 'Pemuda dan olahraga',
    units: ['Dinas Pemuda dan Olahraga'],
    reviewer: 'STAFAHLI-2',
  },
  {
    number: 18,
    name: 'Sirkuit Untia',
    outcome: 'Sirkuit balap Untia dapat dipakai berlatih',
    field: 'Pemuda dan olahraga',
    units: ['Dinas Pemuda dan Olahraga'],
    reviewer: 'STAFAHLI-3',
  },
  {
    number: 19,
    name: 'Mal pelayanan publik',
    outcome: 'Mal pelayanan publik tujuh lantai melayani warga',
    field: 'Pelayanan',
    units: ['Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu'],
    reviewer: 'STAFAHLI-2',
  },
  {
    number: 20,
    name: 'Pedestrian Japparate',
    outcome: 'Tahap pertama jalur pejalan kaki Japparate selesai (dilaporkan Rp 20 miliar)',
    field: 'Pekerjaan umum',
    units: ['Dinas Pekerjaan Umum'],
    reviewer: 'ASISTEN-2',
  },
];
