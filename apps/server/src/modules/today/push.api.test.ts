import { listPushDevices } from '@makaverse/contract/identity-push';
import { pageOf } from '@makaverse/contract/pages';
import { readObstacle, solveObstacle } from '@makaverse/contract/programmes-obstacles';
import { readToday } from '@makaverse/contract/today';
import { startPushService, type PushService } from '@makaverse/testing/push-service';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Citizen } from '../../testing/city.ts';
import { deviceOf, type TestDevice } from '../identity/push/testing/device-of.ts';
import { blockedCity, type BlockedCity } from '../programmes/obstacles/testing/blocked-city.ts';

const opened: { close(): Promise<unknown> }[] = [];
let here: BlockedCity;
let service: PushService;
let phone: TestDevice;
let tablet: TestDevice;
beforeEach(async () => {
  here = await blockedCity();
  service = await startPushService();
  opened.push(here.harness, service);
  await here.harness.settle();
  phone = await deviceOf(here.harness, service, here.city.headHealth);
  tablet = await deviceOf(here.harness, service, here.city.headHealth, 'Tablet');
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));

const told = (device: TestDevice) => service.received.filter((one) => one.endpoint === device.endpoint).map((one) => one.payload);
const devices = async (who: Citizen) => (await here.harness.as(who)(listPushDevices)).items.length;

describe('what is asked of a person', () => {
  it('is told on all his devices when it happens, with nothing on the screen that others may not read', async () => {
    const { harness, city } = here;
    const { id } = await here.block();
    await harness.settle();
    const notice = {
      title: 'Sebuah hambatan menunggu Anda',
      body: 'Selesaikan, ambil alih, atau teruskan di Makaverse.',
      language: 'id',
      href: pageOf.obstacle(id),
    };
    expect(told(phone)).toEqual([notice]);
    expect(told(tablet)).toEqual([notice]);
    // At ten in the morning: until eight in the evening, and replaced by what is said of the same later.
    const [first, second] = service.received;
    expect(first).toMatchObject({ ttlSeconds: 10 * 3600, topic: second!.topic });
    const mail = harness.letters.find((one) => one.to.address === city.headHealth.email && one.text.includes(notice.href));
    expect(mail).toBeDefined();
    // Who is asked nothing is told nothing.
    const other = await deviceOf(harness, service, city.headWater);
    await here.block({ words: 'Izin belum ada.' });
    await harness.settle();
    expect(told(other)).toEqual([]);
    expect(told(phone)).toHaveLength(2);
  });

  it('is told in the reader’s language', async () => {
    const { harness, city } = here;
    await harness.db.updateTable('identity.person').set({ language: 'en' }).where('id', '=', city.headHealth.id).execute();
    await here.block();
    await harness.settle();
    expect(told(phone)).toMatchObject([{ title: 'An obstacle waits for you', language: 'en' }]);
  });

  it('reminds of a report with its page, never with the link that opens without signing in', async () => {
    const { harness, city, programmeId } = here;
    const own = await deviceOf(harness, service, city.staffPu);
    here.set('2022-03-17T11:00');
    await harness.app.runRecurring();
    await harness.settle();
    expect(told(own)).toMatchObject([{ title: 'Laporan kemajuan segera jatuh tempo', href: pageOf.checkIn(programmeId, city.units.pu) }]);
    expect(harness.letters.filter((one) => one.to.address === city.staffPu.email).map((one) => one.text)).toContainEqual(
      expect.stringContaining('/lapor/'),
    );
    expect(JSON.stringify(service.received)).not.toContain('/lapor/');
  });

  it('is no longer told to who holds no position', async () => {
    const { harness, city } = here;
    await here.block();
    await harness.db
      .updateTable('identity.position')
      .set({ valid_to: '2022-03-17' })
      .where('id', '=', city.headHealth.positionId)
      .execute();
    await harness.settle();
    expect(service.received).toEqual([]);
  });
});

describe('at night and on days on which nobody works', () => {
  it('waits, and is told once in the morning of the next working day with what is asked by then', async () => {
    const { harness, city } = here;
    here.set('2022-03-18T21:00');
    await here.block();
    await here.block({ words: 'Izin belum ada.' });
    await harness.settle();
    // Friday night, Saturday, and the next working morning twice.
    for (const moment of ['2022-03-19T10:00', '2022-03-21T07:00', '2022-03-21T07:00']) {
      here.set(moment);
      await harness.app.runRecurring();
      await harness.settle();
      if (moment.startsWith('2022-03-19')) expect(service.received).toEqual([]);
    }
    const { asks } = await harness.as(city.headHealth)(readToday);
    const morning = { title: `${asks.length} hal diminta dari Anda hari ini`, href: pageOf.today() };
    expect(told(phone)).toMatchObject([morning]);
    expect(told(tablet)).toMatchObject([morning]);
    here.set('2022-03-22T07:00');
    await harness.transact(null, (tx) => Promise.resolve(tx.enqueue({ name: 'today.send-digests', payload: {} })));
    await harness.settle();
    expect(told(phone), 'nothing came at night').toHaveLength(1);
  });

  it('reaches also who has no address for the mail, and is silent where all was done by then', async () => {
    const { harness, city } = here;
    await harness.db.updateTable('identity.person').set({ email: null }).where('id', '=', city.headHealth.id).execute();
    here.set('2022-03-17T20:30');
    const { id } = await here.block();
    await harness.settle();
    const morning = async (moment: string): Promise<void> => {
      here.set(moment);
      await harness.transact(null, (tx) => Promise.resolve(tx.enqueue({ name: 'today.send-digests', payload: {} })));
      await harness.settle();
    };
    await morning('2022-03-18T07:00');
    expect(told(phone)).toMatchObject([{ href: pageOf.today() }]);
    here.set('2022-03-18T20:30');
    const second = await here.block({ words: 'Izin belum ada.' });
    await harness.settle();
    const head = harness.as(city.headHealth);
    for (const one of [id, second.id]) {
      const { version } = await head(readObstacle, { params: { id: one } });
      await head(solveObstacle, { params: { id: one }, body: { version, words: 'Sudah diserahkan.' } });
    }
    await morning('2022-03-21T07:00');
    expect(told(phone)).toHaveLength(1);
  });
});

describe('a push service', () => {
  it('that is busy is asked again for that device alone', async () => {
    const { harness } = here;
    service.answerWith(503, phone.endpoint);
    await here.block();
    await expect(harness.settle()).rejects.toThrow('push service');
    expect([told(phone).length, told(tablet).length]).toEqual([0, 1]);
    service.answerWith(null, phone.endpoint);
    await vi.waitFor(async () => {
      await harness.settle();
      expect(told(phone)).toHaveLength(1);
    }, 30_000);
    expect(told(tablet)).toHaveLength(1);
  });

  it('that knows a device no more takes it off the list, and the others are told', async () => {
    const { harness, city } = here;
    service.answerWith(404, tablet.endpoint);
    await here.block();
    await harness.settle();
    expect(told(phone)).toHaveLength(1);
    expect(await devices(city.headHealth)).toBe(1);
    const lines = await harness.db.selectFrom('platform.audit').select('action').where('object_id', '=', city.headHealth.id).execute();
    expect(lines.map((one) => one.action)).toContain('push-device.gone');
  });
});
