import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What stands on a button, link or field: the whole of it, or a pattern. */
type Name = string | RegExp;

/** Presses the button of that name. */
export async function press(within: Page | Locator, name: Name): Promise<void> {
  await within.getByRole('button', { name, exact: true }).first().click();
}

/** Follows the link of that name. */
export async function follow(within: Page | Locator, name: Name): Promise<void> {
  await within.getByRole('link', { name, exact: true }).first().click();
}

/** Writes a name into a field that finds people or units, and takes the first that fits. */
export async function choose(page: Page, label: Name, query: string, option: Name): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  await field.click();
  await field.fill(query);
  await page.getByRole('option', { name: option }).first().click();
}

/** Waits until the page's heading says it. */
export async function headingSays(page: Page, words: Name): Promise<void> {
  await page.getByRole('heading', { level: 1, name: words }).first().waitFor();
}

/** Waits until the words stand somewhere on the page. */
export async function shows(within: Page | Locator, words: Name): Promise<void> {
  await within.getByText(words).first().waitFor();
}

/** Looks through another persona's eyes with the menu of the demo's bar, and lands on that person's own page. */
export async function lookAs(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: /Lihat sebagai/ }).click();
  await page.getByRole('menuitemradio', { name: label }).click();
  await page.getByRole('button', { name: `Lihat sebagai: ${label}` }).waitFor();
  await page.waitForURL(/\/hari-ini$/);
}

/** On "Hari ini", the one button of the ask whose title says it. */
export function askButton(page: Page, title: string | RegExp): Locator {
  return page.locator('ol.ask-list > .ask').filter({ hasText: title }).getByRole('link');
}

/** Each ask has its one button, no more. */
export async function followAsk(page: Page, title: string | RegExp): Promise<void> {
  const button = askButton(page, title);
  await button.first().waitFor();
  expect(await button.count(), `buttons of "${title}"`).toBe(1);
  await button.click();
}

/** Lets time pass with the menu of the demo's bar: "1 hari", "3 hari"; what was due meanwhile has happened when it returns. */
export async function letPass(page: Page, howLong: string): Promise<void> {
  await press(page, 'Majukan waktu');
  const moved = page.waitForResponse((reply) => reply.url().endsWith('/api/demo/clock'));
  await page.getByRole('menuitem', { name: howLong }).click();
  expect((await moved).status()).toBe(200);
}
