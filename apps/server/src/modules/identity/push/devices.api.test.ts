import { createHash } from 'node:crypto';
import { addPushDevice, listPushDevices, removePushDevice, tryPushDevice } from '@makaverse/contract/identity-push';
import { signOut } from '@makaverse/contract/identity-session';
import { startPushService, type PushService } from '@makaverse/testing/push-service';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { newVapidPrivateKey, vapidKeysOf, vapidKeysOfInstallation } from '#platform/push/vapid-keys';
import { smallCity, type Citizen, type SmallCity } from '../../../testing/city.ts';
import { startHarness, type Harness } from '../../../testing/harness.ts';
import { forgetOtherDevices } from './commands/keep-devices.ts';
import { deviceOf } from './testing/device-of.ts';

let harness: Harness;
let city: SmallCity;
let service: PushService;
beforeAll(async () => {
  // Days pass here; that sign-ins end meanwhile is tested where they begin.
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
  service = await startPushService();
});
beforeEach(async () => {
  await harness.db.deleteFrom('identity.push_device').execute();
  service.received.length = 0;
});
afterAll(async () => {
  await service.close();
  await harness.close();
});

const devices = async (who: Citizen) => (await harness.as(who)(listPushDevices)).items;
const trial = (who: Citizen, id: string) => harness.as(who)(tryPushDevice, { params: { id } });
const code = async (call: Promise<unknown>): Promise<string> => (await harness.refusal(call)).code;

describe('a device', () => {
  it('is kept once, known to its browser by its fingerprint, and told on trial at any hour', async () => {
    const { kept, endpoint, p256dh, auth } = await deviceOf(harness, service, city.lurahA1);
    const again = await harness.as(city.lurahA1)(addPushDevice, { body: { label: 'Ponsel saya', endpoint, p256dh, auth } });
    expect(await devices(city.lurahA1)).toEqual([{ ...kept, id: again.id, label: 'Ponsel saya' }]);
    expect(kept.fingerprint).toBe(createHash('sha256').update(endpoint).digest('base64url'));
    harness.clock.set('2022-03-19T23:00:00+08:00');
    expect(await trial(city.lurahA1, again.id)).toEqual({ outcome: 'taken' });
    const { serverKey } = await harness.as(city.lurahA1)(listPushDevices);
    expect(service.received).toMatchObject([
      {
        endpoint,
        serverKey,
        contact: 'mailto:makaverse@makassar.example',
        payload: { title: 'Pemberitahuan sampai di perangkat ini', href: '/akun', language: 'id' },
      },
    ]);
    expect((await devices(city.lurahA1))[0]!.lastToldAt).toBe('2022-03-19T15:00:00.000Z');
  });

  it('belongs to one person: nobody else sees it, tries it or takes it away', async () => {
    const { kept } = await deviceOf(harness, service, city.lurahA1);
    for (const who of [city.mayor, city.admin, city.lurahA2]) {
      expect(await devices(who)).toEqual([]);
      expect(await code(trial(who, kept.id))).toBe('record-missing');
      expect(await code(harness.as(who)(removePushDevice, { params: { id: kept.id } }))).toBe('record-missing');
    }
    expect(service.received).toEqual([]);
    expect(await code(harness.as(null)(listPushDevices))).toBe('not-signed-in');
    expect(await devices(city.lurahA1)).toHaveLength(1);
    await harness.as(city.lurahA1)(removePushDevice, { params: { id: kept.id } });
    expect(await devices(city.lurahA1)).toEqual([]);
  });

  it('goes over to who registers it next, and leaves with who signs out there or changes the password elsewhere', async () => {
    const shared = await deviceOf(harness, service, city.lurahA1);
    const { endpoint, p256dh, auth } = shared;
    await harness.as(city.lurahA2)(addPushDevice, { body: { label: 'Komputer loket', endpoint, p256dh, auth } });
    expect(await devices(city.lurahA1)).toEqual([]);
    expect(await devices(city.lurahA2)).toHaveLength(1);
    await harness.callRaw(city.lurahA2, { method: 'DELETE', url: signOut.path });
    expect(await harness.db.selectFrom('identity.push_device').select('id').execute()).toEqual([]);
    await deviceOf(harness, service, city.lurahB1);
    const { session_id: kept } = await harness.db.selectFrom('identity.push_device').select('session_id').executeTakeFirstOrThrow();
    await forgetOtherDevices(harness.db, city.lurahB1.id, kept);
    expect(await devices(city.lurahB1)).toHaveLength(1);
    await forgetOtherDevices(harness.db, city.lurahB1.id, null);
    expect(await devices(city.lurahB1)).toEqual([]);
  });

  it('is refused where its address or keys are none, and when there are ten', async () => {
    const { endpoint, p256dh, auth } = service.subscribe();
    const add = (body: Partial<typeof addPushDevice.body._zod.input>) =>
      harness.as(city.camatA)(addPushDevice, { body: { label: 'Ponsel', endpoint, p256dh, auth, ...body } });
    for (const wrong of [
      { endpoint: 'https://10.0.0.1/push' },
      { endpoint: 'https://intranet/push' },
      { endpoint: 'http://push.example/x' },
      { p256dh: 'A'.repeat(87) },
    ])
      expect(await code(add(wrong)), JSON.stringify(wrong)).toBe('push-device-unusable');
    for (const wrong of [
      { endpoint: 'ftp://push.example/x' },
      { endpoint: 'x' },
      { p256dh: 'short' },
      { auth: `${auth}=` },
      { label: ' ' },
    ])
      expect((await harness.refusal(add(wrong))).status, JSON.stringify(wrong)).toBe(422);
    for (let at = 0; at < 10; at += 1) await deviceOf(harness, service, city.camatA, `Perangkat ${at}`);
    const full = await harness.refusal(add({}));
    expect([full.code, full.title]).toEqual(['too-many-push-devices', 'Sudah 10 perangkat terdaftar']);
  });

  it('is taken off the list when its push service no longer knows it, or when it knows us under another key', async () => {
    const gone = await deviceOf(harness, service, city.lurahA1);
    service.answerWith(410, gone.endpoint);
    expect(await trial(city.lurahA1, gone.kept.id)).toEqual({ outcome: 'gone' });
    expect(await devices(city.lurahA1)).toEqual([]);
    const old = await deviceOf(harness, service, city.lurahA1);
    await harness.db.updateTable('identity.push_device').set({ server_key: 'another' }).execute();
    expect(await trial(city.lurahA1, old.kept.id)).toEqual({ outcome: 'gone' });
    expect(await devices(city.lurahA1)).toEqual([]);
    const refused = await deviceOf(harness, service, city.lurahA1);
    service.answerWith(403, refused.endpoint);
    expect(await trial(city.lurahA1, refused.kept.id)).toEqual({ outcome: 'refused' });
    expect(await devices(city.lurahA1)).toHaveLength(1);
  });
});

it('the keys of an installation are made once, and give way to those it is given', async () => {
  const made = await vapidKeysOfInstallation(harness.db, undefined);
  expect(await Promise.all([1, 2, 3].map(() => vapidKeysOfInstallation(harness.db, undefined)))).toEqual([made, made, made]);
  expect(vapidKeysOf(made.privateKey)).toEqual(made);
  const given = vapidKeysOf(newVapidPrivateKey())!;
  expect(await vapidKeysOfInstallation(harness.db, given)).toBe(given);
});
