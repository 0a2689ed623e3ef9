import { readSession, signInDemo, signOut } from '@makaverse/contract/identity-session';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { demoLife, namePersonas } from './index.ts';

let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness({
    identity: { demo: { moveClock: () => Promise.reject(new Error('stands still')) }, sessionLife: demoLife },
  });
  city = await smallCity(harness);
});
afterAll(() => harness.close());

describe('the session', () => {
  it('says nobody is signed in', async () => {
    const session = await harness.as(null)(readSession);
    expect(session).toMatchObject({ person: null, capabilities: [], holdings: [], needsSetup: false });
  });

  it('names the person, the office and what may be done', async () => {
    const session = await harness.as(city.assistant1)(readSession);
    expect(session.person).toEqual({ id: city.assistant1.id, name: city.assistant1.name, title: 'Asisten I' });
    expect(session.capabilities.toSorted()).toEqual(['call-meeting', 'head-unit', 'lead', 'review']);
    expect(session.holdings).toHaveLength(1);
  });

  it('opens by one click in the demo and ends on signing out', async () => {
    await harness.transact(null, async (tx) =>
      namePersonas(tx, [{ key: 'mayor', personId: city.mayor.id, label: { id: 'Wali Kota', en: 'Mayor' } }]),
    );
    expect((await harness.as(null, 'en')(readSession)).demo?.personas).toEqual([
      { key: 'mayor', label: 'Mayor', person: { id: city.mayor.id, name: city.mayor.name, title: 'Wali Kota' } },
    ]);
    const reply = await harness.callRaw(null, { method: 'POST', url: signInDemo.path, payload: { persona: 'mayor' } });
    expect(reply.statusCode).toBe(200);
    const cookie = String(reply.headers['set-cookie']).split(';')[0]!;
    const whoAmI = async (): Promise<unknown> =>
      (await harness.app.server.inject({ method: 'GET', url: readSession.path, headers: { cookie } })).json();
    expect(await whoAmI()).toMatchObject({ person: { id: city.mayor.id } });
    await harness.app.server.inject({ method: 'DELETE', url: signOut.path, headers: { cookie } });
    expect(await whoAmI()).toMatchObject({ person: null });
  });

  it('knows no persona that was not named', async () => {
    expect((await harness.refusal(harness.as(null)(signInDemo, { body: { persona: 'stranger' } }))).status).toBe(404);
  });
});
