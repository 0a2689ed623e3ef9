import { pageOf } from '@makaverse/contract/pages';
import { drawnScene } from '@makaverse/perceptual-hash/testing/drawn-scene';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../apps/server/src/database/open.ts';
import { connectionOfRunning } from '../../apps/server/src/database/embedded-connection.ts';
import { newToken, tokenHash } from '../../apps/server/src/modules/identity/session-token.ts';
import { expectAccessible, journey, phone } from '../support/journey.ts';
import { follow, headingSays, press, shows } from '../support/moves.ts';
import { reportSetting, type ReportSetting } from '../support/report-setting.ts';

const system = journey();

async function photo(place: number, moment: string): Promise<Buffer> {
  const { width, height, pixels } = drawnScene(place);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(2400)
    .jpeg()
    .withExif({ IFD2: { DateTimeOriginal: moment } })
    .toBuffer();
}

const takePhoto = async (page: Page, bytes: Buffer): Promise<void> => {
  await page.locator('input[type=file][capture]').setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: bytes });
  await page.locator('.check-in-shots img').last().waitFor();
};

interface Kept {
  readonly items: readonly { readonly words: string; readonly evidence: readonly { readonly takenAt: string | null }[] }[];
}

/** One report after another, told in order. */
describe('reporting from a phone', () => {
  let setting: ReportSetting;
  let pic: Page;
  beforeAll(async () => {
    setting = await reportSetting(system);
    pic = await system.enter('head-pu', phone);
  });
  afterAll(() => pic?.context().close());
  const form = (): string => pageOf.checkIn(setting.programmeId, setting.unitId);
  const kept = async (): Promise<Kept> =>
    (await (await pic.request.get(`/api/programmes/${setting.programmeId}/check-ins`)).json()) as Kept;

  it('asks for three fields, with the promise as it stands, and a photo', async () => {
    await pic.goto(form());
    await headingSays(pic, 'Saluran Bontorannu bebas endapan');
    await press(pic, 'Kirim laporan');
    await shows(pic, 'Tulis apa yang sudah dikerjakan.');
    await expectAccessible(pic);
    await pic.getByLabel('Apa yang sudah dikerjakan').fill('Dua ratus meter saluran primer dikeruk.');
    await pic.getByLabel('Kemajuan keseluruhan').fill('25');
    await pic.getByLabel('Selesai paling lambat').fill('2022-04-15');
    await pic.getByLabel('Mengapa tanggalnya berubah').fill('Alat berat datang terlambat.');
    await takePhoto(pic, await photo(1, '2022:03:22 07:10:00'));
  });

  it('says of an iPhone’s HEIC photo what to do instead, and keeps what was written', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(4000, 7)]);
    await pic.locator('input[type=file][multiple]').setInputFiles({ name: 'IMG_0002.HEIC', mimeType: 'image/heic', buffer: heic });
    await shows(pic, 'berformat HEIC, yang tidak dapat dibuka peramban ini');
    await shows(pic, 'simpan foto itu sebagai JPEG');
    expect(await pic.locator('.check-in-shots img').count()).toBe(1);
  });

  it('keeps what was written, photo too, over a closed page', async () => {
    const context = pic.context();
    await pic.close();
    pic = await context.newPage();
    await pic.goto(form());
    expect(await pic.getByLabel('Apa yang sudah dikerjakan').inputValue()).toBe('Dua ratus meter saluran primer dikeruk.');
    expect(await pic.getByLabel('Mengapa tanggalnya berubah').inputValue()).toBe('Alat berat datang terlambat.');
    await pic.locator('.check-in-shots img').waitFor();
    // What the page stands on is kept meanwhile, so that it opens without a network too.
    await pic.waitForFunction(async () => {
      const kept = await (await caches.open('makaverse-report-1')).keys();
      return kept.some((one) => one.url.endsWith('/index.html')) && kept.some((one) => one.url.includes('/assets/check-in-page'));
    });
  });

  it('without a network is kept on the phone and says so; with one it goes by itself, once, and says when', async () => {
    await pic.context().setOffline(true);
    await press(pic, 'Kirim laporan');
    await shows(pic, /^Tersimpan di perangkat ini pukul .*, dengan 1 foto\./);
    await shows(pic, /Belum terkirim/);
    expect((await kept()).items).toEqual([]);
    // Many a thumb presses again, and many a pocket closes the browser: it opens again without a network.
    await press(pic, 'Kirim sekarang');
    const context = pic.context();
    await pic.close();
    pic = await context.newPage();
    await pic.goto(form());
    await headingSays(pic, 'Saluran Bontorannu bebas endapan');
    await shows(pic, /^Tersimpan di perangkat ini pukul .*, dengan 1 foto\./);
    await pic.context().setOffline(false);
    await shows(pic, /^Terkirim Selasa, 22 Maret 2022/);
    const { items } = await kept();
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      words: 'Dua ratus meter saluran primer dikeruk.',
      evidence: [{ takenAt: '2022-03-21T23:10:00.000Z', width: 1600 }],
    });
  });

  it('whose answer was lost on the way is sent again and kept once', async () => {
    await pic.goto(form());
    await pic.getByLabel('Apa yang sudah dikerjakan').fill('Seratus meter lagi dikeruk.');
    await takePhoto(
      pic,
      await sharp(await photo(1, '2022:03:22 07:20:00'))
        .modulate({ brightness: 1.15 })
        .jpeg({ quality: 60 })
        .toBuffer(),
    );
    let isLost = false;
    await pic.route('**/check-ins', async (route) => {
      if (isLost || route.request().method() !== 'POST') return route.continue();
      isLost = true;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await press(pic, 'Kirim laporan');
    // That the report before this one was sent may still stand there.
    await expect.poll(() => isLost, { timeout: 30_000 }).toBe(true);
    await shows(pic, /^Terkirim .*/);
    await pic.unroute('**/check-ins');
    const { items } = await kept();
    expect(items.map((one) => [one.words, one.evidence.length])).toEqual([
      ['Seratus meter lagi dikeruk.', 1],
      ['Dua ratus meter saluran primer dikeruk.', 1],
    ]);
  });

  it('with a photo that was sent before asks the reviewer, who sees both side by side and answers', async () => {
    const reviewer = await system.enter('assistant');
    await reviewer.goto(pageOf.programme(setting.programmeId));
    await shows(reviewer, 'Seratus meter lagi dikeruk.');
    await follow(reviewer, 'Gambar sama?');
    await headingSays(reviewer, 'Gambar ini tampak sama dengan foto yang pernah dikirim');
    expect(await reviewer.locator('.evidence-sides img').count()).toBe(2);
    await expectAccessible(reviewer);
    await reviewer.getByLabel('Penilaian Anda').fill('Foto yang sama, hanya diterangkan.');
    await press(reviewer, 'Tolak sebagai bukti');
    await shows(reviewer, 'Ditolak sebagai bukti');
    await reviewer.context().close();
    await pic.goto(pageOf.programme(setting.programmeId));
    await shows(pic, 'Ditolak sebagai bukti');
  });
});

describe('reporting with the link of a reminder', () => {
  it('needs no sign-in, works once, and shows nothing else', async () => {
    const token = newToken();
    const { programmeId, unitId, picId } = await linkable();
    const database = await openDatabase((await connectionOfRunning(system.dataDir()))!, { poolSize: 1 });
    await database.db
      .insertInto('programmes.check_in_link')
      .values({
        token_hash: tokenHash(token),
        programme_id: programmeId,
        unit_id: unitId,
        person_id: picId,
        due_at: new Date('2022-03-25T16:00:00+08:00'),
        expires_at: new Date('2022-03-26T16:00:00+08:00'),
        check_in_id: null,
      })
      .execute();
    await database.close();
    const context = await system.browser().newContext({ baseURL: system.url(), viewport: { width: 360, height: 780 }, locale: 'id-ID' });
    const page = await context.newPage();
    await page.goto(pageOf.checkInLink(token));
    await headingSays(page, /./);
    await expectAccessible(page);
    expect(await page.getByRole('link').count()).toBe(0);
    await page.getByLabel('Apa yang sudah dikerjakan').fill('Serah terima disiapkan.');
    await takePhoto(page, await photo(7, '2022:03:22 07:30:00'));
    await press(page, 'Kirim laporan');
    await shows(page, /^Terkirim .*/);
    await shows(page, 'Dengan 1 foto.');
    await shows(page, /Tautan ini sudah dipakai/);
    expect((await page.request.get('/api/today')).status()).toBe(401);
    await context.close();
    const again = await (await system.browser().newContext({ baseURL: system.url() })).newPage();
    await again.goto(pageOf.checkInLink(token));
    await shows(again, /sudah terkirim dengan tautan ini/);
    await again.context().close();
  });

  async function linkable(): Promise<ReportSetting> {
    const head = await system.enter('head-pu');
    const { items } = (await (await head.request.get('/api/programmes?q=Bontorannu')).json()) as {
      items: { id: string; units: { id: string; pic: { id: string } }[] }[];
    };
    await head.context().close();
    const [programme] = items;
    return { programmeId: programme!.id, unitId: programme!.units[0]!.id, picId: programme!.units[0]!.pic.id };
  }
});
