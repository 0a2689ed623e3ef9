import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { everyAddress, type Addresses, type Viewer } from './every-address.ts';
import { desk, expectAccessible, expectContrast, phone, type Journey, type Look } from './journey.ts';

/** Opens the app as a persona sees it, or as somebody who is not signed in. */
export async function openAs(system: Journey, viewer: Viewer, look: Look): Promise<Page> {
  const page = await system.enter(viewer === 'nobody' ? 'mayor' : viewer, look);
  if (viewer === 'nobody') await page.context().clearCookies();
  return page;
}

/** What stands there in the end: nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
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

/**
 * The tests that every page is in order for everybody who may open it. Each page is opened in two looks; between them both languages, both
 * sizes, and light and dark are seen, and each language at each width.
 */
export function describeEveryPage(system: Journey, from: Look): void {
  let addresses: Addresses[] = [];
  beforeAll(async () => {
    addresses = await everyAddress(system);
  });
  describe(`every page at ${from.width} px in ${from.language}, ${from.theme}`, () => {
    it.each(['mayor', 'clerk', 'camat', 'head-pu', 'admin', 'nobody'] as const)(
      'is in order for %s',
      async (viewer) => {
        const page = await openAs(system, viewer, from);
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
}
