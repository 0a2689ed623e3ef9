import {
  addPasskey,
  listPasskeys,
  passkeyRegistration,
  passkeySignIn,
  passkeySignInOptions,
  readSession,
  removePasskey,
} from '@makaverse/contract/identity-session';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { SoftwareAuthenticator, type Ceremony, type Misbehaviour } from './testing/software-authenticator.ts';

const site = { rpId: 'localhost', origin: 'http://localhost:3000' };
const opened: Harness[] = [];
let harness: Harness;
let city: SmallCity;
beforeEach(async () => {
  harness = await startHarness();
  opened.push(harness);
  city = await smallCity(harness);
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));

async function registrationFor(who: Citizen): Promise<Ceremony & { userHandle: string }> {
  const options = (await harness.as(who)(passkeyRegistration)) as { challenge: string; rp: { id: string }; user: { id: string } };
  return { challenge: options.challenge, rpId: options.rp.id, origin: site.origin, userHandle: options.user.id };
}
async function register(who: Citizen, device = new SoftwareAuthenticator()): Promise<{ device: SoftwareAuthenticator; id: string }> {
  const response = device.create(await registrationFor(who));
  const kept = await harness.as(who)(addPasskey, { body: { label: 'Ponsel', response } });
  return { device, id: kept.id };
}
async function signInCeremony(): Promise<Ceremony> {
  const options = (await harness.as(null)(passkeySignInOptions)) as { challenge: string; rpId: string };
  return { challenge: options.challenge, rpId: options.rpId, origin: site.origin };
}
const signIn = (response: Record<string, unknown>) => harness.as(null)(passkeySignIn, { body: { response } });
const refusalOf = async (response: Record<string, unknown>): Promise<string> => (await harness.refusal(signIn(response))).code;

describe('a passkey', () => {
  it('is added, named in the list, and signs its owner in without a name or a password', async () => {
    const { device, id } = await register(city.clerk);
    expect(await harness.as(city.clerk)(listPasskeys)).toMatchObject({ items: [{ id, label: 'Ponsel', lastUsedAt: null }] });
    const reply = await harness.callRaw(null, {
      method: 'POST',
      url: passkeySignIn.path,
      payload: { response: device.get(await signInCeremony()) },
    });
    expect(reply.json()).toMatchObject({ person: { id: city.clerk.id } });
    const cookie = String(reply.headers['set-cookie']).split(';')[0]!;
    const who = await harness.app.server.inject({ method: 'GET', url: readSession.path, headers: { cookie } });
    expect(who.json()).toMatchObject({ person: { id: city.clerk.id } });
    expect((await harness.as(city.clerk)(listPasskeys)).items[0]!.lastUsedAt).not.toBeNull();
    const audit = await harness.db.selectFrom('platform.audit').select(['action', 'object_id']).execute();
    expect(audit).toContainEqual({ action: 'passkey.added', object_id: city.clerk.id });
    expect(audit).toContainEqual({ action: 'session.opened', object_id: city.clerk.id });
  });

  it('asks the device to keep it, to know its owner, and not to make it twice', async () => {
    const { device } = await register(city.clerk);
    expect(await harness.as(city.clerk)(passkeyRegistration)).toMatchObject({
      rp: { id: 'localhost' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: device.credentialId }],
    });
    expect(await harness.as(null)(passkeySignInOptions)).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
  });

  it('is removed by its owner alone and then signs nobody in', async () => {
    const { device, id } = await register(city.clerk);
    expect((await harness.refusal(harness.as(city.admin)(removePasskey, { params: { id } }))).status).toBe(404);
    expect((await harness.as(city.admin)(listPasskeys)).items).toEqual([]);
    await harness.as(city.clerk)(removePasskey, { params: { id } });
    expect(await refusalOf(device.get(await signInCeremony()))).toBe('passkey-refused');
  });

  it('of one person cannot be taken by another', async () => {
    const { device } = await register(city.clerk);
    const response = device.create(await registrationFor(city.headPu));
    const taking = harness.as(city.headPu)(addPasskey, { body: { label: 'Curian', response } });
    expect((await harness.refusal(taking)).code).toBe('passkey-already-there');
    expect(await signIn(device.get(await signInCeremony()))).toMatchObject({ person: { id: city.clerk.id } });
  });

  it('does not help who holds no position any more', async () => {
    const { device } = await register(city.staffPu);
    await harness.db.updateTable('identity.position').set({ valid_to: '2022-03-15' }).where('id', '=', city.staffPu.positionId).execute();
    expect(await refusalOf(device.get(await signInCeremony()))).toBe('no-position-held');
  });
});

describe('signing in is refused', () => {
  const cases: readonly [string, Partial<Ceremony>, Misbehaviour][] = [
    ['from a page that looks like ours', { origin: 'https://localhost.evil.example' }, {}],
    ['for another site', { rpId: 'evil.example' }, {}],
    ['with a challenge of nobody', { challenge: Buffer.alloc(32, 7).toString('base64url') }, {}],
    ['with another key', {}, { hasForeignKey: true }],
    ['without finger, face or code', {}, { isUnverified: true }],
    ['with what was made for registering', {}, { type: 'webauthn.create' }],
  ];
  it.each(cases)('%s', async (_, ceremony, odd) => {
    const { device } = await register(city.clerk);
    expect(await refusalOf(device.get({ ...(await signInCeremony()), ...ceremony }, odd))).toBe('passkey-refused');
    // The same device, honest, is let in: it was this that was refused.
    expect(await signIn(device.get(await signInCeremony()))).toMatchObject({ person: { id: city.clerk.id } });
  });

  it('with a counter that goes back, the sign of a copied key', async () => {
    const { device } = await register(city.clerk);
    await signIn(device.get(await signInCeremony(), { counter: 40 }));
    expect(await refusalOf(device.get(await signInCeremony(), { counter: 39 }))).toBe('passkey-refused');
    expect(await signIn(device.get(await signInCeremony(), { counter: 41 }))).toMatchObject({ person: { id: city.clerk.id } });
  });

  it('when the answer is sent a second time, also by two at once', async () => {
    const { device } = await register(city.clerk);
    const answer = device.get(await signInCeremony());
    const outcomes = await Promise.allSettled([signIn(answer), signIn(answer), signIn(answer)]);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(answer)).toBe('passkey-refused');
  });

  it('when the answer comes too late', async () => {
    const { device } = await register(city.clerk);
    const answer = device.get(await signInCeremony());
    harness.clock.advanceHours(0.1);
    expect(await refusalOf(answer)).toBe('passkey-refused');
  });

  it('with a challenge that was given out for registering', async () => {
    const { device } = await register(city.clerk);
    const { challenge } = await registrationFor(city.clerk);
    expect(await refusalOf(device.get({ ...site, challenge }))).toBe('passkey-refused');
  });

  it.each([
    {},
    { id: 7 },
    { id: "' or true --" },
    { id: 'x', rawId: 'x', response: null },
    { id: 'x'.repeat(5000), response: { clientDataJSON: '%%%' } },
  ])('with %j', async (response) => {
    expect(await refusalOf(response)).toBe('passkey-refused');
  });

  it('for a known key with a broken answer as for an unknown key', async () => {
    const { device } = await register(city.clerk);
    const { challenge } = await signInCeremony();
    const broken = { id: device.credentialId, rawId: device.credentialId, type: 'public-key', response: { clientDataJSON: challenge } };
    const problems = [await harness.refusal(signIn(broken)), await harness.refusal(signIn({ ...broken, id: 'unknown', rawId: 'unknown' }))];
    expect(problems[0]).toEqual(problems[1]);
  });
});

describe('adding a passkey is refused', () => {
  const add = async (who: Citizen, response: Record<string, unknown>): Promise<string> =>
    (await harness.refusal(harness.as(who)(addPasskey, { body: { label: 'Ponsel', response } }))).code;

  it.each<[string, Partial<Ceremony>, Misbehaviour]>([
    ['from another page', { origin: 'http://localhost:3001' }, {}],
    ['for another site', { rpId: 'evil.example' }, {}],
    ['without finger, face or code', {}, { isUnverified: true }],
    ['with what was made for signing in', {}, { type: 'webauthn.get' }],
  ])('%s', async (_, ceremony, odd) => {
    const response = new SoftwareAuthenticator().create({ ...(await registrationFor(city.clerk)), ...ceremony }, odd);
    expect(await add(city.clerk, response)).toBe('passkey-refused');
    expect((await harness.as(city.clerk)(listPasskeys)).items).toEqual([]);
  });

  it('with the challenge of another person', async () => {
    const response = new SoftwareAuthenticator().create(await registrationFor(city.clerk));
    expect(await add(city.headPu, response)).toBe('passkey-refused');
  });

  it('to who is not signed in', async () => {
    expect((await harness.refusal(harness.as(null)(passkeyRegistration))).status).toBe(401);
  });
});
