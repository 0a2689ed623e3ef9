import { pageOf } from '@makaverse/contract/pages';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issuedDirective } from '../support/issued-directive.ts';
import { expectAccessible, journey, phone } from '../support/journey.ts';
import { followAsk, headingSays, press, shows } from '../support/moves.ts';

const system = journey();
const words = 'Buka kembali jalur air di belakang pasar Antang';

describe('a directive travels down and its understanding up', () => {
  let camat: Page;
  let lurah: Page;
  let directiveId = '';
  beforeAll(async () => {
    directiveId = (await issuedDirective(system, words, 'Kecamatan Manggala')).id;
    camat = await system.enter('camat', phone);
    lurah = await system.enter('lurah', phone);
  });
  afterAll(async () => {
    for (const page of [camat, lurah]) await page?.context().close();
  });

  it('is acknowledged by the head of the unit in his own words, on a phone of 360 px', async () => {
    await camat.goto(pageOf.today());
    const ask = new RegExp(`Nyatakan paham.*${words}`, 's');
    await followAsk(camat, ask);
    await headingSays(camat, words);
    const own = camat.getByLabel('Apa yang diminta dari unit Anda, dengan kata-kata sendiri');
    await own.fill('Kami bongkar lapak di atas saluran bersama lurah Antang, Sabtu pagi.');
    // A call comes in and the browser is closed: what was written is still there.
    await camat.reload();
    expect(await own.inputValue()).toContain('Sabtu pagi');
    expect(await camat.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await expectAccessible(camat);
    await press(camat, 'Nyatakan paham');
    await shows(camat, 'Kami bongkar lapak di atas saluran bersama lurah Antang, Sabtu pagi.');
    await shows(camat, 'Teruskan ke unit di bawah');
  });

  it('is passed on by the camat to his lurah, each with his own task', async () => {
    await press(camat, /^Pilih semua/);
    await press(camat, 'Teruskan');
    await shows(camat, /^0 dari \d+ di bawahnya paham/);
    await lurah.goto(pageOf.today());
    await followAsk(lurah, new RegExp(`Nyatakan paham.*${words}`, 's'));
    await lurah
      .getByLabel('Apa yang diminta dari unit Anda, dengan kata-kata sendiri')
      .fill('Warga RW 3 dan regu kelurahan ikut Sabtu pagi.');
    await press(lurah, 'Nyatakan paham');
    await shows(lurah, 'Warga RW 3 dan regu kelurahan ikut Sabtu pagi.');
    // The camat sees it come up without loading anew.
    await shows(camat, /^1 dari \d+ di bawahnya paham/);
  });

  it('shows on one page where the chain broke once the time is over', async () => {
    const mayor = await system.enter('mayor');
    await mayor.goto(pageOf.cascade(directiveId));
    await headingSays(mayor, /^Rantai utuh/);
    await press(mayor, 'Majukan waktu');
    await mayor.getByRole('menuitem', { name: '3 hari' }).click();
    await headingSays(mayor, /^Rantai terputus di Kelurahan /);
    expect(await mayor.getByRole('heading', { level: 1 }).innerText()).not.toContain('Antang');
    await shows(mayor, /belum menyatakan paham, sudah \d+ hari kerja lewat tenggat/);
    // The tree stands open at the break, and the keyboard leads from it to the task and from line to line.
    const broken = mayor.getByRole('list', { name: 'Rantai tugas' }).getByRole('link', { name: /^Kelurahan (?!Antang).*terlambat/ });
    await broken.first().focus();
    await mayor.keyboard.press('ArrowDown');
    expect(await broken.nth(1).evaluate((line) => line === document.activeElement)).toBe(true);
    await expectAccessible(mayor);
    await mayor.context().close();
  });
});
