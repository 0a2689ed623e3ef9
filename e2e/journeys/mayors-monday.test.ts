import { pageOf } from '@makaverse/contract/pages';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, expectAccessible, journey } from '../support/journey.ts';
import { askButton, follow, headingSays, letPass, press, shows } from '../support/moves.ts';

const system = journey();

/** Worst first, as the strip is ordered. */
const lights = ['merah', 'kuning-merah', 'kuning-hijau', 'hijau'];

/** Monday 28 March 2022, before the first appointment: what the mayor reads, answers and takes to the wall, told in order. */
describe("the mayor's Monday", () => {
  let mayor: Page;
  const strip = (): Locator => mayor.getByRole('list', { name: 'Program, yang terburuk lebih dahulu' }).getByRole('listitem');
  const askCount = async (): Promise<number> =>
    Number(/^\d+/.exec(await mayor.getByRole('heading', { level: 1, name: /membutuhkan Wali Kota/ }).innerText())![0]);

  beforeAll(async () => {
    mayor = await system.enter('mayor', desk);
    await mayor.goto(pageOf.today());
    for (let weekend = 0; weekend < 2; weekend += 1) await letPass(mayor, '3 hari');
  });
  afterAll(() => mayor?.context().close());

  it('begins with one letter, sent at seven, of what is asked of him', async () => {
    await mayor.goto(pageOf.mailbox());
    await follow(mayor, /^\d+ hal diminta dari Anda hari ini/);
    await shows(mayor, /Senin, 28 Maret 2022/);
    await shows(mayor, /Surel ini dikirim setiap hari kerja pukul 07\.00 WITA/);
  });

  it('shows the programmes from the worst on, each with its reason, and what moved in the week', async () => {
    await mayor.goto(pageOf.mayor());
    await strip().first().waitFor();
    const lines = await strip().allInnerTexts();
    const colours = lines.map((line) => lights.findIndex((light) => line.startsWith(light)));
    expect(colours).toEqual(colours.toSorted((a, b) => a - b));
    for (const line of lines) expect(line).toMatch(/\d+\. .+\n+.{20,}/);
    expect(lines.join()).toMatch(/tidak ada laporan/);
    expect(lines.join()).toMatch(/hari hilang: \d+ karena kota, \d+ karena pihak luar/);
    await shows(mayor, /\d+ memburuk, \d+ membaik, \d+ janji digeser, \d+ tonggak disahkan, \d+ perkiraan turun/);
    await expectAccessible(mayor);
  });

  it('answers what waits for him with one button each, and it is gone', async () => {
    const before = await askCount();
    await askButton(mayor, /penunjukan|Tunjuk/i)
      .first()
      .click();
    await press(mayor, 'Tunjuk');
    await shows(mayor, /menunggu kesediaan|Ditunjuk/i);
    await mayor.goto(pageOf.mayor());
    await expect.poll(askCount, { timeout: 60_000 }).toBe(before - 1);
  });

  it('goes from the worst programme to why it stands so, and to what the city waits for', async () => {
    const worst = (await strip().first().getByRole('link').innerText()).replace(/^\d+\. /, '');
    await strip().first().getByRole('link').click();
    await headingSays(mayor, worst);
    await mayor
      .locator('.truth-sentence')
      .filter({ hasText: /^Merah|^merah/ })
      .waitFor();
    await shows(mayor, 'Seluruh ceritanya');
    await mayor.goto(pageOf.mayor());
    await follow(mayor, 'Apa yang ditunggu kota, dan dari siapa');
    await headingSays(mayor, /^Kota menunggu \d+ hal dari \d+ pihak/);
    await expectAccessible(mayor);
  });

  it('puts it on the wall, which turns by itself, fits one screen and is read from five metres', async () => {
    await mayor.goto(pageOf.mayor());
    await follow(mayor, 'Layar War Room');
    await mayor.setViewportSize({ width: 1920, height: 1080 });
    const sheets = Number(/dari (\d+)/.exec(await mayor.getByText(/^Lembar 1 dari/).innerText())![1]);
    expect(sheets).toBe(3);
    const seen = new Set<string>();
    for (let sheet = 0; sheet < sheets; sheet += 1) {
      seen.add(await mayor.getByRole('heading', { level: 1 }).innerText());
      const { overflow, smallest } = await mayor.evaluate(() => ({
        overflow: Math.max(document.documentElement.scrollHeight - innerHeight, document.documentElement.scrollWidth - innerWidth),
        smallest: Math.min(
          ...[...document.querySelectorAll('.wall li *')]
            .filter((one) => one.textContent)
            .map((one) => parseFloat(getComputedStyle(one).fontSize)),
        ),
      }));
      expect(overflow).toBeLessThanOrEqual(0);
      // A wall screen 1.2 m wide shows a pixel of 0.63 mm: at five metres 12 minutes of arc, easily read (ISO 9241-303), are 17.5 mm.
      expect(smallest).toBeGreaterThanOrEqual(28);
      await mayor.keyboard.press('ArrowRight');
    }
    expect(seen.size).toBe(sheets);
    await shows(mayor, 'Lembar 1 dari 3');
    await shows(mayor, 'Lembar 2 dari 3');
  });
});
