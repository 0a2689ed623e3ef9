import { appointToPosition, endPosition as endEndpoint, readUnit } from '@makaverse/contract/identity-directory';
import { applyImport, previewImport } from '@makaverse/contract/identity-import';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { positionEndedEvent } from '#events/position-ended';
import type { Actor } from '#platform/actor';
import type { DomainEvent, Transaction } from '#platform/context';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type CallAs, type Harness } from '../../testing/harness.ts';
import { endPosition, tellEndedPositions } from './commands/end-position.ts';

const opened: Harness[] = [];
let harness: Harness;
let city: SmallCity;
let admin: CallAs;
beforeEach(async () => {
  harness = await startHarness();
  opened.push(harness);
  city = await smallCity(harness);
  admin = harness.as(city.admin);
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));

/** What some work published, seen before anybody reacts. */
async function published<A extends Actor | null>(tx: Transaction<A>, work: (tx: Transaction<A>) => Promise<void>): Promise<DomainEvent[]> {
  const events: DomainEvent[] = [];
  await work({ ...tx, publish: (event) => void events.push(event) });
  return events;
}
const sweptEvents = (): Promise<DomainEvent[]> => harness.transact(null, (tx) => published(tx, tellEndedPositions));
const told = (citizen: Citizen): DomainEvent => ({
  name: positionEndedEvent,
  payload: { positionId: citizen.positionId, personId: citizen.id, unitId: citizen.unitId },
});
const statusOf = async (citizen: Citizen): Promise<number> =>
  (await harness.callRaw(citizen, { method: 'GET', url: '/api/units' })).statusCode;
const sessionsOf = async (citizen: Citizen): Promise<number> =>
  (await harness.db.selectFrom('identity.session').select('id').where('person_id', '=', citizen.id).execute()).length;

describe('the end of a position is told', () => {
  it('at once when the day has come, and never again', async () => {
    const events = await harness.transact({ id: city.admin.id }, (tx) =>
      published(tx as Transaction, (inner) => endPosition(inner, { id: city.staffPu.positionId, to: '2022-03-15' })),
    );
    expect(events).toEqual([told(city.staffPu)]);
    expect(await sweptEvents()).toEqual([]);
  });

  it('by itself on a day named beforehand, not earlier, and never again', async () => {
    await admin(endEndpoint, { params: { id: city.staffPu.positionId }, body: { to: '2022-04-01' } });
    await admin(endEndpoint, { params: { id: city.lurahA1.positionId }, body: { to: '2022-04-01' } });
    expect(await sweptEvents()).toEqual([]);
    harness.clock.set('2022-03-31T23:59:00+08:00');
    expect(await sweptEvents()).toEqual([]);
    harness.clock.set('2022-04-01T00:02:00+08:00');
    const byId = (a: DomainEvent, b: DomainEvent): number => (String(a.payload['positionId']) < String(b.payload['positionId']) ? -1 : 1);
    expect((await sweptEvents()).toSorted(byId)).toEqual([told(city.staffPu), told(city.lurahA1)].toSorted(byId));
    expect(await sweptEvents()).toEqual([]);
  });

  it('once when several processes look at the same moment', async () => {
    for (const citizen of [city.staffPu, city.staffPu2, city.lurahA1])
      await admin(endEndpoint, { params: { id: citizen.positionId }, body: { to: '2022-04-01' } });
    harness.clock.set('2022-04-01T00:02:00+08:00');
    const events = (await Promise.all(Array.from({ length: 5 }, sweptEvents))).flat();
    expect(events.map((event) => String(event.payload['positionId'])).toSorted()).toEqual(
      [city.staffPu, city.staffPu2, city.lurahA1].map((one) => one.positionId).toSorted(),
    );
  });

  it('for a position that was over when it was entered', async () => {
    const given = await admin(appointToPosition, {
      body: {
        personId: city.staffHealth.id,
        unitId: city.units.pu,
        kind: 'member',
        title: 'Staf',
        acting: null,
        from: '2021-02-01',
        to: '2021-06-01',
      },
    });
    expect((await sweptEvents()).map((event) => event.payload['positionId'])).toEqual([given.positionId]);
    expect(await sweptEvents()).toEqual([]);
  });

  it('anew when a file took an end back and the end came after all', async () => {
    const file = (to: string): Blob =>
      new Blob([
        `nama,surel,telepon,kode unit,jenis jabatan,jabatan,plt/plh,sejak,sampai\nJufri Contoh,staffpu@makassar.example,,1.03.01,anggota,Kepala Seksi Drainase,,2021-01-04,${to}\n`,
      ]);
    const bringIn = async (to: string): Promise<void> => {
      const seen = await admin(previewImport, { body: { kind: 'people' }, file: file(to), fileName: 'orang.csv' });
      expect(seen.counts).toMatchObject({ changed: 1, wrong: 0 });
      await admin(applyImport, { params: { id: seen.id } });
    };
    await bringIn('2022-03-15');
    expect(await sweptEvents()).toEqual([]);
    await bringIn('2022-05-01');
    expect(await sweptEvents()).toEqual([]);
    harness.clock.set('2022-05-01T08:00:00+08:00');
    expect(await sweptEvents()).toEqual([told(city.staffPu)]);
  });
});

describe('rights and sign-ins', () => {
  it('end the moment a position is ended', async () => {
    expect(await statusOf(city.staffPu)).toBe(200);
    await admin(endEndpoint, { params: { id: city.staffPu.positionId }, body: { to: '2022-03-15' } });
    expect(await statusOf(city.staffPu)).toBe(401);
    expect(await sessionsOf(city.staffPu)).toBe(0);
    expect(await statusOf(city.staffPu2)).toBe(200);
  });

  it('end by themselves at midnight, before anything has swept', async () => {
    await admin(endEndpoint, { params: { id: city.staffPu.positionId }, body: { to: '2022-03-16' } });
    harness.clock.set('2022-03-15T23:59:59+08:00');
    expect(await statusOf(city.staffPu)).toBe(200);
    harness.clock.set('2022-03-16T00:00:00+08:00');
    expect(await statusOf(city.staffPu)).toBe(401);
    await harness.app.runRecurring();
    await harness.settle();
    expect(await sessionsOf(city.staffPu)).toBe(0);
  });

  it('of who holds another position stay, without what the first one gave', async () => {
    await admin(appointToPosition, {
      body: { personId: city.clerk.id, unitId: city.units.pu, kind: 'member', title: 'Staf', acting: null, from: '2022-03-01', to: null },
    });
    await admin(endEndpoint, { params: { id: city.clerk.positionId }, body: { to: '2022-03-15' } });
    expect(await statusOf(city.clerk)).toBe(200);
    const reply = await harness.callRaw(city.clerk, { method: 'GET', url: '/api/session' });
    expect(reply.json()).toMatchObject({ capabilities: [], holdings: [{ unit: { id: city.units.pu } }] });
  });

  it('do not come back with a later appointment: the old cookie stays dead', async () => {
    await statusOf(city.staffPu);
    await admin(endEndpoint, { params: { id: city.staffPu.positionId }, body: { to: '2022-03-15' } });
    await admin(appointToPosition, {
      body: { personId: city.staffPu.id, unitId: city.units.pu, kind: 'member', title: 'Staf', acting: null, from: '2022-03-15', to: null },
    });
    expect(await statusOf(city.staffPu)).toBe(401);
  });
});

describe('ending a position is refused', () => {
  const end = (citizen: Citizen, to: string): Promise<unknown> => admin(endEndpoint, { params: { id: citizen.positionId }, body: { to } });
  it('twice', async () => {
    await end(city.staffPu, '2022-03-14');
    expect((await harness.refusal(end(city.staffPu, '2022-03-15'))).code).toBe('position-already-ended');
  });
  it('before it began', async () => {
    expect((await harness.refusal(end(city.staffPu, '2021-01-03'))).code).toBe('position-period-invalid');
  });
  it('when it is the last administrator', async () => {
    expect((await harness.refusal(end(city.admin, '2022-03-16'))).code).toBe('last-administrator');
  });
  it('to everybody but the administrator', async () => {
    for (const who of [city.mayor, city.headPu, city.clerk, city.ppid]) {
      const ending = harness.as(who)(endEndpoint, { params: { id: city.staffPu.positionId }, body: { to: '2022-03-15' } });
      expect((await harness.refusal(ending)).status).toBe(403);
    }
    expect((await admin(readUnit, { params: { id: city.units.pu }, query: {} })).holdings).toHaveLength(4);
  });
});
