import { changePassword, readSession, signIn as signInEndpoint, type Session } from '@makaverse/contract/identity-session';
import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { setPassword } from './commands/set-password.ts';
import { hashPassword } from './password-hash.ts';

const password = 'sembilan ikan di Losari';
const opened: Harness[] = [];
let hash = '';
let harness: Harness;
let city: SmallCity;
// Once for all, because a hash is made to be slow.
beforeAll(async () => {
  hash = await hashPassword(password);
});
beforeEach(async () => {
  harness = await startHarness();
  opened.push(harness);
  city = await smallCity(harness);
  await givePassword(city.clerk);
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));

const givePassword = async (who: Citizen): Promise<void> => {
  await harness.db.insertInto('identity.password').values({ person_id: who.id, hash, changed_at: harness.clock.now() }).execute();
};
const signIn = (email: string, given: string, remoteAddress = '10.1.1.1'): Promise<LightMyRequestResponse> =>
  harness.app.server.inject({ method: 'POST', url: signInEndpoint.path, payload: { email, password: given }, remoteAddress });
const codeOf = async (reply: Promise<LightMyRequestResponse>): Promise<string> => (await reply).json<{ code: string }>().code;
const cookieOf = (reply: LightMyRequestResponse): string => String(reply.headers['set-cookie']).split(';')[0]!;
const whoIs = async (cookie: string): Promise<Session['person']> =>
  (await harness.app.server.inject({ method: 'GET', url: readSession.path, headers: { cookie } })).json<Session>().person;
const times = async (count: number, work: (n: number) => Promise<unknown>): Promise<void> => {
  for (let n = 0; n < count; n += 1) await work(n);
};

describe('a password', () => {
  it('signs in, whatever the case of the address', async () => {
    const reply = await signIn(' CLERK@Makassar.example ', password);
    expect(reply.json()).toMatchObject({ person: { id: city.clerk.id }, capabilities: ['clerk', 'call-meeting'] });
    expect(await whoIs(cookieOf(reply))).toMatchObject({ id: city.clerk.id });
    const line = await harness.db.selectFrom('platform.audit').selectAll().where('action', '=', 'session.opened').executeTakeFirstOrThrow();
    expect(line).toMatchObject({ actor_id: city.clerk.id, object_id: city.clerk.id });
  });

  it('gives a cookie no script reads and no other site sends along', async () => {
    const cookie = String((await signIn(city.clerk.email, password)).headers['set-cookie']);
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).toMatch(/; Path=\//i);
  });

  it('is one whether typed composed or not (NFKC)', async () => {
    await harness.transact(null, ({ db, now }) =>
      setPassword(db, { personId: city.headPu.id, password: 'caf\u00e9 di tepi laut', keptSessionId: null, now }),
    );
    expect((await signIn(city.headPu.email, 'cafe\u0301 di tepi laut')).statusCode).toBe(200);
  });

  it('is kept neither in the database nor in the audit log', async () => {
    await signIn(city.clerk.email, password);
    const kept = await harness.db.selectFrom('identity.password').selectAll().execute();
    const lines = await harness.db.selectFrom('platform.audit').selectAll().execute();
    const sessions = await harness.db.selectFrom('identity.session').selectAll().execute();
    expect([kept.length, lines.length, sessions.length].every((count) => count > 0)).toBe(true);
    expect(JSON.stringify([kept, lines, sessions])).not.toContain(password);
  });

  it('does not let in who holds no position any more', async () => {
    await harness.db.updateTable('identity.position').set({ valid_to: '2022-03-15' }).where('id', '=', city.clerk.positionId).execute();
    expect(await codeOf(signIn(city.clerk.email, password))).toBe('no-position-held');
  });
});

describe('a wrong try', () => {
  it('is answered the same for a wrong word, an unknown person and one without a password', async () => {
    const replies = [
      await signIn(city.clerk.email, 'bukan kata itu'),
      await signIn('nobody@makassar.example', 'bukan kata itu'),
      await signIn(city.headPu.email, 'bukan kata itu'),
      await signIn("' or 1=1 --", 'bukan kata itu'),
      await signIn('', ''),
    ];
    expect(replies.map((reply) => reply.statusCode)).toEqual([401, 401, 401, 401, 401]);
    expect(new Set(replies.map((reply) => reply.body)).size).toBe(1);
    expect(replies[0]!.json()).toMatchObject({ code: 'sign-in-failed' });
    expect(replies.every((reply) => reply.headers['set-cookie'] === undefined)).toBe(true);
  });

  it('from one address is borne eight times; then even the right word waits a quarter of an hour', async () => {
    await times(8, async () => expect(await codeOf(signIn(city.clerk.email, 'salah sekali ini'))).toBe('sign-in-failed'));
    const limited = await signIn(city.clerk.email, password);
    expect([limited.statusCode, limited.json<{ code: string }>().code]).toEqual([429, 'too-many-attempts']);
    harness.clock.advanceHours(0.26);
    expect((await signIn(city.clerk.email, password)).statusCode).toBe(200);
  });

  it('of a stranger does not lock the person out at another place', async () => {
    await times(9, () => signIn(city.clerk.email, 'salah sekali ini', '203.0.113.9'));
    expect((await signIn(city.clerk.email, password, '10.1.1.1')).statusCode).toBe(200);
  });

  it('is limited for an unknown address as for a known one', async () => {
    await times(8, () => signIn('nobody@makassar.example', 'salah sekali ini'));
    expect(await codeOf(signIn('nobody@makassar.example', 'salah sekali ini'))).toBe('too-many-attempts');
  });

  it('from many addresses is borne sixty times for one person', async () => {
    await harness.db
      .insertInto('identity.attempt')
      .values(await triesAt(city.clerk.email, 60))
      .execute();
    expect(await codeOf(signIn(city.clerk.email, password, '198.51.100.77'))).toBe('too-many-attempts');
  });

  it('many at once slip past no limit', async () => {
    const replies = await Promise.all(Array.from({ length: 24 }, () => signIn(city.clerk.email, 'salah sekali ini')));
    expect(replies.filter((reply) => reply.statusCode === 401).length).toBeLessThanOrEqual(8);
    expect(replies.filter((reply) => reply.statusCode === 429).length).toBeGreaterThanOrEqual(16);
  });

  it('is forgiven by a right one', async () => {
    await times(7, () => signIn(city.clerk.email, 'salah sekali ini'));
    await signIn(city.clerk.email, password);
    await times(7, async () => expect(await codeOf(signIn(city.clerk.email, 'salah sekali ini'))).toBe('sign-in-failed'));
  });
});

/** Tries as a botnet leaves them: one from each of many places. */
async function triesAt(email: string, count: number): Promise<{ key_hash: string; at: Date }[]> {
  await signIn(email, 'salah sekali ini', '198.51.100.1');
  const rows = await harness.db.selectFrom('identity.attempt').selectAll().execute();
  await signIn(email, 'salah sekali ini', '198.51.100.2');
  const later = await harness.db.selectFrom('identity.attempt').selectAll().execute();
  const ofPerson = rows.find((row) => later.filter((one) => one.key_hash === row.key_hash).length === 2)!;
  return Array.from({ length: count - 2 }, () => ({ key_hash: ofPerson.key_hash, at: harness.clock.now() }));
}

describe('a changed password', () => {
  const next = 'perahu tua pulang pagi';
  const change = (cookie: string, current: string, wanted: string): Promise<LightMyRequestResponse> =>
    harness.app.server.inject({ method: 'PUT', url: changePassword.path, headers: { cookie }, payload: { current, next: wanted } });

  it('ends all other sign-ins of the person, and of nobody else', async () => {
    await givePassword(city.headPu);
    const [here, there, other] = [
      cookieOf(await signIn(city.clerk.email, password)),
      cookieOf(await signIn(city.clerk.email, password)),
      cookieOf(await signIn(city.headPu.email, password)),
    ];
    expect((await change(here, password, next)).statusCode).toBe(204);
    expect(await whoIs(here)).toMatchObject({ id: city.clerk.id });
    expect(await whoIs(there)).toBeNull();
    expect(await whoIs(other)).toMatchObject({ id: city.headPu.id });
    expect(await codeOf(signIn(city.clerk.email, password))).toBe('sign-in-failed');
    expect((await signIn(city.clerk.email, next)).statusCode).toBe(200);
  });

  it('needs the present one, and may be guessed at eight times', async () => {
    const cookie = cookieOf(await signIn(city.clerk.email, password));
    await times(8, async () => expect(await codeOf(change(cookie, 'salah sekali ini', next))).toBe('password-wrong'));
    expect(await codeOf(change(cookie, password, next))).toBe('too-many-attempts');
    expect((await signIn(city.clerk.email, password)).statusCode).toBe(200);
  });

  it('is not the first thing a guesser tries', async () => {
    const cookie = cookieOf(await signIn(city.clerk.email, password));
    for (const plain of ['pendek', 'password12345', 'aaaaaaaaaaaa', '1234567890123', 'nurul contoh', 'Makassar2022!'])
      expect((await change(cookie, password, plain)).statusCode, plain).toBe(422);
    expect((await signIn(city.clerk.email, password)).statusCode).toBe(200);
  });
});

describe('a sign-in', () => {
  it('ends after twelve hours unused and after two weeks in any case', async () => {
    const idle = cookieOf(await signIn(city.clerk.email, password));
    harness.clock.advanceHours(12.1);
    expect(await whoIs(idle)).toBeNull();
    const used = cookieOf(await signIn(city.clerk.email, password));
    await times(33, async () => {
      harness.clock.advanceHours(10);
      expect(await whoIs(used)).not.toBeNull();
    });
    harness.clock.advanceHours(7);
    expect(await whoIs(used)).toBeNull();
  });
});
