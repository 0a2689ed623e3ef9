import { readFile } from 'node:fs/promises';
import { pageOf } from '@makaverse/contract/pages';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, journey } from '../support/journey.ts';
import { press, shows } from '../support/moves.ts';

const system = journey();

/** The plan of a programme that has none yet, as its leadership sees it. */
async function emptyPlan(page: Page): Promise<string> {
  const { items } = (await (await page.request.get('/api/programmes')).json()) as { items: { id: string; number: number }[] };
  return pageOf.programmePlan(items.find((one) => one.number === 9)!.id);
}

async function pasteInto(page: Page, label: string, text: string): Promise<void> {
  const cell = page.getByRole('textbox', { name: label });
  await cell.evaluate((element, words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

describe('the plan of a programme', () => {
  it('is pasted from a spreadsheet, drawn, taken out as a workbook and brought back', async () => {
    const page = await system.enter('mayor');
    await page.goto(await emptyPlan(page));
    await page.getByRole('heading', { level: 1, name: 'Program ini belum punya rencana' }).waitFor();
    await page.getByRole('button', { name: 'Ubah tonggak' }).click();
    await page.getByRole('button', { name: 'Tambah baris' }).click();
    const rows = ['Survei\t10\t\t18/3/2022\t\t', 'Desain\t30\t\t30 Juni 2022\t\t1', 'Pekerjaan\tenam puluh\t\t31-12-2022\t\t2'];
    await pasteInto(page, 'Uraian tonggak, baris 1', rows.join('\r\n'));
    await page.getByRole('button', { name: 'Simpan' }).click();
    // One wrong cell keeps all of it from being sent, and says in place what is expected.
    await page.getByText('Tulis angka bulat 1 sampai 1000.').waitFor();
    await expectAccessible(page);
    await page.getByRole('textbox', { name: 'Bobot, baris 3' }).fill('60');
    await page.getByRole('textbox', { name: 'Bobot, baris 3' }).press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Bobot, baris 2');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('img', { name: /^Garis waktu 3 tonggak: 1 lewat/ }).waitFor();
    await page.getByRole('button', { name: 'Lihat sebagai tabel' }).first().click();
    await page.getByRole('cell', { name: 'lewat 4 hari' }).waitFor();

    await page.getByRole('tab', { name: 'Berkas Excel' }).click();
    const leaving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Unduh berkas Excel' }).click();
    const workbook = await readFile(await (await leaving).path());
    await page.locator('input[type=file]').setInputFiles({ name: 'rencana.xlsx', mimeType: '', buffer: workbook });
    await page.getByText('Tonggak: 0 baru, 0 berubah, 3 tetap, 0 dihapus').waitFor();
    await page.getByRole('button', { name: 'Tulis rencana ini' }).click();
    await page.getByText('Rencana dari berkas sudah ditulis.').waitFor();
    await page.locator('input[type=file]').setInputFiles({ name: 'rencana.xlsx', mimeType: '', buffer: workbook.subarray(0, 500) });
    await page.getByText('Berkas ini bukan buku kerja Excel yang utuh.').waitFor();
    await page.context().close();
  });

  it('is written by two at once: what only one changed stays his, what both changed is chosen, nothing unsaved is lost', async () => {
    const mayor = await system.enter('mayor');
    const assistant = await system.enter('assistant');
    const cell = (page: Page, name: string): Locator => page.getByRole('textbox', { name });
    const write = async (page: Page): Promise<void> => {
      await page.goto(await emptyPlan(page));
      await press(page, 'Ubah tonggak');
    };
    await write(mayor);
    await cell(mayor, 'Uraian tonggak, baris 1').fill('Survei simpul');
    await cell(mayor, 'Uraian tonggak, baris 2').fill('Desain rinci');
    // The browser is closed and opened again: what was not saved is still there.
    await mayor.reload();
    await shows(mayor, /^Melanjutkan tulisan Anda yang belum disimpan/);
    expect(await cell(mayor, 'Uraian tonggak, baris 2').inputValue()).toBe('Desain rinci');
    await write(assistant);
    await cell(assistant, 'Uraian tonggak, baris 2').fill('Desain saluran');
    await cell(assistant, 'Uraian tonggak, baris 3').fill('Pengerukan');
    await press(assistant, 'Simpan');
    await assistant.getByRole('img', { name: /^Garis waktu 3 tonggak/ }).waitFor();
    await shows(mayor, '1 isian diubah oleh Anda dan oleh orang lain. Pilih dahulu, lalu simpan.');
    await mayor.getByRole('row', { name: '2 Uraian tonggak Desain rinci Desain saluran' }).waitFor();
    await expectAccessible(mayor);
    await press(mayor, 'Pakai yang terbaru');
    await press(mayor, 'Simpan');
    await mayor.getByRole('img', { name: /^Garis waktu 3 tonggak/ }).waitFor();
    await press(mayor, 'Ubah tonggak');
    const titles = await Promise.all([1, 2, 3].map((row) => cell(mayor, `Uraian tonggak, baris ${row}`).inputValue()));
    expect(titles).toEqual(['Survei simpul', 'Desain saluran', 'Pengerukan']);
    // Leaving with something unsaved asks first.
    await cell(mayor, 'Uraian tonggak, baris 1').fill('Batal saja');
    await press(mayor, 'Batal');
    await press(mayor.getByRole('dialog'), 'Buang perubahan');
    await mayor.getByRole('img', { name: /^Garis waktu 3 tonggak/ }).waitFor();
    for (const page of [mayor, assistant]) await page.context().close();
  });

  it('has places drawn on the map or typed, which are the same', async () => {
    const page = await system.enter('mayor');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).host));
    await page.goto(`${await emptyPlan(page)}?bagian=lokasi`);
    await page.getByRole('button', { name: 'Ubah lokasi' }).click();
    await page.getByRole('button', { name: 'Tambah lokasi' }).click();
    await page.getByRole('textbox', { name: 'Nama lokasi' }).fill('Kolam retensi');
    await page.getByRole('radio', { name: 'bidang' }).check();
    const corners = page.getByRole('textbox', { name: 'Titik (lintang, bujur)' });
    await corners.fill('-5.15, 119.41\n-5.15, 119.42');
    await page.locator('.plan-map canvas').click({ position: { x: 300, y: 150 } });
    await expect.poll(() => corners.inputValue()).toMatch(/^-5\.15, 119\.41\n-5\.15, 119\.42\n-\d\.\d+, 119\.\d+$/);
    await corners.fill('-5.15, 119.41\n-5.15, 119.42\n-5.16, 119.41\n-5.14, 119.42');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Garis keliling memotong dirinya sendiri.').waitFor();
    await corners.fill('-5.15, 119.41\n-5.15, 119.42\n-5.14, 119.42');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('cell', { name: '-5.15, 119.41 · -5.15, 119.42 · -5.14, 119.42' }).waitFor();
    // Tiles, fonts and styles of others would tell them where the city looks.
    expect(new Set(asked)).toEqual(new Set([new URL(system.url()).host]));
    await page.context().close();
  });
});
