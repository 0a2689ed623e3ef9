import { pageOf } from '@makaverse/contract/pages';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journey } from '../support/journey.ts';
import { followAsk, headingSays, press, shows } from '../support/moves.ts';

const system = journey();

/** The refresh of 22 March 2022, told in order: its agenda has written itself overnight. */
describe('the refresh', () => {
  let mayor: Page;
  let path = '';
  const blocks = (): Locator => mayor.locator('.refresh-block');
  /** A directive may stand there more than once, each time for another trouble: the key tells them apart. */
  const keys = (): Promise<string[]> => blocks().evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['key']!));
  const keyOf = async (one: Locator): Promise<string> => (await one.getAttribute('data-key'))!;
  const withKey = (key: string): Locator => mayor.locator(`[data-key="${key}"]`);
  /** How many fill how many of how many minutes, as the heading says. */
  const sum = async (): Promise<{ count: number; used: number; given: number }> => {
    const words = await mayor.getByRole('heading', { level: 1 }).innerText();
    const [, count, used, given] = /^(\d+) hal mengisi (\d+) dari (\d+) menit$/.exec(words)!.map(Number);
    return { count: count!, used: used!, given: given! };
  };
  /** Waits until the column is what \`is\` says of its keys. */
  const settles = (is: (keys: string[]) => boolean): Promise<void> =>
    expect.poll(async () => is(await keys()), { timeout: 60_000 }).toBe(true);

  beforeAll(async () => {
    mayor = await system.enter('mayor');
  });
  afterAll(() => mayor?.context().close());

  it('has an agenda that fits its minutes and says of everything what it is worth, how long it takes and why', async () => {
    await mayor.goto(pageOf.today());
    await followAsk(mayor, 'Atur acara penyegaran');
    await headingSays(mayor, /hal mengisi/);
    path = new URL(mayor.url()).pathname.replace(/\/[^/]+$/, '');
    const { count, used, given } = await sum();
    expect(given).toBe(90);
    expect(used).toBeLessThanOrEqual(given);
    expect(await blocks().count()).toBe(count);
    for (const text of await blocks().allInnerTexts()) expect(text).toMatch(/^\d+ menit\s[\s\S]+\.\s+Bobot [\d.,]+/);
    for (const text of await mayor.locator('.refresh-outside > li').allInnerTexts()) {
      expect(text).toMatch(/\.\s+Bobot [\d.,]+, \d+ menit\. Tidak muat dalam waktu yang ada/);
    }
    // Same data, same agenda.
    const first = await keys();
    await mayor.reload();
    await headingSays(mayor, /hal mengisi/);
    expect(await keys()).toEqual(first);
  });

  it('takes in what the chair wants spoken of, and keeps within the minutes', async () => {
    const outside = mayor.locator('.refresh-outside > li').first();
    const key = await keyOf(outside);
    await press(outside, /^Masukkan /);
    await settles((now) => now.includes(key));
    await withKey(key)
      .getByRole('button', { name: /^Lepas /, pressed: true })
      .waitFor();
    const { used, given } = await sum();
    expect(used).toBeLessThanOrEqual(given);
  });

  it('leaves out what the chair drops, with his reason beside it for all to read', async () => {
    const key = await keyOf(blocks().last());
    await press(blocks().last(), /^Keluarkan /);
    const dialog = mayor.getByRole('dialog');
    await dialog.getByLabel('Mengapa tidak dibicarakan').fill('Sudah dibahas empat mata pagi ini.');
    await press(dialog, 'Keluarkan');
    await settles((now) => !now.includes(key));
    await shows(withKey(key), 'Dikeluarkan: Sudah dibahas empat mata pagi ini.');
  });

  it('is ordered by keyboard, which stays with the item it moves', async () => {
    const before = await keys();
    await blocks().nth(1).getByRole('link').focus();
    await mayor.keyboard.press('Alt+ArrowUp');
    await settles((now) => now[0] === before[1] && now[1] === before[0]);
    const inFocus = (): Promise<string | undefined> =>
      mayor.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-key]')?.dataset['key']);
    await expect.poll(inFocus, { timeout: 60_000 }).toBe(before[1]);
    await mayor.keyboard.press('Alt+ArrowDown');
    await settles((now) => now[0] === before[0] && now[1] === before[1]);
    await expect.poll(inFocus, { timeout: 60_000 }).toBe(before[1]);
  });

  it('is counted anew for fewer minutes', async () => {
    await mayor.getByLabel('Menit yang tersedia').fill('45');
    await press(mayor, 'Hitung ulang');
    await headingSays(mayor, /dari 45 menit$/);
    expect((await sum()).used).toBeLessThanOrEqual(45);
  });

  it('becomes the agenda of the meeting, is held and closed', async () => {
    const order = await blocks().locator('.refresh-title').allInnerTexts();
    await press(mayor, 'Jadikan acara rapat');
    await mayor.waitForURL((url) => url.pathname === path);
    await shows(mayor.locator('.agenda-line'), order[0]!);
    expect(await mayor.locator('.agenda-line:not(.agenda-section) > p:first-child').allInnerTexts()).toEqual(
      order.map((title) => expect.stringContaining(title)),
    );

    await mayor.goto(`${path}/pimpinan`);
    await press(mayor, 'Buka rapat');
    await press(mayor, /^Mulai: /);
    await headingSays(mayor, order[0]!);
    await press(mayor, /^Berikutnya: /);
    await headingSays(mayor, order[1]!);
    await press(mayor, 'Tutup rapat');
    await press(mayor.getByRole('dialog'), 'Tutup rapat');
    await headingSays(mayor, 'Rapat ditutup');
  });
});
