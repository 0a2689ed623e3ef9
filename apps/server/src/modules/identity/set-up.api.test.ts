import { listUnits } from '@makaverse/contract/identity-directory';
import { readSession, setUp, signIn, signInDemo } from '@makaverse/contract/identity-session';
import { listAudit, listMailbox, moveClock } from '@makaverse/contract/system';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';

const code = 'ABCD-EFGH-JKLM';
const plan = {
  code,
  name: 'Pengelola Contoh',
  email: 'pengelola@makassar.example',
  password: 'sembilan ikan di Losari',
  cityName: 'Pemerintah Kota Makassar',
};
const opened: Harness[] = [];
let harness: Harness;
beforeEach(async () => {
  harness = await startHarness({ identity: { setUpCode: code } });
  opened.push(harness);
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));

const setUpWith = (change: Partial<typeof plan>) => harness.as(null)(setUp, { body: { ...plan, ...change } });
const people = async (): Promise<number> => (await harness.db.selectFrom('identity.person').select('id').execute()).length;

describe('an empty installation', () => {
  it('says that it needs to be set up, and has nothing of the demo', async () => {
    expect(await harness.as(null)(readSession)).toMatchObject({ needsSetup: true, person: null, demo: null, passkeyHost: 'localhost' });
    expect((await harness.refusal(harness.as(null)(signInDemo, { body: { persona: 'mayor' } }))).status).toBe(404);
  });

  it('gets its root and its first administrator from who has the code', async () => {
    const session = await setUpWith({ code: ` ${code.toLowerCase()} ` });
    expect(session).toMatchObject({ person: { name: plan.name }, needsSetup: false, capabilities: ['administer', 'read-audit'] });
    expect(session.holdings).toMatchObject([{ kind: 'administrator', unit: { code: 'KOTA', name: plan.cityName } }]);
    const call = harness.as(session.person!.id);
    expect((await call(listUnits, { query: {} })).items).toMatchObject([{ code: 'KOTA', kind: 'mayor', parentId: null }]);
    expect((await call(listAudit, { query: {} })).items).toMatchObject([{ action: 'city.set-up', actor: { name: plan.name } }]);
    expect(await harness.as(null)(signIn, { body: { email: plan.email, password: plan.password } })).toMatchObject({
      person: { id: session.person!.id },
    });
  });

  it('has no mailbox page and no clock to move', async () => {
    const { person } = await setUpWith({});
    const call = harness.as(person!.id);
    expect((await harness.refusal(call(listMailbox, { query: {} }))).status).toBe(404);
    expect((await harness.refusal(call(moveClock, { body: { hours: 1 } }))).status).toBe(404);
  });

  it('is set up once, also by several at the same moment', async () => {
    const outcomes = await Promise.allSettled([setUpWith({}), setUpWith({ email: 'b@makassar.example' }), setUpWith({ name: 'C' })]);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await harness.refusal(setUpWith({}))).toMatchObject({ code: 'already-set-up', status: 410 });
    expect(await people()).toBe(1);
  });

  it('refuses a wrong code, and after twenty tries the right one for a while', async () => {
    for (let n = 0; n < 20; n += 1) expect((await harness.refusal(setUpWith({ code: `WRONG-${n}` }))).code).toBe('set-up-code-wrong');
    expect((await harness.refusal(setUpWith({}))).code).toBe('too-many-attempts');
    expect(await people()).toBe(0);
    harness.clock.advanceHours(0.26);
    expect((await setUpWith({})).person).not.toBeNull();
  });

  it.each([
    ['password-too-plain', { password: 'password1234' }],
    ['invalid', { password: 'pendek' }],
    ['invalid', { email: 'bukan-surel' }],
    ['invalid', { name: '  ' }],
  ])('is left empty by what is refused as %s', async (_, change) => {
    expect((await harness.refusal(setUpWith(change))).status).toBe(422);
    expect(await people()).toBe(0);
    expect((await harness.as(null)(readSession)).needsSetup).toBe(true);
  });
});

describe('an installation with people', () => {
  it('is never set up again, whoever has the code', async () => {
    await smallCity(harness);
    expect((await harness.as(null)(readSession)).needsSetup).toBe(false);
    expect((await harness.refusal(setUpWith({}))).code).toBe('already-set-up');
  });
});
