import { pageOf } from '@makaverse/contract/pages';
import { it } from 'vitest';
import { openAs, settled } from '../support/every-page.ts';
import { desk, journey } from '../support/journey.ts';

const system = journey();

it('leads whoever is signed out to the sign-in page, which offers the personas, and on to the page that was asked for', async () => {
  const page = await openAs(system, 'nobody', desk);
  await page.goto(pageOf.directives());
  await page.waitForURL(/\/masuk/);
  await page
    .getByRole('button', { name: /Wali Kota/ })
    .first()
    .click();
  await page.waitForURL(new RegExp(pageOf.directives()));
  await page.context().close();
});

it('moves the focus to the heading of the page gone to', async () => {
  const page = await openAs(system, 'mayor', desk);
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
