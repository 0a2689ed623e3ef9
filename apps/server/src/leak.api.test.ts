import type { EndpointShape } from '@makaverse/contract/endpoint';
import { makeFeedAddress } from '@makaverse/contract/meetings';
import { allEndpoints } from '@makaverse/contract/openapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type Citizen, type SmallCity } from './testing/city.ts';
import { startHarness, type Harness } from './testing/harness.ts';
import type { Role, Secret } from './testing/leak/record.ts';
import { sampleBody } from './testing/leak/sample-body.ts';
import { tellSecrets } from './testing/leak/told-secrets.ts';

/*
 * Every role at every door with every record's id. The doors are those of the contract, so an endpoint written tomorrow is walked
 * tomorrow. What must not be met is looked for in what came back, whatever the status.
 */
let harness: Harness;
let city: SmallCity;
let secrets: readonly Secret[];
let roles: readonly (readonly [Role, Citizen])[];
beforeAll(async () => {
  // A fortnight passes here; that sign-ins end meanwhile is tested where they begin.
  harness = await startHarness({ now: '2022-03-08T10:00:00+08:00', identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
  secrets = await tellSecrets(harness, city);
  const { units: _, ...people } = city;
  roles = Object.entries(people) as [Role, Citizen][];
});
afterAll(() => harness.close());

const reads = allEndpoints.filter((one) => one.method === 'GET' && one.door !== 'live' && !one.path.includes('{token}'));
const commands = allEndpoints.filter((one) => one.door === 'command');

/** A door's addresses for every record, or its one address with and without the words one might search for. */
function addressesOf(endpoint: EndpointShape): readonly { url: string; id: string | null }[] {
  const ids = [...new Set(secrets.map((one) => one.id))];
  const asked = endpoint.query?.shape ?? {};
  // The newest version hides an older one from who may read both, so the first is asked for as well.
  const versions = 'versionNumber' in asked ? ['', '?versionNumber=1'] : [''];
  if (endpoint.path.includes('{'))
    return ids.flatMap((id) => versions.map((which) => ({ url: endpoint.path.replaceAll(/\{\w+\}/g, id) + which, id })));
  const limit = 'limit' in asked ? 'limit=200&' : '';
  const queries = 'q' in asked ? [...('limit' in asked ? [''] : []), ...secrets.flatMap(spellingsOf)] : [''];
  return queries.map((query) => ({ url: `${endpoint.path}?${limit}${query}`, id: null }));
}

/** The words themselves, and a slip in a word they are made of, which a forgiving search takes for them without having been told them. */
function spellingsOf({ words }: Secret): readonly string[] {
  const [first, ...rest] = words.split(/[^\p{L}]+/u).filter((word) => word.length >= 5);
  const slip = first === undefined ? [] : [[`${first.slice(0, -1)}${first.at(-1)}${first.at(-1)}`, ...rest].join(' ')];
  return [words, ...slip].map((one) => `q=${encodeURIComponent(one)}`);
}

const ask = (who: Citizen | null, method: EndpointShape['method'], url: string, body?: unknown) =>
  harness.callRaw(who, { method, url, ...(body !== undefined && { payload: body as object }) });

/** Words that came back to somebody who may not read them. What he himself sent is no leak. */
function leaksIn(role: Role | null, reply: { body: string }, sent: string): string[] {
  const said = decodeURIComponent(sent);
  return secrets
    .filter((one) => (role === null || !one.readers.has(role)) && reply.body.includes(one.words) && !said.includes(one.words))
    .map((one) => one.what);
}

describe('every role at every reading door', () => {
  const leaks: string[] = [];
  /** What each role met, at whatever door, of what is for it. */
  const met = new Map<Role, Set<string>>();

  beforeAll(async () => {
    for (const [role, person] of [...roles, [null, null] as const]) {
      const own = secrets.filter((one) => role !== null && one.readers.has(role));
      const found = new Set<string>();
      if (role !== null) met.set(role, found);
      for (const endpoint of reads) {
        for (const { url, id } of addressesOf(endpoint)) {
          const reply = await ask(person, 'GET', url);
          for (const one of own) if (reply.body.includes(one.words)) found.add(one.what);
          if (reply.statusCode >= 500) leaks.push(`${role} broke ${endpoint.id}: ${reply.statusCode}`);
          leaks.push(...leaksIn(role, reply, url).map((what) => `${role} met ${what} at ${endpoint.id}`));
          // A file's words may be packed so that they cannot be found: the door itself must stay shut.
          const isFile = endpoint.door === 'file' || endpoint.door === 'pdf';
          const mayRead = own.some((one) => one.id === id);
          if (isFile && reply.statusCode === 200 && !mayRead) leaks.push(`${role} opened ${endpoint.id}`);
        }
      }
    }
  }, 300_000);

  it('meets no words that are not for it', () => {
    expect(leaks).toEqual([]);
  });

  it('does meet, at some door, the words that are for it', () => {
    const missed = [...met].flatMap(([role, found]) =>
      secrets.filter((one) => one.readers.has(role) && !found.has(one.what)).map((one) => `${role} never meets ${one.what}`),
    );
    expect(missed).toEqual([]);
  });
});

describe('every role at every changing door of what it may not read', () => {
  it('learns nothing and changes nothing', { timeout: 300_000 }, async () => {
    const before = await countLines();
    const leaks: string[] = [];
    for (const [role, person] of roles) {
      for (const endpoint of commands.filter((one) => one.path.includes('{id}'))) {
        for (const one of secrets.filter((secret) => secret.topic && !secret.readers.has(role))) {
          const reply = await ask(person, endpoint.method, endpoint.path.replaceAll(/\{\w+\}/g, one.id), sampleBody(endpoint));
          leaks.push(...leaksIn(role, reply, '').map((what) => `${role} met ${what} at ${endpoint.id}`));
          if (reply.statusCode < 400 || reply.statusCode >= 500)
            leaks.push(`${role} got ${reply.statusCode} at ${endpoint.id} of ${one.what}`);
        }
      }
    }
    expect(leaks).toEqual([]);
    expect(await countLines()).toBe(before);
  });

  async function countLines(): Promise<number> {
    const { lines } = await harness.db
      .selectFrom('platform.audit')
      .select((row) => row.fn.countAll<number>().as('lines'))
      .executeTakeFirstOrThrow();
    return Number(lines);
  }
});

describe('feeds and streams', () => {
  it('show in each person’s calendar only what is for him', async () => {
    const leaks: string[] = [];
    for (const [role, person] of roles) {
      const { url } = await harness.as(person)(makeFeedAddress);
      const feed = await ask(null, 'GET', new URL(url).pathname);
      leaks.push(...leaksIn(role, { body: feed.body.replaceAll('\r\n ', '') }, '').map((what) => `${role} met ${what} in the feed`));
    }
    expect(leaks).toEqual([]);
  });

  it('follow a record exactly where it may be read', { timeout: 120_000 }, async () => {
    const origin = await harness.app.server.listen({ host: '127.0.0.1', port: 0 });
    const wrong: string[] = [];
    for (const [role, person] of roles) {
      const cookie = await harness.cookieOf(person);
      for (const one of secrets.filter((secret) => secret.topic)) {
        const stop = new AbortController();
        const reply = await fetch(`${origin}/api/live?topics=${one.topic}`, { headers: { cookie }, signal: stop.signal });
        stop.abort();
        const isOpen = reply.status === 200;
        if (isOpen !== one.readers.has(role)) wrong.push(`${role} ${isOpen ? 'follows' : 'cannot follow'} ${one.what}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
