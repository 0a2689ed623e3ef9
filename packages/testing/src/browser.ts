import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { unpackedBrowser, type BrowserProgram } from './browser-bundle.ts';

/** No browser could be started: browser tests have not run, and must not be taken as passed. */
export class BrowserUnavailable extends Error {
  override readonly name = 'BrowserUnavailable';
  constructor(tried: readonly string[]) {
    super(
      `No browser could be started. Do one of three things: set CHROMIUM_PATH to a Chromium or Chrome; install one ` +
        `(Debian: apt-get install chromium); or run "npm ci" again without --omit=dev on Linux x64. Tried:\n  ${tried.join('\n  ')}`,
    );
  }
}

/**
 * Fit for root and for containers, with WebGL in software, and without one request to anybody but the pages under test. The
 * rules of the web (same origin, mixed content, Content-Security-Policy) stay as people's browsers have them.
 */
const browserArguments = [
  '--disable-dev-shm-usage',
  '--no-zygote',
  '--ignore-gpu-blocklist',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--font-render-hinting=none',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
  // A camera and a microphone that need no hardware and no consent.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/**
 * Starts a browser: the one `CHROMIUM_PATH` names, else an installed Chromium or Chrome, else the one that comes with
 * `@sparticuz/chromium`.
 * @throws {BrowserUnavailable}
 * @example const browser = await launchBrowser(); const page = await openPage(browser, { width: 360, language: 'id', theme: 'light' });
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH'] ?? '';
  const tried: string[] = [];
  const programs: (() => Promise<BrowserProgram>)[] =
    named === '' ? [...(await installedBrowsers()).map(asProgram), unpackedBrowser] : [asProgram(named)];
  for (const program of programs) {
    try {
      const { path, env } = await program();
      return await chromium.launch({
        executablePath: path,
        args: browserArguments,
        chromiumSandbox: false,
        env: { ...inherited(), ...env },
        timeout: 60_000,
      });
    } catch (error) {
      tried.push(error instanceof Error ? error.message.split('\n').slice(0, 6).join('\n    ') : String(error));
    }
  }
  throw new BrowserUnavailable(tried);
}

/** How a page is to be seen. */
export interface PageLook {
  /** Of the window, in CSS pixels; below 600 it is a phone with a touch screen. */
  readonly width: number;
  readonly language: 'id' | 'en';
  readonly theme: 'light' | 'dark';
  /** Lets `page.goto('/path')` leave out the address. */
  readonly origin?: string;
}

/** Opens a page as a person in Makassar sees it, in a session of its own. Close it with `page.context().close()`. */
export async function openPage(browser: Browser, look: PageLook): Promise<Page> {
  const isPhone = look.width < 600;
  const context = await browser.newContext({
    viewport: { width: look.width, height: isPhone ? 780 : 900 },
    isMobile: isPhone,
    hasTouch: isPhone,
    locale: look.language === 'id' ? 'id-ID' : 'en-GB',
    timezoneId: 'Asia/Makassar',
    colorScheme: look.theme,
    reducedMotion: 'reduce',
    ...(look.origin === undefined ? {} : { baseURL: look.origin }),
  });
  return await context.newPage();
}

const asProgram =
  (path: string): (() => Promise<BrowserProgram>) =>
  async () => ({ path, env: {} });

async function installedBrowsers(): Promise<string[]> {
  const found: string[] = [];
  for (const folder of (process.env['PATH'] ?? '').split(':').filter(Boolean)) {
    for (const name of ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser']) {
      const path = join(folder, name);
      if (
        await access(path, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        found.push(path);
    }
  }
  return found;
}

function inherited(): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  return env;
}
