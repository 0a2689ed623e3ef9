import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage } from './browser.ts';

let browser: Browser;
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-security-policy', "default-src 'self'");
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<meta name="viewport" content="width=device-width"><title>${request.headers['accept-language'] ?? ''}</title><script>document.title = 'ran'</script><h1>Rakorsus</h1>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => server.close(resolve));
});

describe('the browser', () => {
  it('draws a page', async () => {
    const page = await openPage(browser, { width: 360, language: 'id', theme: 'light' });
    await page.goto('data:text/html,<body style="margin:0;background:rgb(0,80,120)"><p style="font:40px sans-serif;color:white">Makassar');
    const picture = await page.screenshot();
    // Portable Network Graphics, 5.2 signature and 11.2.1 image header: width and height.
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([360, 780]);
    const bare = await openPage(browser, { width: 360, language: 'id', theme: 'light' });
    await bare.goto('data:text/html,<body style="margin:0;background:rgb(0,80,120)">');
    // Letters were drawn: the picture differs from that of the empty page.
    expect(picture.equals(await bare.screenshot())).toBe(false);
    await bare.context().close();
    await page.context().close();
  });

  it.each([
    ['id', 'light', 360, '22/3/2022, 19.00.00', 'id-ID'],
    ['en', 'dark', 1440, '22/03/2022, 19:00:00', 'en-GB'],
  ] as const)('shows a page to a person in Makassar who reads %s in the %s', async (language, theme, width, written, tag) => {
    const page = await openPage(browser, { width, language, theme, origin });
    await page.goto('/');
    expect(await page.title()).toContain(tag);
    const seen = await page.evaluate(() => ({
      written: new Date('2022-03-22T11:00:00Z').toLocaleString(),
      isDark: matchMedia('(prefers-color-scheme: dark)').matches,
      hasTouch: matchMedia('(pointer: coarse)').matches,
      width: innerWidth,
    }));
    expect(seen).toEqual({ written, isDark: theme === 'dark', hasTouch: width < 600, width });
    await page.context().close();
  });

  it('keeps the rules of the web: a script the policy forbids does not run', async () => {
    const page = await openPage(browser, { width: 1440, language: 'id', theme: 'light', origin });
    await page.goto('/');
    expect(await page.title()).not.toBe('ran');
    await page.context().close();
  });

  it('asks nobody outside this machine', async () => {
    const page = await openPage(browser, { width: 1440, language: 'id', theme: 'light' });
    await expect(page.goto('http://example.org/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
    await page.context().close();
  });

  it('has WebGL, a voice connection, a camera, and keys in a secure place', async () => {
    const page = await openPage(browser, { width: 1440, language: 'id', theme: 'light', origin });
    await page.goto('/');
    const has = await page.evaluate(async () => ({
      webgl: document.createElement('canvas').getContext('webgl2') !== null,
      voice: typeof RTCPeerConnection === 'function',
      camera: (await navigator.mediaDevices.getUserMedia({ video: true, audio: true })).getTracks().length,
      passkeys: typeof PublicKeyCredential === 'function',
    }));
    expect(has).toEqual({ webgl: true, voice: true, camera: 2, passkeys: true });
    await page.context().close();
  });
});

it('says what to do when the browser named does not start', async () => {
  const before = process.env['CHROMIUM_PATH'];
  process.env['CHROMIUM_PATH'] = '/nowhere/chromium';
  try {
    await expect(launchBrowser()).rejects.toMatchObject({ name: 'BrowserUnavailable', message: expect.stringContaining('CHROMIUM_PATH') });
  } finally {
    if (before === undefined) delete process.env['CHROMIUM_PATH'];
    else process.env['CHROMIUM_PATH'] = before;
  }
});
