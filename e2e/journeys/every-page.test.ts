import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { pageOf } from '@makaverse/contract/pages';
import { everyAddress, type Addresses, type Viewer } from '../support/every-address.ts';
import { desk, expectAccessible, expectContrast, journey, phone, type Look } from '../support/journey.ts';

const system = journey();

/** Each page is opened twice; between them both languages, both sizes, and light and dark are seen, and each language at each width. */
const looks: readonly Look[] = [desk, { ...phone, language: 'en', theme: 'dark' }];

let addresses: Addresses[] = [];
beforeAll(async () => {
  addresses = await everyAddress(system);
});

async function open(viewer: Viewer, look: Look): Promise<Page> {
  const page = await system.enter(viewer === 'nobody' ? 'mayor' : viewer, look);
  if (viewer === 'nobody') await page.context().clearCookies();
  return page;
}

/** What stands there in the end: nothing is loading any more. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1:visible, [role=alert]:visible').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[class*=mv-skeleton], [aria-busy=true]') === null);
}

const tooWide = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Of a long list only the first lines stay: the others are made by the same code, and looking at each takes minutes. */
const shorten = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const line of document.querySelectorAll<HTMLElement>(':is(tr, li):nth-child(n + 9)')) line.style.display = 'none';
  });

async function look(page: Page, address: string, from: Look): Promise<void> {
  await page.goto(address);
  await settled(page);
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: from.width === desk.width ? phone.width : desk.width, height: size.height });
  expect(await tooWide(page), 'wider than the window at the other width').toBeLessThanOrEqual(0);
  await page.setViewportSize(size);
  expect(await tooWide(page), 'wider than the window').toBeLessThanOrEqual(0);
  await shorten(page);
  await expectAccessible(page);
  if (from !== desk) return;
  // Colours are all that the other light changes, and they are the same at every width.
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectContrast(page);
  await page.emulateMedia({ colorScheme: from.theme });
}

describe.each(looks)('every page at $width px in $language, $theme', (from) => {
  it.each(['mayor', 'clerk', 'camat', 'head-pu', 'admin', 'nobody'] as const)(
    'is in order for %s',
    async (viewer) => {
      const page = await open(viewer, from);
      const troubles: string[] = [];
      page.on('pageerror', (error) => troubles.push(error.message));
      page.on('console', (message) => {
        // A refused request is told by the page itself; the console repeats it.
        if (message.type() === 'error' && !message.text().includes('Failed to load resource')) troubles.push(message.text());
      });
      for (const address of addresses.flatMap((one) => one[viewer] ?? [])) {
        await look(page, address, from).catch((error: unknown) => troubles.push(`${address}: ${(error as Error).message}`));
      }
      expect(troubles).toEqual([]);
      await page.context().close();
    },
    900_000,
  );
});

describe('signed out', () => {
  it('leads to the sign-in page, which offers the personas, and on to the page that was asked for', async () => {
    const page = await open('nobody', desk);
    await page.goto(pageOf.directives());
    await page.waitForURL(/\/masuk/);
    await page
      .getByRole('button', { name: /Wali Kota/ })
      .first()
      .click();
    await page.waitForURL(new RegExp(pageOf.directives()));
    await page.context().close();
  });
});

it('moves the focus to the heading of the page gone to', async () => {
  const page = await open('mayor', desk);
  await page.goto(pageOf.today());
  await settled(page);
  for (const [name, address] of [
    ['Arahan', pageOf.directives()],
    ['Program', pageOf.programmes()],
    ['Direktori', pageOf.directory()],
  ] as const) {
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    await page.waitForURL(`**${address}`);
    await settled(page);
    await page.locator('h1:focus').waitFor();
  }
});
