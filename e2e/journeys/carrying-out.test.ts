import { pageOf } from '@makaverse/contract/pages';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, expectAccessible, journey, phone } from '../support/journey.ts';
import { askButton, followAsk, letPass, press, shows } from '../support/moves.ts';
import { reportSetting, type ReportSetting } from '../support/report-setting.ts';

const system = journey();

/** A programme in trouble, from the first promise moved to the silence after the last report; told in order, through three pairs of eyes. */
describe('carrying out', () => {
  const blocked = 'Izin kerja di bantaran Sungai Jeneberang belum terbit';
  const authority = 'Balai Besar Wilayah Sungai Pompengan Jeneberang';
  let setting: ReportSetting;
  let pic: Page;
  let mayor: Page;
  const truth = (): string => pageOf.programmeTruth(setting.programmeId);

  beforeAll(async () => {
    setting = await reportSetting(system);
    pic = await system.enter('head-pu', phone);
    mayor = await system.enter('mayor', desk);
  });
  afterAll(async () => {
    await pic?.context().close();
    await mayor?.context().close();
  });

  async function report(words: string, on: string, reason: string): Promise<void> {
    await pic.goto(pageOf.checkIn(setting.programmeId, setting.unitId));
    await pic.getByLabel('Apa yang sudah dikerjakan').fill(words);
    await pic.getByLabel('Selesai paling lambat').fill(on);
    await pic.getByLabel('Mengapa tanggalnya berubah').fill(reason);
    await press(pic, 'Kirim laporan');
    await shows(pic, /^Terkirim .*/);
  }

  it('keeps a promise moved twice in the ledger, with both reasons, and says so in the truth', async () => {
    await report('Jalan masuk alat disiapkan.', '2022-04-15', 'Alat berat datang terlambat.');
    await report('Seratus meter dikeruk.', '2022-04-22', 'Hujan tiga hari berturut-turut.');
    await mayor.goto(truth());
    await shows(mayor, 'Digeser 2 kali pada 1 tonggak, seluruhnya 14 hari.');
    await shows(mayor, 'Alat berat datang terlambat.');
    await shows(mayor, 'Hujan tiga hari berturut-turut.');
    await mayor
      .locator('.truth-sentence')
      .filter({ hasText: /digeser/ })
      .waitFor();
  });

  it('takes an obstacle outside the city from a phone, and drafts the letter', async () => {
    await pic.goto(truth());
    await press(pic, 'Laporkan hambatan');
    await pic.getByLabel('Apa yang menghambat').fill(blocked);
    await pic.getByLabel('Biaya per hari (Rp)').fill('7500000');
    await pic.getByLabel('Instansi di luar kota').check();
    await pic.getByLabel('Nama instansi').fill(authority);
    await expectAccessible(pic);
    await pic.getByRole('dialog').getByRole('button', { name: 'Laporkan', exact: true }).click();
    await press(pic, 'Buat surat');
    await pic.getByLabel('Dasar hukum').fill('Peraturan Pemerintah Nomor 38 Tahun 2011 tentang Sungai, Pasal 57');
    await press(pic, 'Simpan surat');
    for (const [name, begins] of [
      ['Unduh PDF', '%PDF-'],
      ['Unduh DOCX', 'PK'],
    ] as const) {
      const href = await pic.getByRole('link', { name }).getAttribute('href');
      const file = await (await pic.request.get(href!)).body();
      expect(file.subarray(0, begins.length).toString('latin1')).toBe(begins);
    }
    await expectAccessible(pic);
  });

  it('counts the days from the letter on as theirs', async () => {
    await pic.getByLabel('Nomor surat').fill('600/112/DPU/III/2022');
    await pic.getByLabel('Jawaban ditunggu sampai').fill('2022-03-25');
    await press(pic, 'Catat sudah dikirim');
    await shows(pic, new RegExp(`Surat ada pada ${authority}`));
    await letPass(mayor, '3 hari');
    await mayor.goto(pageOf.obstacles());
    await shows(mayor, `Dari luar kota: ${authority}`);
    await shows(mayor, /0 hari hilang karena kota, 3 karena pihak luar/);
  });

  it('climbs by itself to the mayor when nobody answers, who sees it on his page with one button', async () => {
    for (let days = 0; days < 12; days += 3) await letPass(mayor, '3 hari');
    await mayor.goto(pageOf.mayor());
    await askButton(mayor, blocked).first().waitFor();
    expect(await askButton(mayor, blocked).count()).toBe(1);
    await askButton(mayor, blocked).click();
    await shows(mayor, /^Lewat tenggat Jumat, 25 Maret 2022, 16\.00 WITA; ada pada .*, Wali Kota\. Jawabannya ditunggu sampai/);
    await shows(mayor, 'Naik sendiri ke Wali Kota');
    await expectAccessible(mayor);
    await press(mayor, 'Sanggupi dengan tanggal');
    await mayor.getByLabel('Apa yang akan dilakukan').fill('Saya hubungi kepala balai sendiri.');
    await mayor.locator('form').getByRole('button', { name: 'Sanggupi dengan tanggal' }).click();
    await shows(mayor, /^Disanggupi selesai sampai/);
    await mayor.goto(pageOf.mayor());
    // It stays his until it is done, by the day he gave himself.
    await askButton(mayor, `Anda sanggupi: ${blocked}`).waitFor();
  });

  it('calls a part silent on which nobody reported for more than two working days, and asks its person', async () => {
    await mayor.goto(truth());
    await shows(mayor, /Dinas Pekerjaan Umum tidak melapor: laporan .* seharusnya masuk/);
    await mayor.goto(pageOf.mayor());
    await shows(mayor.getByRole('listitem').filter({ hasText: 'Saluran Bontorannu bebas endapan' }), 'tidak ada laporan');
    await pic.goto(pageOf.today());
    await followAsk(pic, /Saluran Bontorannu bebas endapan/);
    await pic.getByLabel('Apa yang sudah dikerjakan').fill('Pengerukan dilanjutkan.');
    await press(pic, 'Kirim laporan');
    await shows(pic, /^Terkirim .*/);
    await mayor.goto(truth());
    await shows(mayor, 'Seluruh ceritanya');
    expect(await mayor.getByText(/tidak melapor/).count()).toBe(0);
  });

  it('tells the whole of it on one line, from the start to the last report', async () => {
    for (const words of ['Alat berat datang terlambat.', blocked, 'Pengerukan dilanjutkan.']) await shows(mayor, words);
  });
});
