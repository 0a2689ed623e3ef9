import { createServer, type AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { launchBrowser, openPage } from '@makaverse/testing/browser';
import { startProcess, type ChildProcess } from '@makaverse/testing/processes';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { copyOfCity, readyLine } from './told-city.ts';

/** How somebody looks at the page. */
export interface Look {
  readonly width: number;
  readonly language: 'id' | 'en';
  readonly theme: 'light' | 'dark';
}

/** A desk in Indonesian by day: how most officials look at it. */
export const desk: Look = { width: 1440, language: 'id', theme: 'light' };
/** A phone on the street. */
export const phone: Look = { width: 360, language: 'id', theme: 'light' };

/** One journey's system: the real server on a copy of the told city, and a real browser. */
export interface Journey {
  readonly url: () => string;
  readonly browser: () => Browser;
  /** Where the server keeps its data. */
  readonly dataDir: () => string;
  /** Opens the app as a persona of the demo sees it. */
  enter(persona: string, look?: Look): Promise<Page>;
  /** Ends the server without warning, as a power cut does, and starts it again. */
  killAndRestart(): Promise<void>;
}

/** Starts the system before the tests of a file and ends it after them. */
export function journey(): Journey {
  let server: ChildProcess;
  let url = '';
  let browser: Browser;
  let city: ReturnType<typeof copyOfCity>;
  const pages: Page[] = [];
  const start = async (port: string): Promise<void> => {
    server = await startProcess({
      args: ['apps/server/src/main.ts'],
      // A journey may have a push service of its own on this machine.
      env: { PORT: port, DATA_DIR: city.dataDir, LOG_LEVEL: 'warn', PUSH_LOOPBACK: '1' },
      readyWhen: readyLine,
    });
    url = readyLine.exec(server.readyLine)![1]!.replace(/\/$/, '');
  };
  beforeAll(async () => {
    city = copyOfCity(inject('toldCity'));
    await start(await freePort());
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    city?.remove();
  });
  // What stood on the screens when a step failed, for whoever looks into it.
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    const open = pages.filter((page) => !page.isClosed());
    const name = task.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
    for (const [index, page] of open.entries()) {
      await page.screenshot({ path: `e2e/shots/failed-${name}-${index}.png` }).catch(() => undefined);
    }
  });
  return {
    url: () => url,
    browser: () => browser,
    dataDir: () => city.dataDir,
    enter: async (persona, look = desk) => {
      const page = await openPage(browser, { ...look, origin: url });
      // Nothing here is measured: a machine busy with other work only takes longer.
      page.setDefaultTimeout(60_000);
      pages.push(page);
      const reply = await page.request.post('/api/session/demo', { data: { persona } });
      expect(reply.status(), await reply.text()).toBe(200);
      await page.addInitScript((language) => localStorage.setItem('makaverse.language', language), look.language);
      return page;
    },
    killAndRestart: async () => {
      await server.stop('SIGKILL');
      await start(new URL(url).port);
    },
  };
}

/** A port of our own instead of 0: the addresses in letters are written before the server listens. */
async function freePort(): Promise<string> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return String(port);
}

/** No violation of WCAG 2.2 A and AA, told with the places when there is one. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNone(page, (axe) => axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']));
}

/** Enough contrast everywhere (WCAG 1.4.3): what a change of light can break. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNone(page, (axe) => axe.withRules(['color-contrast']));
}

async function expectNone(page: Page, rules: (axe: AxeBuilder) => AxeBuilder): Promise<void> {
  // The bar at the bottom of a phone would count as covering whatever scrolls under it.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const viewport = page.viewportSize()!;
  await page.setViewportSize({ width: viewport.width, height: Math.min(height, 10_000) });
  // "Legacy" reads the result in the page itself instead of in a blank page made for it: half the time, and the same where no frame is.
  const { violations } = await rules(new AxeBuilder({ page }).setLegacyMode(true)).analyze();
  await page.setViewportSize(viewport);
  const told = violations.map((one) => {
    const places = one.nodes.slice(0, 5).map((node) => `${node.target.join(' ')}\n    ${node.html.slice(0, 200)}`);
    return `${one.id}: ${one.help}\n  ${places.join('\n  ')}`;
  });
  expect(told.join('\n')).toBe('');
}
