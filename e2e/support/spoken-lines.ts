import type { Page } from 'playwright-core';
import { choose } from './moves.ts';

/** What a mayor says and a clerk types, in the marks of the clerk's line; every part is there. Invented. */
export const wholeLines: readonly string[] = [
  'Petakan simpul genangan bersama BPBD @Dinas PU, BPBD >Asisten II !29 April &Jumat =peta disahkan',
  'Tulis surat resmi ke balai sungai @Dinas PU >Asisten II !Jumat depan &Jumat =tanda terima surat',
  'Tempel jadwal angkut sampah di tiap lorong @DLH >Asisten II !31 Maret &Jumat =semua lorong',
  'Perbarui data stunting per nama @Dinkes >Asisten I !29 April &Jumat =daftar per posyandu',
  'Siapkan sekolah terpadu, bukan hanya gambar @Disdik >Asisten I !29 April &Jumat =lokasi ditetapkan',
  'Tata parkir di tepi jalan utama @Dishub, Satpol PP >Asisten II !29 April &Jumat =tiga ruas tertib',
  'Hitung ulang kemampuan belanja @Bapenda, Bappeda >Asisten III !1 April &Jumat =angka disepakati',
  'Jemput bola kependudukan ke pulau-pulau @Disdukcapil >Asisten I !29 April &Jumat =jadwal diumumkan',
  'Umumkan syarat seleksi ke Singapura @BKPSDMD >Asisten III !31 Maret &Jumat =syarat terbit',
  'Buka data program untuk warga @Diskominfo >Asisten III !29 April &Jumat =halaman terbit',
  'Periksa tindak lanjut arahan ini @Inspektorat >Asisten III !29 Maret &Jumat =ringkasan diterima',
  'Perbaiki kebocoran pipa utama @Perumda Air Minum >Asisten II !15 April &Jumat =daftar selesai',
  'Perbarui nomor kontak RT dan RW @semua camat >Asisten I !31 Maret &Jumat =daftar lengkap',
  'Siapkan regu siaga malam @semua camat >Asisten I !31 Maret &Jumat =jadwal regu',
];

/** Lines that lack one part each, and how a clerk mends it once the gap's link has led him there. The last is mended at the desk itself. */
export const incompleteLines: readonly { readonly words: string; readonly line: string; readonly gap: (page: Page) => Promise<void> }[] = [
  {
    words: 'Kumpulkan titik lampu jalan yang mati',
    line: 'Kumpulkan titik lampu jalan yang mati @Dishub >Asisten II &Jumat =daftar titik',
    gap: (page) => page.getByLabel('Tenggat dengan kata').fill('tiga minggu'),
  },
  {
    words: 'Rapikan kabel udara di pusat kota',
    line: 'Rapikan kabel udara di pusat kota @Diskominfo >Asisten II !29 April &Jumat',
    gap: (page) => page.getByLabel('Ukuran berhasil').fill('lima ruas tanpa kabel menjuntai'),
  },
  {
    words: 'Latih kader lorong wisata',
    line: 'Latih kader lorong wisata @Dispar !29 April &Jumat =dua ratus kader',
    gap: (page) => choose(page, 'Pembina', 'Asisten', /Asisten/),
  },
  {
    words: 'Siapkan pasar murah menjelang puasa',
    line: 'Siapkan pasar murah menjelang puasa @Disdag >Asisten II !31 Maret =lima belas titik',
    gap: (page) => page.getByLabel('Nama penanggung jawab diusulkan paling lambat').fill('2022-03-25'),
  },
  {
    words: 'Pasang daftar layanan di kantor kecamatan',
    line: 'Pasang daftar layanan di kantor kecamatan @semua camat >Asisten I !31 Maret &Jumat',
    gap: () => Promise.resolve(),
  },
];
