import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../apps/server/src/modules/meetings/minutes/testing/read-pdf.ts';
import { journey } from '../support/journey.ts';
import { choose, follow, headingSays, press, shows } from '../support/moves.ts';
import { incompleteLines, wholeLines } from '../support/spoken-lines.ts';

const system = journey();
const title = 'Rakorsus Malam Ini';

/** One night, told in order: each step needs those before it. */
describe('a Rakorsus night', () => {
  let clerk: Page;
  let chair: Page;
  let room: Page;
  let meetingPath = '';
  beforeAll(async () => {
    clerk = await system.enter('clerk');
    chair = await system.enter('mayor');
  });
  afterAll(async () => {
    for (const page of [clerk, chair, room]) await page?.context().close();
  });

  it('is prepared from the template and called; who is invited has it in his mail with a calendar file', async () => {
    await clerk.goto('/rapat');
    await follow(clerk, 'Siapkan rapat');
    await clerk.getByLabel('Judul').fill(title);
    await clerk.getByLabel('Hari', { exact: true }).fill('2022-03-22');
    await clerk.getByLabel('Tempat').fill('Baruga, Balai Kota Makassar');
    const { person } = (await (await chair.request.get('/api/session')).json()) as { person: { name: string } };
    await choose(clerk, 'Pimpinan rapat', person.name, new RegExp(`^${RegExp.escape(person.name)}`));
    await press(clerk, 'Simpan rancangan');
    await headingSays(clerk, title);
    meetingPath = new URL(clerk.url()).pathname;
    // 36 agencies and secretariats, 15 kecamatan and 6 companies present in groups.
    await shows(clerk, 'Dinas Pekerjaan Umum');
    await shows(clerk, /: 57 perangkat daerah/);

    await press(clerk, 'Panggil rapat');
    await press(clerk.getByRole('dialog'), 'Panggil rapat');
    await shows(clerk, 'diundang');

    const camat = await system.enter('camat');
    await camat.goto('/surat');
    await follow(camat, new RegExp(title));
    await shows(camat, 'Baruga, Balai Kota Makassar');
    const saving = camat.waitForEvent('download');
    await press(camat, 'Simpan undangan kalender (.ics)');
    const calendar = await readFile(await (await saving).path(), 'utf8');
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(calendar).toContain(`SUMMARY:${title}`);
    expect(calendar).toContain('METHOD:REQUEST');
    await camat.context().close();
  });

  it('is opened by its chair; the room sees it without loading anew', async () => {
    room = await system.enter('inspector');
    await room.goto(`${meetingPath}/layar`);
    await headingSays(room, 'Rapat belum dibuka');
    await chair.goto(`${meetingPath}/pimpinan`);
    await press(chair, 'Buka rapat');
    await press(chair, /^Mulai: Pembukaan/);
    await headingSays(room, /Pembukaan/);
    await press(chair, /^Berikutnya: Dinas Pendidikan/);
    await headingSays(room, 'Dinas Pendidikan');
    expect(await room.getByRole('timer').innerText()).toContain('tersisa');
  });

  it('counts a room that comes in with names', async () => {
    const pu = await system.enter('head-pu');
    await pu.goto(`${meetingPath}/hadir`);
    await choose(pu, /Pegawai .*di ruangan ini/, 'Parenrengi', /Parenrengi/);
    await pu.getByLabel('Nama lain').fill('Tamu Balai Sungai\nTeknisi Pompa');
    await press(pu, 'Catat 3 orang hadir');
    await shows(pu, '3 nama dicatat hadir.');
    await headingSays(pu, '3 orang dari 1 perangkat daerah hadir');
    await shows(room, '3 orang, 1 perangkat daerah');
    await shows(chair, '3 orang');
    await pu.context().close();
  });

  it('lets the clerk enter twenty directives by keyboard alone while the parts fill', async () => {
    await clerk.goto(`${meetingPath}/notulis`);
    await headingSays(clerk, 'Belum ada arahan');
    // Whoever opens the desk has come to type: the cursor stands in the line.
    await clerk.waitForFunction(() => document.activeElement?.classList.contains('clerk-line'));
    const hollow = (): Promise<number> => clerk.locator('.clerk-parts .mv-missing').count();
    const empty = await hollow();
    await clerk.keyboard.type('Bersihkan saluran tersier di wilayah masing-masing ');
    expect(await hollow()).toBe(empty - 1);
    await clerk.keyboard.type('@semua ca');
    await clerk
      .getByRole('option', { name: /semua camat/ })
      .first()
      .waitFor();
    await clerk.keyboard.press('Tab');
    await clerk.locator('.clerk-names').getByText('semua camat').waitFor();
    expect(await hollow()).toBe(empty - 2);
    await clerk.keyboard.type('>Asisten II !dua minggu &Jumat ');
    await shows(clerk.locator('.clerk-parts'), 'Selasa, 5 April 2022');
    expect(await hollow()).toBe(empty - 5);
    await clerk.keyboard.type('=semua saluran tersier bersih');
    await clerk.keyboard.press('Enter');
    await shows(clerk, /tersimpan lengkap/);
    await headingSays(clerk, '1 arahan, 0 belum lengkap');

    for (const line of [...wholeLines, ...incompleteLines.map((one) => one.line)]) {
      await clerk.keyboard.insertText(line);
      await clerk.keyboard.press('Enter');
    }
    await headingSays(clerk, `20 arahan, ${incompleteLines.length} belum lengkap`);
    await room.locator('.room-directives').getByText(incompleteLines.at(-1)!.words).waitFor();
    await shows(chair, incompleteLines.at(-1)!.words);
  });

  it('mends the last directive by walking back to it with Alt ↑', async () => {
    await clerk.keyboard.press('Alt+ArrowUp');
    await shows(clerk, /^Ubah arahan/);
    await clerk.keyboard.press('End');
    await clerk.keyboard.insertText(' =daftar terpasang di semua kantor');
    await clerk.keyboard.press('Enter');
    await headingSays(clerk, `20 arahan, ${incompleteLines.length - 1} belum lengkap`);
  });

  it('refuses to close while directives have gaps, and names each with the place to mend it', async () => {
    await press(chair, 'Tutup rapat');
    await press(chair.getByRole('dialog'), 'Tutup rapat');
    await shows(chair, `Rapat belum bisa ditutup: ${incompleteLines.length - 1} kekurangan.`);
    expect(await chair.locator('.chair-gaps a').count()).toBe(incompleteLines.length - 1);

    for (const { words, gap } of incompleteLines.slice(0, -1)) {
      await clerk.goto(`${meetingPath}/notulis`);
      const link = clerk.locator('.clerk-directive').filter({ hasText: words }).locator('.clerk-gaps a');
      const part = new URLSearchParams((await link.getAttribute('href'))!.split('?')[1]).get('mend');
      await link.click();
      // It leads to the very field, not only to the form; where a list is still on its way, as soon as it has come.
      await clerk.waitForFunction((one) => document.activeElement?.closest<HTMLElement>('[data-part]')?.dataset['part'] === one, part);
      await gap(clerk);
      await press(clerk, 'Simpan');
      await clerk.getByRole('button', { name: 'Lengkapi atau ubah' }).waitFor();
      expect(await clerk.locator('#mv-record .mv-notice').count(), words).toBe(0);
    }
    // The chair's list shrank by itself.
    await shows(chair, 'Semua arahan sudah lengkap. Rapat dapat ditutup.');
  });

  it('closes, and the directives go out', async () => {
    await press(chair, 'Tutup rapat');
    await press(chair.getByRole('dialog'), 'Tutup rapat');
    await headingSays(chair, 'Rapat ditutup');
    await headingSays(room, 'Rapat ditutup');
    await shows(room, '20 arahan terbit. Terima kasih.');
  });

  it('has minutes written from what happened, edited, approved and on paper', async () => {
    await clerk.goto(`${meetingPath}/notulen`);
    await press(clerk, 'Tulis rancangan');
    await headingSays(clerk, 'Notulen menunggu pengesahan');
    await shows(clerk, /Rapat menghasilkan 20 arahan/);
    await press(clerk, 'Ubah');
    const summary = clerk.getByLabel('Ringkasan');
    await summary.fill(`${await summary.inputValue()} Wali Kota menutup rapat dengan terima kasih.`);
    await press(clerk, 'Simpan');
    await shows(clerk, /Wali Kota menutup rapat dengan terima kasih/);

    await chair.goto(`${meetingPath}/notulen`);
    await press(chair, 'Sahkan notulen');
    await headingSays(chair, /^Disahkan Rosmini/);
    const address = await chair.getByRole('link', { name: 'Buka PDF' }).getAttribute('href');
    const reply = await chair.request.get(address!);
    expect(reply.headers()['content-type']).toContain('application/pdf');
    const pdf = await reply.body();
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const { pages } = readPdf(pdf);
    expect(pages.length).toBeGreaterThan(3);
    const text = pages.join(' ').replaceAll(/\s+/g, ' ');
    for (const words of [title, 'Tamu Balai Sungai', 'Wali Kota menutup rapat dengan terima kasih', incompleteLines[0]!.words]) {
      expect(text).toContain(words);
    }
  });

  it('leaves each addressed unit asked for its understanding', async () => {
    const camat = await system.enter('camat');
    await camat.goto('/hari-ini');
    await camat.locator('.ask').filter({ hasText: 'Bersihkan saluran tersier' }).first().waitFor();
    await camat.context().close();
  });
});
