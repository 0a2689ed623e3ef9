/**
 * The twenty directives of the demo's Rakorsus. Their wording is invented for the demo (every one is an example); the setting (57 units,
 * three points, twenty strategic programmes) is that of March 2022.
 */
export interface SpokenDirective {
  /** Minutes after the opening when it was said. */
  readonly minute: number;
  readonly words: string;
  /** Unit codes or a group. */
  readonly to: readonly string[] | 'all-kecamatan';
  readonly isCascading?: boolean;
  readonly deadline: string;
  readonly measure: string;
  readonly reviewer: string;
  /** Unit code → its person in charge named at once; all others owe a nomination. */
  readonly nominateBy: string;
  readonly programme?: number;
}

const pu = 'Dinas Pekerjaan Umum';
const bpbd = 'Badan Penanggulangan Bencana Daerah';
const dlh = 'Dinas Lingkungan Hidup';
const perkim = 'Dinas Perumahan dan Kawasan Permukiman';
const diskominfo = 'Dinas Komunikasi dan Informatika';
const bappeda = 'Badan Perencanaan Pembangunan Daerah';
const ptsp = 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu';
const bkpsdm = 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah';
const kerjasama = 'Bagian Kerjasama';
const [asisten1, asisten2, asisten3] = ['ASISTEN-1', 'ASISTEN-2', 'ASISTEN-3'] as const;
const [ahli1, ahli2, ahli3] = ['STAFAHLI-1', 'STAFAHLI-2', 'STAFAHLI-3'] as const;

/** In the order they were said. Units are named by their full names as in the city's data, offices of review by their codes. */
export const spokenDirectives: readonly SpokenDirective[] = [
  {
    minute: 12,
    words:
      'Semua camat bersama lurahnya membersihkan saluran tersier di wilayah masing-masing sebelum puncak hujan berikutnya, dan laporkan titik yang tidak bisa ditangani sendiri.',
    to: 'all-kecamatan',
    isCascading: true,
    deadline: '2022-04-14',
    measure: 'Semua saluran tersier di 153 kelurahan bersih; daftar titik sisa diterima Dinas PU',
    reviewer: asisten2,
    nominateBy: '2022-03-18',
  },
  {
    minute: 25,
    words: 'Dinas PU petakan simpul genangan bersama BPBD, urutkan mana yang dikeruk lebih dulu, jangan tunggu banjir.',
    to: [pu, bpbd],
    deadline: '2022-04-29',
    measure: 'Peta simpul genangan dan urutan pengerukan disahkan',
    reviewer: asisten2,
    nominateBy: '2022-03-18',
  },
  {
    minute: 38,
    words:
      'Tulis surat resmi kepada balai wilayah sungai untuk saluran primer yang bukan kewenangan kota, saya mau tahu tanggal jawabannya.',
    to: [pu],
    deadline: '2022-03-25',
    measure: 'Surat terkirim dengan tanda terima dan tanggal jawaban yang diminta',
    reviewer: asisten2,
    nominateBy: '2022-03-17',
  },
  {
    minute: 51,
    words:
      'Setiap SKPD usulkan nama penanggung jawab untuk program strategis di bidangnya, orang yang mau bekerja dan kreatif, bukan sekadar jabatan.',
    to: [pu, perkim, ptsp, 'Dinas Pendidikan', 'Dinas Pariwisata'],
    deadline: '2022-03-21',
    measure: 'Setiap program strategis punya penanggung jawab yang menerima penunjukannya',
    reviewer: asisten1,
    nominateBy: '2022-03-18',
  },
  {
    minute: 66,
    words: 'Mal pelayanan publik harus jelas lantai dan layanannya; PTSP dan Kominfo sepakati alur satu pintu.',
    to: [ptsp, diskominfo],
    deadline: '2022-05-31',
    measure: 'Rancangan layanan tujuh lantai disepakati dan ditandatangani',
    reviewer: ahli2,
    nominateBy: '2022-03-18',
    programme: 19,
  },
  {
    minute: 79,
    words: 'Revitalisasi Karebosi: selesaikan urusan aset dan parkir dulu, baru bicara desain.',
    to: ['Dinas Pertanahan', 'Dinas Pemuda dan Olahraga'],
    deadline: '2022-06-30',
    measure: 'Status aset dan kesepakatan parkir tertulis',
    reviewer: ahli1,
    nominateBy: '2022-03-18',
    programme: 11,
  },
  {
    minute: 95,
    words: 'Pendidikan siapkan sekolah terpadu: lokasi, kebutuhan guru dan jadwal, jangan hanya gambar.',
    to: ['Dinas Pendidikan'],
    deadline: '2022-05-13',
    measure: 'Dokumen lokasi, guru dan jadwal diterima Bappeda',
    reviewer: asisten1,
    nominateBy: '2022-03-18',
    programme: 10,
  },
  {
    minute: 108,
    words: 'Dinas Kesehatan turunkan angka stunting di kelurahan pesisir dan pulau, mulai dari data per nama.',
    to: ['Dinas Kesehatan', 'Dinas Pengendalian Penduduk dan Keluarga Berencana'],
    deadline: '2022-06-30',
    measure: 'Data per nama lengkap di semua kelurahan pesisir dan pulau',
    reviewer: asisten1,
    nominateBy: '2022-03-18',
  },
  {
    minute: 121,
    words: 'Lingkungan Hidup dan semua camat: jadwal angkut sampah ditempel di setiap lorong, warga harus tahu jam berapa.',
    to: 'all-kecamatan',
    isCascading: true,
    deadline: '2022-04-22',
    measure: 'Jadwal angkut tertempel dan difoto di setiap kelurahan',
    reviewer: asisten2,
    nominateBy: '2022-03-18',
  },
  {
    minute: 137,
    words: 'Lingkungan Hidup susun rute dan jam angkut sampah per kecamatan sebagai dasar jadwal lorong.',
    to: [dlh],
    deadline: '2022-04-01',
    measure: 'Rute dan jam angkut 15 kecamatan terbit',
    reviewer: asisten2,
    nominateBy: '2022-03-18',
  },
  {
    minute: 150,
    words: 'Seleksi delapan puluh orang ke Singapura dengan ketat; BKPSDM umumkan syaratnya terbuka.',
    to: [bkpsdm, kerjasama],
    deadline: '2022-04-08',
    measure: 'Syarat dan jadwal seleksi diumumkan; daftar pendaftar terbuka',
    reviewer: asisten3,
    nominateBy: '2022-03-18',
  },
  {
    minute: 164,
    words: 'Kominfo siapkan Makaverse: rapat, arahan dan peta kota dalam satu tempat yang bisa dipakai semua SKPD.',
    to: [diskominfo],
    deadline: '2022-06-17',
    measure: 'Rapat penyegaran pertama berlangsung di Makaverse',
    reviewer: ahli3,
    nominateBy: '2022-03-18',
  },
  {
    minute: 178,
    words: 'Perhubungan dan Perumda Parkir tata parkir tepi jalan di Ujung Pandang dan Wajo, jangan ada tarif liar.',
    to: ['Dinas Perhubungan', 'Perumda Parkir Makassar Raya'],
    deadline: '2022-04-29',
    measure: 'Titik parkir resmi bertanda, aduan tarif turun setengah',
    reviewer: asisten2,
    nominateBy: '2022-03-18',
  },
  {
    minute: 190,
    words: 'PDAM selesaikan daftar kebocoran pipa utama dan beri tahu warga jadwal perbaikannya.',
    to: ['Perusahaan Umum Daerah Air Minum Kota Makassar'],
    deadline: '2022-04-15',
    measure: 'Daftar kebocoran dan jadwal perbaikan terbit',
    reviewer: asisten2,
    nominateBy: '2022-03-18',
  },
  {
    minute: 203,
    words: 'Pariwisata: gedung balai kota lama jadi wisata sejarah, mulai dengan kajian cagar budaya.',
    to: ['Dinas Pariwisata', 'Dinas Kebudayaan'],
    deadline: '2022-05-20',
    measure: 'Kajian cagar budaya selesai dan dibahas',
    reviewer: ahli1,
    nominateBy: '2022-03-18',
    programme: 12,
  },
  {
    minute: 218,
    words: 'Bapenda dan Bappeda hitung ulang kemampuan belanja untuk program strategis, saya mau angka yang jujur.',
    to: ['Badan Pendapatan Daerah', bappeda],
    deadline: '2022-04-01',
    measure: 'Proyeksi pendapatan dan ruang belanja disampaikan',
    reviewer: asisten3,
    nominateBy: '2022-03-17',
  },
  {
    minute: 232,
    words: 'Satpol PP bersama Perdagangan tata Kanrerong, pedagang diajak bicara lebih dulu.',
    to: ['Satuan Polisi Pamong Praja', 'Dinas Perdagangan'],
    deadline: '2022-04-29',
    measure: 'Kesepakatan tertulis dengan paguyuban pedagang',
    reviewer: asisten2,
    nominateBy: '2022-03-18',
    programme: 14,
  },
  {
    minute: 247,
    words: 'Dukcapil jemput bola ke pulau-pulau, jadwalnya diumumkan lurah.',
    to: ['Dinas Kependudukan dan Pencatatan Sipil', 'Kecamatan Kepulauan Sangkarrang'],
    deadline: '2022-05-06',
    measure: 'Pelayanan terlaksana di semua pulau berpenghuni',
    reviewer: asisten1,
    nominateBy: '2022-03-18',
  },
  {
    minute: 263,
    words: 'Semua camat perbarui nomor kontak RT dan RW; kalau warga menelepon, harus ada yang mengangkat.',
    to: 'all-kecamatan',
    isCascading: true,
    deadline: '2022-03-31',
    measure: 'Daftar kontak 996 RW dan 4.979 RT terverifikasi',
    reviewer: asisten1,
    nominateBy: '2022-03-18',
  },
  {
    minute: 280,
    words: 'Inspektorat periksa tindak lanjut arahan ini, minggu depan saya tanya satu per satu.',
    to: ['Inspektorat Daerah'],
    deadline: '2022-03-22',
    measure: 'Ringkasan tindak lanjut seluruh arahan tersedia sebelum rapat penyegaran',
    reviewer: asisten3,
    nominateBy: '2022-03-17',
  },
];
