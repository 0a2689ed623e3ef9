import { pageOf } from '@makaverse/contract/pages';
import { expect, it } from 'vitest';
import { expectAccessible, journey } from '../support/journey.ts';

const system = journey();

it('keeps a passkey of this device, and signs in with it', async () => {
  const page = await system.enter('lurah');
  // A security key as the browser's own protocol makes one (WebAuthn Level 3, 11: automation).
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('WebAuthn.enable');
  await protocol.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  });
  const here = new URL(system.url());
  here.hostname = 'localhost';
  await page.goto(new URL(pageOf.account(), here).href);
  // Cookies belong to a host name; under this one nobody is signed in yet.
  await page.request.post(new URL('/api/session/demo', here).href, { data: { persona: 'lurah' } });
  await page.goto(new URL(pageOf.account(), here).href);
  const name = await page.getByRole('heading', { level: 1 }).textContent();
  await page.getByLabel('Nama perangkat').fill('ponsel saya');
  await page.getByRole('button', { name: 'Tambah kunci sandi' }).click();
  await page.getByText('ponsel saya', { exact: true }).first().waitFor();
  await expectAccessible(page);
  await page.locator('.mv-toasts').getByRole('button', { name: 'Tutup' }).click();
  await page.getByRole('button', { name: 'Keluar dari perangkat ini' }).click();
  await page.waitForURL((url) => url.pathname === pageOf.signIn() && url.search === '');
  await page.locator('summary').click();
  await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click();
  await page.waitForURL((url) => url.pathname === pageOf.today());
  await page.goto(new URL(pageOf.account(), here).href);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(name);
  await page.getByRole('button', { name: 'Hapus kunci sandi ponsel saya' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hapus kunci sandi' }).click();
  await page.getByText('Belum ada kunci sandi.').waitFor();
  await page.context().close();
});

it('lets the mayor hand a power on until a day, and take it back', async () => {
  const page = await system.enter('mayor');
  await page.goto(pageOf.account());
  await page.getByRole('button', { name: 'Limpahkan wewenang' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Kepada').selectOption({ index: 2 });
  await form.getByLabel('Sampai dengan').fill('2022-03-25');
  await form.getByLabel('Alasan').fill('Perjalanan dinas ke Jakarta');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Limpahkan' }).click();
  await page.getByText('menetapkan penanggung jawab atas nama Anda sampai Jumat, 25 Maret 2022.').waitFor();
  await page.getByRole('button', { name: /^Cabut pelimpahan kepada/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cabut sekarang' }).click();
  await page.getByText('Tidak ada wewenang yang sedang dilimpahkan').waitFor();
  await page.getByText('1 pelimpahan yang sudah lewat').waitFor();
  await page.context().close();
});
