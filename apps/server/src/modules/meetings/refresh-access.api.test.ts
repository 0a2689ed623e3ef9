import { delegate } from '@makaverse/contract/identity-directory';
import { callMeeting, changeMeeting, draftMeeting, makeNextMeeting } from '@makaverse/contract/meetings';
import { adoptRefresh, closeMeeting, readRefresh, startMeeting, steerRefresh } from '@makaverse/contract/meetings-room';
import { startProgramme } from '@makaverse/contract/programmes';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { refreshRoutes } from './routes/refresh.ts';
import { drawnRefresh, type DrawnRefresh } from './testing/drawn-refresh.ts';
import { said } from './testing/said.ts';

let harness: Harness;
let city: SmallCity;
let refresh: DrawnRefresh;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
});
beforeEach(async () => {
  refresh = await drawnRefresh(harness, city);
});
afterAll(() => harness.close());

type Person = { readonly id: string } | null;
/** Every endpoint of a refresh as one person, in turn, as it stands; new ones must be named here. */
function doors(who: Person, id: string): Readonly<Record<string, () => Promise<unknown>>> {
  const call = harness.as(who);
  const params = { id };
  const steering = { minutesGiven: 30, pins: [], drops: [], order: [] };
  return {
    'meetings.refresh': () => call(readRefresh, { params }),
    'meetings.steer-refresh': () => call(steerRefresh, { params, body: { ...steering, version: 1 } }),
    'meetings.adopt-refresh': () => call(adoptRefresh, { params, body: { version: 2 } }),
  };
}
async function outcomes(who: Person, id = refresh.id): Promise<string[]> {
  const seen: string[] = [];
  for (const door of Object.values(doors(who, id))) {
    const refused = await door().then(
      () => null,
      (error: unknown) => error,
    );
    seen.push(refused === null ? 'done' : (await harness.refusal(Promise.reject(refused as Error))).code);
  }
  return seen;
}
const [readsOnly, nothing, everything] = [
  ['done', 'not-allowed', 'not-allowed'],
  ['record-missing', 'record-missing', 'record-missing'],
  ['done', 'done', 'done'],
];

describe('who may what with a refresh', () => {
  it('names every endpoint there is', () => {
    expect(Object.keys(doors(null, refresh.id)).toSorted()).toEqual(refreshRoutes.map((route) => route.endpoint.id).toSorted());
  });

  it('is nothing for who is not signed in, and looks like nothing to strangers', async () => {
    expect(new Set(await outcomes(null))).toEqual(new Set(['not-signed-in']));
    for (const stranger of [city.headWater, city.headBureau, city.lurahA1, city.admin, city.ppid, city.inspector])
      expect(await outcomes(stranger)).toEqual(nothing);
  });

  it('is nothing for the invited either: it tells what every unit owes', async () => {
    await harness.as(city.clerk)(callMeeting, { params: { id: refresh.id }, body: { version: 1 } });
    for (const invited of [city.headPu, city.staffPu, city.headHealth, city.camatA]) expect(await outcomes(invited)).toEqual(nothing);
  });

  it('is reading for the leadership', async () => {
    for (const leader of [city.secretary, city.assistant1, city.expert1]) expect(await outcomes(leader)).toEqual(readsOnly);
    expect(await refresh.read()).toMatchObject({ version: 1, isAdopted: false, maySteer: true });
    expect(await harness.as(city.secretary)(readRefresh, { params: { id: refresh.id } })).toMatchObject({ maySteer: false });
  });

  it('is everything for the chair', async () => {
    expect(await outcomes(city.mayor)).toEqual(everything);
  });

  it('is everything for the deputy mayor, who keeps what the mayor keeps', async () => {
    expect(await outcomes(city.deputyMayor)).toEqual(everything);
  });

  it('is everything for the clerk', async () => {
    expect(await outcomes(city.clerk)).toEqual(everything);
  });

  it('is everything for who stands in for the chair', async () => {
    const term = { validFrom: '2022-03-22', validUntil: '2022-03-22', reason: 'Wali Kota di Jakarta' };
    await harness.as(city.mayor)(delegate, { body: { toPersonId: city.assistant2.id, power: 'chair', ...term } });
    expect(await outcomes(city.assistant2)).toEqual(everything);
  });
});

describe('a head and the refresh of his own coordination', () => {
  /** The head of Pekerjaan Umum held a coordination of his own, and makes its refresh. */
  async function ownRefresh(): Promise<string> {
    const call = harness.as(city.headPu);
    const now = harness.clock.now();
    const fields = {
      ...said(city),
      kind: 'coordination' as const,
      title: 'Koordinasi drainase',
      startsAt: new Date(now.getTime() + 60_000).toISOString(),
      endsAt: new Date(now.getTime() + 3_600_000).toISOString(),
      chairId: city.headPu.id,
      clerkIds: [],
      unitIds: [city.units.pu],
      groups: [],
      template: 'none' as const,
    };
    const { id } = await call(draftMeeting, { body: fields });
    await call(callMeeting, { params: { id }, body: { version: 1 } });
    await call(startMeeting, { params: { id }, body: { version: 2 } });
    await call(closeMeeting, { params: { id }, body: { version: 3 } });
    const next = await call(makeNextMeeting, { params: { id }, body: { startsAt: '2022-03-23T09:00:00+08:00', minutes: 60 } });
    return next.id;
  }

  it('is his to steer, and tells nothing of other meetings or of the city’s programmes', async () => {
    await harness.as(city.secretary)(startProgramme, {
      body: {
        number: 1,
        name: 'Makassar Tanpa Genangan',
        outcome: 'Genangan berkurang',
        field: 'Lingkungan',
        reviewerId: city.assistant1.id,
        unitIds: [city.units.health],
        nominationDueOn: '2022-03-24',
      },
    });
    const { candidates } = await refresh.read();
    expect(candidates.map((one) => one.title)).toContain('Program 1: Makassar Tanpa Genangan');
    const id = await ownRefresh();
    expect(await outcomes(city.headPu, id)).toEqual(everything);
    expect((await harness.as(city.headPu)(readRefresh, { params: { id } })).candidates).toEqual([]);
  });

  it('is turned neither to a meeting that is not his, nor to the whole city, nor into a kind he may not draft', async () => {
    const id = await ownRefresh();
    await harness.as(city.clerk)(callMeeting, { params: { id: refresh.id }, body: { version: 1 } });
    const fields = {
      ...said(city),
      kind: 'refresh' as const,
      startsAt: '2022-03-23T09:00:00+08:00',
      endsAt: '2022-03-23T10:00:00+08:00',
      chairId: city.headPu.id,
      clerkIds: [],
      groups: [],
    };
    const change = (version: number, more: object): Promise<unknown> =>
      harness.as(city.headPu)(changeMeeting, { params: { id }, body: { ...fields, ...more, version } });
    // He is invited to both, and so may point to them.
    await change(1, { refreshOfId: refresh.earlier.id });
    expect(await outcomes(city.headPu, id)).toEqual(nothing);
    await change(2, { refreshOfId: refresh.id });
    expect(await outcomes(city.headPu, id)).toEqual(nothing);
    await change(3, { refreshOfId: null });
    expect(await outcomes(city.headPu, id)).toEqual(nothing);
    expect(await harness.refusal(change(4, { kind: 'rakorsus' }))).toMatchObject({ status: 403, code: 'not-allowed' });
  });
});
