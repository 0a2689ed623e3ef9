import {
  appointToPosition,
  changePerson,
  endPosition,
  exportUnits,
  foundUnit,
  listPeople,
  readUnit,
  registerPerson,
} from '@makaverse/contract/identity-directory';
import { signIn, signInDemo } from '@makaverse/contract/identity-session';
import { listMailbox, moveClock } from '@makaverse/contract/system';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type CallAs, type Harness } from '../../testing/harness.ts';

let harness: Harness;
let city: SmallCity;
let admin: CallAs;
beforeAll(async () => {
  harness = await startHarness();
  city = await smallCity(harness);
  admin = harness.as(city.admin);
});
afterAll(() => harness.close());

const unknownId = '01890000-0000-7000-8000-000000000000';
const unitPlan = { shortName: 'Uji', kind: 'agency', presentingGroup: null, validFrom: '2022-03-15' } as const;

describe('hostile words', () => {
  it('are kept as words and come back as they were', async () => {
    for (const [index, name] of [
      '<img src=x onerror=alert(1)>',
      "Robert'); drop table identity.person;--",
      '{{7*7}} ${7*7} $t(powers.appoint)',
      'A\u202Egnahc',
      '🙂 Ünïcode ٣',
    ].entries()) {
      const kept = await admin(registerPerson, { body: { name, email: `h${index}@makassar.example` } });
      expect(kept.name).toBe(name);
    }
    expect((await admin(listPeople, { query: {} })).items.length).toBeGreaterThan(5);
  });

  it('start no formula in a spreadsheet', async () => {
    const name = '=HYPERLINK("http://evil.example";"x")';
    await admin(foundUnit, { body: { ...unitPlan, code: '@SUM(1)', name, parentId: city.units.city } });
    const file = await harness.callRaw(city.staffPu, { method: 'GET', url: exportUnits.path });
    const line = file.body.split('\n').find((one) => one.includes('HYPERLINK'))!;
    expect(line).toContain("'@SUM(1)");
    expect(line).toContain("'=HYPERLINK");
    expect(file.body.startsWith('\uFEFF')).toBe(true);
  });

  it('with a letter that PostgreSQL cannot keep are refused, not a failure', async () => {
    const refused = await harness.refusal(admin(registerPerson, { body: { name: 'Nol\u0000Contoh', email: 'nol@makassar.example' } }));
    expect(refused.status).toBe(422);
  });

  it('of whatever kind never make the server fail', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 250 }), fc.string({ maxLength: 60 }), async (name, q) => {
        const replies = [
          await harness.callRaw(city.admin, {
            method: 'POST',
            url: registerPerson.path,
            payload: { name, email: `${q}@makassar.example` },
          }),
          await harness.callRaw(city.admin, { method: 'GET', url: `/api/people?${new URLSearchParams({ q: name, cursor: q })}` }),
          await harness.callRaw(city.admin, { method: 'GET', url: `/api/units?${new URLSearchParams({ q, on: q })}` }),
          await harness.callRaw(city.admin, { method: 'GET', url: `/api/search?${new URLSearchParams({ q: name })}` }),
          await harness.callRaw(city.admin, { method: 'GET', url: `/api/units/${encodeURIComponent(q)}` }),
        ];
        expect(replies.filter((reply) => reply.statusCode >= 500).map((reply) => reply.body)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('hostile records', () => {
  it('that do not exist are not found', async () => {
    const attempts = [
      () => admin(readUnit, { params: { id: unknownId }, query: {} }),
      () => admin(endPosition, { params: { id: unknownId }, body: { to: '2022-04-01' } }),
      () => admin(changePerson, { params: { id: unknownId }, body: { name: 'X', email: 'x@makassar.example', version: 1 } }),
      () =>
        admin(appointToPosition, {
          body: { personId: unknownId, unitId: city.units.pu, kind: 'member', title: 'X', acting: null, from: '2022-03-15', to: null },
        }),
    ];
    for (const attempt of attempts) expect((await harness.refusal(attempt())).status).toBe(404);
  });

  it.each(['2022-02-30', '2022-13-01', '0000-00-00', 'kemarin', '99999-01-01', '2022-3-1'])('are not of the day %s', async (from) => {
    const body = { personId: city.clerk.id, unitId: city.units.pu, kind: 'member', title: 'X', acting: null, from, to: null } as const;
    expect((await harness.refusal(admin(appointToPosition, { body }))).status).toBe(422);
  });

  it('outside the life of a unit, or backwards, are refused', async () => {
    const body = { personId: city.clerk.id, unitId: city.units.pu, kind: 'member', title: 'X', acting: null } as const;
    const code = async (period: { from: string; to: string | null }): Promise<string> =>
      (await harness.refusal(admin(appointToPosition, { body: { ...body, ...period } }))).code;
    expect(await code({ from: '2020-01-01', to: null })).toBe('position-outside-unit');
    expect(await code({ from: '2022-04-01', to: '2022-04-01' })).toBe('position-period-invalid');
  });

  it('cannot take the address of another, in whatever case', async () => {
    const taken = city.clerk.email.toUpperCase();
    expect((await harness.refusal(admin(registerPerson, { body: { name: 'Kembar', email: taken } }))).code).toBe('email-taken');
    const body = { name: city.headPu.name, email: taken, version: 1 };
    expect((await harness.refusal(admin(changePerson, { params: { id: city.headPu.id }, body }))).code).toBe('email-taken');
  });

  it('are not made by those who keep no directory', async () => {
    for (const who of [city.mayor, city.secretary, city.headPu, city.clerk, city.ppid]) {
      const call = harness.as(who);
      const attempts = [
        () => call(registerPerson, { body: { name: 'X', email: 'x@makassar.example' } }),
        () => call(changePerson, { params: { id: who.id }, body: { name: 'X', email: 'x@makassar.example', version: 1 } }),
        () =>
          call(appointToPosition, {
            body: { personId: who.id, unitId: city.units.city, kind: 'head', title: 'X', acting: 'plt', from: '2022-03-15', to: null },
          }),
      ];
      for (const attempt of attempts) expect((await harness.refusal(attempt())).status).toBe(403);
    }
  });
});

describe('hostile requests', () => {
  it('from another site change nothing', async () => {
    const payload = { name: 'Lintas Situs', email: 'lintas@makassar.example' };
    const send = async (headers: Record<string, string>): Promise<number> =>
      (await harness.callRaw(city.admin, { method: 'POST', url: registerPerson.path, payload, headers })).statusCode;
    expect(await send({ origin: 'https://evil.example' })).toBe(403);
    expect(await send({ origin: 'http://localhost:3001' })).toBe(403);
    expect(await send({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect((await admin(listPeople, { query: { q: 'lintas situs' } })).items).toEqual([]);
  });

  it('with an invented cookie are of nobody', async () => {
    for (const token of ['x', 'A'.repeat(43), "' or true --", '%00', '😀'.repeat(20), encodeURIComponent('\u0000')]) {
      const reply = await harness.app.server.inject({ method: 'GET', url: '/api/units', headers: { cookie: `makaverse=${token}` } });
      expect(reply.statusCode).toBe(401);
    }
  });

  it('of other shapes are refused before anything is looked up', async () => {
    for (const payload of [null, [], 'text', { email: ['a'], password: {} }, { email: { $ne: null }, password: { $ne: null } }]) {
      const reply = await harness.callRaw(null, {
        method: 'POST',
        url: signIn.path,
        payload: JSON.stringify(payload),
        headers: { 'content-type': 'application/json' },
      });
      expect([400, 422]).toContain(reply.statusCode);
    }
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await harness.callRaw(null, { method: 'POST', url: signIn.path, payload: 'email=a&password=b', headers: form });
    expect([400, 415, 422]).toContain(reply.statusCode);
  });

  it('for what only the demo has find nothing elsewhere', async () => {
    expect((await harness.refusal(harness.as(null)(signInDemo, { body: { persona: 'mayor' } }))).status).toBe(404);
    expect((await harness.refusal(admin(listMailbox, { query: {} }))).status).toBe(404);
    expect((await harness.refusal(admin(moveClock, { body: { hours: 1 } }))).status).toBe(404);
  });
});
