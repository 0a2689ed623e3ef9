import { oidcCallback, oidcStart, readSession, type Session } from '@makaverse/contract/identity-session';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { startCitySignIn, type CitySignIn } from './testing/city-sign-in.ts';
import { WalkingBrowser } from './testing/walking-browser.ts';

const publicUrl = 'http://localhost:3000';
const redirectUri = publicUrl + oidcCallback.path;
let harness: Harness;
let city: SmallCity;
let provider: CitySignIn;

async function open(kind?: Parameters<typeof startCitySignIn>[1]): Promise<void> {
  provider = await startCitySignIn(redirectUri, kind);
  harness = await startHarness({ identity: { oidc: provider.options } });
  city = await smallCity(harness);
  provider.account = { email: city.clerk.email, email_verified: true };
}
async function shut(): Promise<void> {
  await harness.close();
  await provider.close();
}
beforeEach(() => open());
afterEach(shut);

const newBrowser = (): WalkingBrowser => new WalkingBrowser(harness.app.server, publicUrl);
/** Leaves for the city's sign-in and gives the address that leads back. */
async function leave(browser: WalkingBrowser): Promise<string> {
  const reply = await browser.open(oidcStart.path);
  expect(reply.statusCode).toBe(303);
  return browser.walk(String(reply.headers['location']));
}
const landing = async (browser: WalkingBrowser, path: string): Promise<unknown> => (await browser.open(path)).headers['location'];
const whoIs = async (browser: WalkingBrowser): Promise<Session['person']> => (await browser.open(readSession.path)).json<Session>().person;
const refused = '/masuk?problem=oidc-refused';

describe('signing in through the city', () => {
  it('leads there with PKCE, state and nonce, and back to the first page', async () => {
    expect((await harness.as(null)(readSession)).hasOidc).toBe(true);
    const browser = newBrowser();
    const there = new URL(String((await browser.open(oidcStart.path)).headers['location']));
    expect(there.origin).toBe(provider.options.issuer);
    expect(Object.fromEntries(there.searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: redirectUri,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/.{43}/),
      state: expect.stringMatching(/.{20}/),
      nonce: expect.stringMatching(/.{20}/),
    });
    expect(await landing(browser, await browser.walk(there.href))).toBe('/hari-ini');
    expect(await whoIs(browser)).toMatchObject({ id: city.clerk.id });
    const line = await harness.db.selectFrom('platform.audit').selectAll().where('action', '=', 'session.opened').executeTakeFirstOrThrow();
    expect(line).toMatchObject({ actor_id: city.clerk.id });
  });

  it.each([{ isPublic: true }, { isEmailInToken: true }])('works with a provider that is %j', async (kind) => {
    await shut();
    await open(kind);
    const browser = newBrowser();
    expect(await landing(browser, await leave(browser))).toBe('/hari-ini');
    expect(await whoIs(browser)).toMatchObject({ id: city.clerk.id });
  });

  it('takes the address in any case', async () => {
    provider.account = { email: city.clerk.email.toUpperCase(), email_verified: true };
    const browser = newBrowser();
    expect(await landing(browser, await leave(browser))).toBe('/hari-ini');
  });
});

describe('whoever comes back is not let in', () => {
  it.each([
    ['with an address the provider did not verify', () => ({ email: city.clerk.email, email_verified: false })],
    ['when nobody with that address is registered', () => ({ email: 'tamu@makassar.example', email_verified: true })],
  ])('%s', async (_, account) => {
    provider.account = account();
    const browser = newBrowser();
    expect(await landing(browser, await leave(browser))).toBe('/masuk?problem=oidc-person-unknown');
    expect(await whoIs(browser)).toBeNull();
  });

  it('without a position', async () => {
    await harness.db.updateTable('identity.position').set({ valid_to: '2022-03-15' }).where('id', '=', city.clerk.positionId).execute();
    const browser = newBrowser();
    expect(await landing(browser, await leave(browser))).toBe('/masuk?problem=no-position-held');
  });

  it('in another browser than the one that left: nobody is signed in as somebody else by a link', async () => {
    const back = await leave(newBrowser());
    const victim = newBrowser();
    expect(await landing(victim, back)).toBe(refused);
    await victim.open(oidcStart.path);
    expect(await landing(victim, back)).toBe(refused);
    expect(await whoIs(victim)).toBeNull();
  });

  it('a second time with the same answer', async () => {
    const browser = newBrowser();
    const back = await leave(browser);
    expect(await landing(browser, back)).toBe('/hari-ini');
    expect(await landing(browser, back)).toBe(refused);
  });

  it('with a code that was given to another', async () => {
    const [thief, victim] = [newBrowser(), newBrowser()];
    const stolen = new URL(await leave(victim), publicUrl).searchParams.get('code')!;
    provider.account = { email: city.staffPu.email, email_verified: true };
    const own = new URL(await leave(thief), publicUrl);
    own.searchParams.set('code', stolen);
    expect(await landing(thief, own.pathname + own.search)).toBe(refused);
    expect(await whoIs(thief)).toBeNull();
  });

  it('after more than ten minutes', async () => {
    const browser = newBrowser();
    const back = await leave(browser);
    harness.clock.advanceHours(0.2);
    expect(await landing(browser, back)).toBe(refused);
  });

  it('with the word of another issuer, an error, or nothing at all', async () => {
    for (const spoil of [
      (url: URL) => url.searchParams.set('iss', 'https://evil.example'),
      (url: URL) => url.searchParams.set('state', 'x'),
      (url: URL) => url.searchParams.delete('state'),
      (url: URL) => url.searchParams.delete('code'),
      (url: URL) => url.searchParams.set('error', 'access_denied'),
    ]) {
      const browser = newBrowser();
      const back = new URL(await leave(browser), publicUrl);
      spoil(back);
      expect(await landing(browser, back.pathname + back.search), back.search).toBe(refused);
      expect(await whoIs(browser)).toBeNull();
    }
  });
});

describe('a provider that is away', () => {
  it('costs a clear word, and nothing once it is back', async () => {
    const { port } = new URL(provider.options.issuer);
    const { options } = provider;
    await provider.close();
    expect(await landing(newBrowser(), oidcStart.path)).toBe(refused);
    provider = await startCitySignIn(redirectUri, { port: Number(port), isPublic: true });
    expect(provider.options.issuer).toBe(options.issuer);
    expect((await newBrowser().open(oidcStart.path)).headers['location']).toContain(`${options.issuer}/auth`);
  });

  it('is no door where none is configured', async () => {
    await harness.close();
    harness = await startHarness();
    expect((await harness.as(null)(readSession)).hasOidc).toBe(false);
    for (const url of [oidcStart.path, `${oidcCallback.path}?code=a&state=b`])
      expect((await harness.callRaw(null, { method: 'GET', url })).statusCode).toBe(404);
  });
});
