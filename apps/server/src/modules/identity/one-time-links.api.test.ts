import { endPosition, registerPerson } from '@makaverse/contract/identity-directory';
import { invitePerson, readSession, redeemLink, requestLink, signIn } from '@makaverse/contract/identity-session';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type CallAs, type Harness } from '../../testing/harness.ts';

const password = 'sembilan ikan di Losari';
const opened: Harness[] = [];
let harness: Harness;
let city: SmallCity;
let nobody: CallAs;
beforeEach(async () => {
  harness = await startHarness();
  opened.push(harness);
  city = await smallCity(harness);
  nobody = harness.as(null);
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));

/** The secret out of the newest letter, which stands nowhere else. */
async function tokenFor(email: string): Promise<string> {
  await nobody(requestLink, { body: { email } });
  await harness.settle();
  const link = /https?:\S+/.exec(harness.letters.at(-1)!.text)![0];
  return new URL(link).searchParams.get('token')!;
}
const redeem = (token: string, word = password) => nobody(redeemLink, { body: { token, password: word } });

describe('a one-time link', () => {
  it('comes by mail, sets a password and signs in', async () => {
    const token = await tokenFor(' Clerk@makassar.example');
    expect(harness.letters).toHaveLength(1);
    expect(harness.letters[0]).toMatchObject({ to: { name: city.clerk.name, address: city.clerk.email } });
    expect(harness.letters[0]!.text).toContain('http://localhost:3000/kata-sandi?token=');
    expect(await redeem(token)).toMatchObject({ person: { id: city.clerk.id } });
    expect(await nobody(signIn, { body: { email: city.clerk.email, password } })).toMatchObject({ person: { id: city.clerk.id } });
  });

  it('counts once, also when two use it at the same moment', async () => {
    const token = await tokenFor(city.clerk.email);
    const outcomes = await Promise.allSettled([redeem(token), redeem(token, 'perahu tua pulang pagi'), redeem(token)]);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await harness.refusal(redeem(token))).toMatchObject({ code: 'link-invalid', status: 410 });
  });

  it('ends after an hour', async () => {
    const token = await tokenFor(city.clerk.email);
    harness.clock.advanceHours(1);
    expect((await harness.refusal(redeem(token))).code).toBe('link-invalid');
  });

  it('ends with the one that is used, and takes the old sign-ins along', async () => {
    const [first, second] = [await tokenFor(city.clerk.email), await tokenFor(city.clerk.email)];
    const before = harness.as(city.clerk);
    expect((await before(readSession)).person).not.toBeNull();
    await redeem(second);
    expect((await before(readSession)).person).toBeNull();
    expect((await harness.refusal(redeem(first))).code).toBe('link-invalid');
  });

  it('is not spent by a password that is refused', async () => {
    const token = await tokenFor(city.clerk.email);
    expect((await harness.refusal(redeem(token, 'password1234'))).code).toBe('password-too-plain');
    expect(await redeem(token)).toMatchObject({ person: { id: city.clerk.id } });
  });

  it('lies neither in the database nor in the queue nor in the log', async () => {
    const token = await tokenFor(city.clerk.email);
    const links = await harness.db.selectFrom('identity.one_time_link').selectAll().execute();
    const lines = await harness.db.selectFrom('platform.audit').selectAll().execute();
    const { rows: jobs } = await sql`select data from pgboss.job`.execute(harness.db);
    expect([links.length, jobs.length]).toEqual([1, 1]);
    expect(JSON.stringify([links, lines, jobs])).not.toContain(token);
  });

  it('does not open the door to who holds no position any more', async () => {
    const token = await tokenFor(city.staffPu.email);
    await harness.as(city.admin)(endPosition, { params: { id: city.staffPu.positionId }, body: { to: '2022-03-15' } });
    expect((await harness.refusal(redeem(token))).code).toBe('no-position-held');
  });

  it.each(['x', "' or true --", '\u0000', '../../etc', 'A'.repeat(200)])('is not %j', async (token) => {
    expect([410, 422]).toContain((await harness.refusal(redeem(token))).status);
  });
});

describe('asking for a link', () => {
  it('is answered the same for an unknown address, which gets no mail', async () => {
    const ask = (email: string) => harness.callRaw(null, { method: 'POST', url: requestLink.path, payload: { email } });
    const [known, unknown] = [await ask(city.clerk.email), await ask('nobody@makassar.example')];
    expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body]);
    expect(known.statusCode).toBe(204);
    await harness.settle();
    expect(harness.letters.map((letter) => letter.to.address)).toEqual([city.clerk.email]);
  });

  it('fills no mailbox: three in a quarter of an hour, known or not', async () => {
    for (const email of [city.clerk.email, 'nobody@makassar.example']) {
      for (let n = 0; n < 3; n += 1) await nobody(requestLink, { body: { email } });
      expect((await harness.refusal(nobody(requestLink, { body: { email } }))).code).toBe('too-many-attempts');
    }
    await harness.settle();
    expect(harness.letters).toHaveLength(3);
  });

  it('brings none to who holds no position', async () => {
    const person = await harness.as(city.admin)(registerPerson, { body: { name: 'Baru Contoh', email: 'baru@makassar.example' } });
    await nobody(requestLink, { body: { email: 'baru@makassar.example' } });
    await harness.as(city.admin)(invitePerson, { params: { id: person.id } });
    await harness.settle();
    expect(harness.letters).toEqual([]);
  });
});

describe('an invitation', () => {
  it('is mailed by the administrator and opens the first sign-in', async () => {
    await harness.as(city.admin)(invitePerson, { params: { id: city.headPu.id } });
    await harness.settle();
    expect(harness.letters[0]).toMatchObject({ to: { address: city.headPu.email } });
    const token = new URL(/https?:\S+/.exec(harness.letters[0]!.text)![0]).searchParams.get('token')!;
    expect(await redeem(token)).toMatchObject({ person: { id: city.headPu.id } });
  });

  it('is sent by nobody else, and to nobody who is not registered', async () => {
    for (const who of [city.mayor, city.headPu, city.clerk])
      expect((await harness.refusal(harness.as(who)(invitePerson, { params: { id: city.headPu.id } }))).status).toBe(403);
    const unknown = { params: { id: '01890000-0000-7000-8000-000000000000' } };
    expect((await harness.refusal(harness.as(city.admin)(invitePerson, unknown))).status).toBe(404);
    await harness.db.updateTable('identity.person').set({ email: null }).where('id', '=', city.headPu.id).execute();
    expect((await harness.refusal(harness.as(city.admin)(invitePerson, { params: { id: city.headPu.id } }))).code).toBe('email-missing');
  });
});
