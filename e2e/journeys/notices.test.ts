import { pageOf } from '@makaverse/contract/pages';
import { startPushService, type BrowserSubscription, type PushService } from '@makaverse/testing/push-service';
import type { CDPSession, Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, expectAccessible, expectContrast, journey, phone, type Look } from '../support/journey.ts';
import { press, shows } from '../support/moves.ts';

const system = journey();
let service: PushService;
beforeAll(async () => {
  service = await startPushService();
});
afterAll(() => service.close());

/**
 * What a browser of the shop gets from its maker's push service, this one gets from ours; and one without a window has no notices, so it
 * says "denied" whatever it was granted.
 */
async function givePushService(page: Page, subscription: BrowserSubscription): Promise<void> {
  await page.context().grantPermissions(['notifications'], { origin: system.url() });
  await page.addInitScript(({ endpoint, p256dh, auth }) => {
    Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
    const kept = 'registered-at-push-service';
    const registered = {
      endpoint,
      toJSON: () => ({ endpoint, keys: { p256dh, auth } }),
      unsubscribe: async () => {
        localStorage.removeItem(kept);
        return true;
      },
    } as unknown as PushSubscription;
    PushManager.prototype.getSubscription = async () => (localStorage.getItem(kept) === null ? null : registered);
    PushManager.prototype.subscribe = async () => {
      localStorage.setItem(kept, 'yes');
      return registered;
    };
  }, subscription);
}

/** The worker that shows notices. Without a window it cannot: it keeps what it would show, and which pages it would open. */
async function workerOf(page: Page): Promise<Worker> {
  const isOurs = (one: Worker): boolean => one.url().endsWith('/push-worker.js');
  const worker = page.context().serviceWorkers().find(isOurs) ?? (await page.context().waitForEvent('serviceworker', isOurs));
  await worker.evaluate(() => {
    const scope = globalThis as unknown as WorkerScope;
    scope.shown = [];
    scope.opened = [];
    scope.registration.showNotification = async (title, options) => void scope.shown.push({ title, ...options });
    scope.clients.openWindow = async (url) => void scope.opened.push(url);
  });
  return worker;
}
interface WorkerScope {
  shown: Readonly<Record<string, unknown>>[];
  opened: string[];
  readonly registration: { showNotification: (title: string, options: object) => Promise<void> };
  readonly clients: { openWindow: (url: string) => Promise<void> };
}
const shownBy = (worker: Worker): Promise<WorkerScope['shown']> => worker.evaluate(() => (globalThis as unknown as WorkerScope).shown);

/** Touches a notice, and tells where the worker went. */
async function touch(worker: Worker, href: string): Promise<readonly string[]> {
  return await worker.evaluate(async (page) => {
    const scope = globalThis as unknown as WorkerScope;
    scope.opened = [];
    const work: Promise<unknown>[] = [];
    const notification = { data: { href: page }, close: () => undefined };
    dispatchEvent(Object.assign(new Event('notificationclick'), { notification, waitUntil: (one: Promise<unknown>) => work.push(one) }));
    await Promise.all(work);
    return scope.opened;
  }, href);
}

/** Brings a notice to the device as its push service would, already opened with the device's keys. */
async function deliver(protocol: CDPSession, data: string): Promise<void> {
  const registration = new Promise<string>((found) => {
    protocol.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find((one) => one.scopeURL.endsWith('/pemberitahuan/'));
      if (ours) found(ours.registrationId);
    });
  });
  await protocol.send('ServiceWorker.enable');
  await protocol.send('ServiceWorker.deliverPushMessage', { origin: system.url(), registrationId: await registration, data });
  await protocol.send('ServiceWorker.disable');
}

const looks: readonly Look[] = [phone, { ...desk, language: 'en', theme: 'dark' }];

it('registers a phone, tries it, shows what arrives, opens its page, and takes the phone off again', async () => {
  const subscription = service.subscribe();
  const page = await system.enter('lurah', phone);
  await givePushService(page, subscription);
  await page.goto(pageOf.account());
  await shows(page, 'Belum ada perangkat. Surel tetap Anda terima.');
  await expectAccessible(page);
  await page.getByLabel('Nama perangkat ini').fill('Ponsel lurah');
  await press(page, 'Beri tahu saya di perangkat ini');
  await shows(page, 'Ponsel lurah');
  await shows(page, '(perangkat ini)');
  await press(page, 'Kirim percobaan ke Ponsel lurah');
  await shows(page, /^Sudah dikirim\./);
  await expectAccessible(page);
  const [trial] = service.received;
  expect(trial).toMatchObject({ endpoint: subscription.endpoint, payload: { href: pageOf.account() } });
  const worker = await workerOf(page);
  const protocol = await page.context().newCDPSession(page);
  await deliver(protocol, JSON.stringify(trial!.payload));
  await expect
    .poll(() => shownBy(worker))
    .toEqual([
      {
        title: 'Pemberitahuan sampai di perangkat ini',
        body: 'Begini Anda diberi tahu bila ada yang diminta dari Anda.',
        lang: 'id',
        icon: '/icon-192.png',
        tag: pageOf.account(),
        renotify: true,
        data: { href: pageOf.account() },
      },
    ]);
  // Browsers demand that something is shown for every push, also for one that cannot be read.
  await deliver(protocol, 'nonsense');
  await expect.poll(async () => (await shownBy(worker)).map((one) => one['title'])).toContain('Makaverse');
  expect(await touch(worker, pageOf.today())).toEqual([new URL(pageOf.today(), system.url()).href]);
  expect(await touch(worker, 'https://elsewhere.example/')).toEqual([]);
  await press(page, 'Hapus perangkat Ponsel lurah');
  await press(page.getByRole('dialog'), 'Hapus perangkat');
  await shows(page, 'Belum ada perangkat. Surel tetap Anda terima.');
  await page.getByLabel('Nama perangkat ini').waitFor();
  await page.context().close();
});

it('says what to do where the browser was told no, and leaves with who signs out', async () => {
  const page = await system.enter('camat', phone);
  await page.addInitScript(() => Object.defineProperty(Notification, 'permission', { get: () => 'denied' }));
  await page.goto(pageOf.account());
  await shows(page, 'Peramban ini menolak pemberitahuan dari Makaverse.');
  await expectAccessible(page);
  await page.context().close();
  const subscription = service.subscribe();
  const own = await system.enter('camat', phone);
  await givePushService(own, subscription);
  await own.goto(pageOf.account());
  await press(own, 'Beri tahu saya di perangkat ini');
  await shows(own, '(perangkat ini)');
  await press(own, 'Keluar dari perangkat ini');
  await own.waitForURL((url) => url.pathname === pageOf.signIn());
  // The browser's registration has ended too; asked so that it survives the page being loaded anew.
  await own.waitForFunction(() => localStorage.getItem('registered-at-push-service') === null);
  await own.context().close();
  const again = await system.enter('camat', phone);
  const { items } = (await (await again.request.get('/api/push-devices')).json()) as { items: unknown[] };
  expect(items).toEqual([]);
  await again.context().close();
});

describe('the list of devices', () => {
  it.each(looks)('is in order at $width px in $language, $theme', async (look) => {
    const page = await system.enter('head-pu', look);
    await givePushService(page, service.subscribe());
    await page.goto(pageOf.account());
    await press(page, look.language === 'id' ? 'Beri tahu saya di perangkat ini' : 'Tell me on this device');
    await press(page, look.language === 'id' ? /^Kirim percobaan ke/ : /^Send a trial to/);
    await shows(page, look.language === 'id' ? /^Sudah dikirim\./ : /^It is sent\./);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: look.theme === 'light' ? 'dark' : 'light' });
    await expectContrast(page);
    await page.emulateMedia({ colorScheme: look.theme });
    const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(width, 'wider than the window').toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
