import { delegate, endPosition, listDelegations, revokeDelegation, type Power } from '@makaverse/contract/identity-directory';
import { readSession, type Capability } from '@makaverse/contract/identity-session';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { mayActWith } from './domain/rights.ts';
import { actorOf } from './queries/actor-of.ts';

const opened: Harness[] = [];
let harness: Harness;
let city: SmallCity;
beforeEach(async () => {
  harness = await startHarness();
  opened.push(harness);
  city = await smallCity(harness);
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));

interface Plan {
  readonly to: Citizen;
  readonly power: Power;
  readonly validFrom: string;
  readonly validUntil: string;
}
const handOn = (from: Citizen, plan: Partial<Plan> = {}) => {
  const { to, ...rest } = { to: city.secretary, power: 'appoint', validFrom: '2022-03-15', validUntil: '2022-03-18', ...plan } as const;
  return harness.as(from)(delegate, { body: { toPersonId: to.id, reason: 'Perjalanan dinas', ...rest } });
};
const may = async (who: Citizen, power: Power): Promise<boolean> =>
  mayActWith((await actorOf(harness.db, who.id, harness.clock.now()))!, power);
const capabilities = async (who: Citizen): Promise<readonly Capability[]> => (await harness.as(who)(readSession)).capabilities;

describe('a delegated power', () => {
  it('is that one power, for that one person', async () => {
    expect(await may(city.secretary, 'appoint')).toBe(false);
    await handOn(city.mayor);
    expect(await may(city.secretary, 'appoint')).toBe(true);
    for (const other of ['decide', 'chair', 'approve-minutes'] as const) expect(await may(city.secretary, other), other).toBe(false);
    expect(await may(city.assistant1, 'appoint')).toBe(false);
    expect(await capabilities(city.secretary)).toContain('appoint');
    expect(await capabilities(city.secretary)).not.toContain('decide');
    expect((await harness.as(city.secretary)(readSession)).delegations).toMatchObject([{ power: 'appoint', from: { id: city.mayor.id } }]);
  });

  it('holds from its first day to the end of its last, and ends by itself', async () => {
    await handOn(city.mayor, { validFrom: '2022-03-17', validUntil: '2022-03-18' });
    const at = async (instant: string): Promise<boolean> => {
      harness.clock.set(instant);
      return may(city.secretary, 'appoint');
    };
    expect(await at('2022-03-16T23:59:59+08:00')).toBe(false);
    expect(await at('2022-03-17T00:00:00+08:00')).toBe(true);
    expect(await at('2022-03-18T23:59:59+08:00')).toBe(true);
    expect(await at('2022-03-19T00:00:00+08:00')).toBe(false);
    expect((await harness.as(city.secretary)(readSession)).delegations).toEqual([]);
  });

  it('is taken back at once by who gave it', async () => {
    const given = await handOn(city.mayor);
    await harness.as(city.mayor)(revokeDelegation, { params: { id: given.id } });
    expect(await may(city.secretary, 'appoint')).toBe(false);
    await harness.as(city.mayor)(revokeDelegation, { params: { id: given.id } });
    const actions = await harness.db.selectFrom('platform.audit').select('action').where('object_id', '=', given.id).execute();
    expect(actions.map((line) => line.action)).toEqual(['power.delegated', 'power.revoked']);
  });

  it('ends with the office of who gave it, and with that of who got it', async () => {
    await handOn(city.deputyMayor);
    await handOn(city.mayor, { to: city.assistant1 });
    await harness.as(city.admin)(endPosition, { params: { id: city.deputyMayor.positionId }, body: { to: '2022-03-15' } });
    expect(await may(city.secretary, 'appoint')).toBe(false);
    expect(await may(city.assistant1, 'appoint')).toBe(true);
    await harness.as(city.admin)(endPosition, { params: { id: city.assistant1.positionId }, body: { to: '2022-03-15' } });
    expect(await actorOf(harness.db, city.assistant1.id, harness.clock.now())).toBeNull();
  });

  it('is told to who got it, with its last day and reason', async () => {
    await handOn(city.mayor);
    await harness.settle();
    expect(harness.letters).toHaveLength(1);
    expect(harness.letters[0]!.to.address).toBe(city.secretary.email);
    expect(harness.letters[0]!.text).toContain('Perjalanan dinas');
    expect(harness.letters[0]!.text).toContain('menetapkan penanggung jawab');
    expect(harness.letters[0]!.text).toContain('18 Maret 2022');
  });
});

describe('delegating is refused', () => {
  it('to whoever does not hold the power by office, a delegate too', async () => {
    await handOn(city.mayor);
    for (const who of [city.secretary, city.assistant1, city.headPu, city.clerk, city.admin])
      expect((await harness.refusal(handOn(who, { to: city.expert1 }))).status, who.name).toBe(403);
  });

  it('when it goes to nobody who leads, to oneself, or to nobody at all', async () => {
    const nobody = { ...city.clerk, id: '01890000-0000-7000-8000-000000000000' };
    for (const to of [city.headPu, city.clerk, city.admin, city.mayor, nobody])
      expect((await harness.refusal(handOn(city.mayor, { to }))).code, to.name).toBe('delegate-not-leader');
  });

  it('when its time is over, or ends before it begins', async () => {
    for (const period of [
      { validFrom: '2022-03-10', validUntil: '2022-03-14' },
      { validFrom: '2022-03-18', validUntil: '2022-03-17' },
    ])
      expect((await harness.refusal(handOn(city.mayor, period))).code).toBe('delegation-period-invalid');
  });
});

describe('the list of delegations', () => {
  it('shows each side its own and the administrator all', async () => {
    const first = await handOn(city.mayor);
    const second = await handOn(city.deputyMayor, { to: city.expert1, power: 'chair' });
    const seen = async (who: Citizen): Promise<string[]> => (await harness.as(who)(listDelegations)).items.map((one) => one.id);
    expect(await seen(city.mayor)).toEqual([first.id]);
    expect(await seen(city.secretary)).toEqual([first.id]);
    expect(await seen(city.expert1)).toEqual([second.id]);
    expect(await seen(city.headPu)).toEqual([]);
    expect((await seen(city.admin)).toSorted()).toEqual([first.id, second.id].toSorted());
  });

  it('lets the receiver know and others not even that it is, when they try to take it back', async () => {
    const given = await handOn(city.mayor);
    const status = async (who: Citizen): Promise<number> =>
      (await harness.refusal(harness.as(who)(revokeDelegation, { params: { id: given.id } }))).status;
    expect(await status(city.secretary)).toBe(403);
    expect(await status(city.headPu)).toBe(404);
    expect(await may(city.secretary, 'appoint')).toBe(true);
    await harness.as(city.admin)(revokeDelegation, { params: { id: given.id } });
    expect(await may(city.secretary, 'appoint')).toBe(false);
  });
});
