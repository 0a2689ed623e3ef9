/** Takes the README's pictures anew from the demo: npm run pictures. The client must be built (npm run build). */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPage, launchBrowser, type PageLook } from '@makaverse/testing/browser';
import type { Page } from 'playwright-core';
import { readConfig } from '../apps/server/src/config.ts';
import { raiseDatabase } from '../apps/server/src/raise-database.ts';
import { startServer } from '../apps/server/src/start-server.ts';
import { pageOf } from '../packages/contract/src/pages.ts';

const into = new URL('../docs/pictures/', import.meta.url).pathname;
const folder = await mkdtemp(join(tmpdir(), 'makaverse-pictures-'));
const config = readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' });
const server = await startServer(config, await raiseDatabase(config));
const browser = await launchBrowser();

interface Picture {
  readonly name: string;
  readonly persona: string;
  readonly address: (page: Page) => Promise<string> | string;
  readonly look?: Partial<PageLook>;
}

async function ofKind(page: Page, kind: string): Promise<string> {
  const { items } = (await (await page.request.get('/api/meetings')).json()) as { items: { id: string; kind: string }[] };
  return items.find((one) => one.kind === kind)!.id;
}
async function firstCascading(page: Page): Promise<string> {
  const reply = await page.request.get(`/api/directives?limit=100&meetingId=${await ofKind(page, 'rakorsus')}`);
  const { items } = (await reply.json()) as { items: { id: string; isCascading: boolean }[] };
  return items.find((one) => one.isCascading)!.id;
}

const pictures: readonly Picture[] = [
  { name: 'refresh', persona: 'mayor', address: async (page) => pageOf.refresh(await ofKind(page, 'refresh')) },
  { name: 'mayor', persona: 'mayor', address: () => pageOf.mayor() },
  { name: 'cascade', persona: 'mayor', address: async (page) => pageOf.cascade(await firstCascading(page)) },
  { name: 'clerk', persona: 'clerk', address: async (page) => pageOf.clerk(await ofKind(page, 'rakorsus')), look: { theme: 'dark' } },
  { name: 'today-phone', persona: 'pic', address: () => pageOf.today(), look: { width: 360 } },
  { name: 'heat-map', persona: 'mayor', address: () => pageOf.heatMap() },
];

try {
  await mkdir(into, { recursive: true });
  for (const { name, persona, address, look } of pictures) {
    const page = await openPage(browser, { width: 1440, language: 'id', theme: 'light', origin: server.address, ...look });
    await page.request.post('/api/session/demo', { data: { persona } });
    await page.goto(await address(page));
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(into, `${name}.jpg`), type: 'jpeg', quality: 82 });
    await page.context().close();
  }
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
}
