import { createHash } from 'node:crypto';
import { witaDate } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { text, type Language } from '#platform/language';
import type { Pusher, PushMessage, PushOutcome } from '#platform/push/pusher';
import { heldOn } from '../../queries/held-on.ts';
import { isQuiet, secondsUntilQuiet } from '../domain/quiet-hours.ts';
import type { DeviceNotice, Notice } from '../notify-people.ts';
import type { PushDeviceTable } from '../tables.ts';

interface Device extends PushDeviceTable {
  readonly language: Language;
}

/** Devices of people who hold a position now: rights end with the last one, and so do notices. */
async function devicesOf(
  tx: Transaction<Actor | null>,
  wanted: { readonly personIds: readonly string[] } | { readonly deviceIds: readonly string[] },
): Promise<readonly Device[]> {
  return tx.db
    .selectFrom('identity.push_device as device')
    .innerJoin('identity.person as person', 'person.id', 'device.person_id')
    .selectAll('device')
    .select('person.language')
    .where((any) => ('personIds' in wanted ? any('device.person_id', 'in', wanted.personIds) : any('device.id', 'in', wanted.deviceIds)))
    .where((any) =>
      any.exists(
        any
          .selectFrom('identity.position as held')
          .select('held.id')
          .whereRef('held.person_id', '=', 'device.person_id')
          .where(heldOn('held', witaDate(tx.now))),
      ),
    )
    .execute();
}

/** Makes of each notice one job a device, each tried again by itself; at night it is only remembered that something came. */
export async function notify(tx: Transaction<null>, notices: readonly Notice[]): Promise<readonly null[]> {
  const devices = await devicesOf(tx, { personIds: [...new Set(notices.flatMap((one) => one.personIds))] });
  for (const { personIds, ...notice } of notices) {
    const reached = devices.filter((device) => personIds.includes(device.person_id));
    for (const { id } of reached) {
      const payload: DeviceNotice = { ...notice, deviceId: id };
      tx.enqueue({ name: 'identity.push', payload: { ...payload } });
    }
  }
  return notices.map(() => null);
}

/** Hands notices to the push services. Tells of each, in the order given, `null` or why it must be tried again. */
export async function pushToDevices(
  tx: Transaction<null>,
  notices: readonly DeviceNotice[],
  pusher: Pusher,
): Promise<readonly (Error | null)[]> {
  const devices = new Map((await devicesOf(tx, { deviceIds: notices.map((one) => one.deviceId) })).map((one) => [one.id, one]));
  if (isQuiet(tx.now)) {
    await hold(tx, new Set([...devices.values()].map((one) => one.person_id)));
    return notices.map(() => null);
  }
  const outcomes = await Promise.all(
    notices.map(async (notice) => {
      const device = devices.get(notice.deviceId);
      return device ? { device, outcome: await pushTo(device, messageOf(device, notice, secondsUntilQuiet(tx.now)), pusher) } : null;
    }),
  );
  const results: (Error | null)[] = [];
  for (const one of outcomes) {
    if (one) await keepOutcome(tx, one.device, one.outcome);
    results.push(one?.outcome === 'again' ? new Error('The push service could not be reached or asked to wait') : null);
  }
  return results;
}

/** A trial leaves at any hour: who asks for it looks at the device. */
export async function pushTrial(tx: Transaction, deviceId: string, pusher: Pusher): Promise<PushOutcome | null> {
  const [device] = await devicesOf(tx, { deviceIds: [deviceId] });
  if (device?.person_id !== tx.actor.personId) return null;
  const notice: DeviceNotice = { deviceId, kind: 'trial', href: pageOf.account() };
  const outcome = await pushTo(device, messageOf(device, notice, 300), pusher);
  await keepOutcome(tx, device, outcome);
  return outcome;
}

/**
 * Tells with the morning's mail what came while nobody was to be disturbed: how much is asked of each by now, if anything still is.
 * Of these people nothing is held any more.
 */
export async function pushMorning(tx: Transaction<null>, asked: ReadonlyMap<string, number>): Promise<void> {
  if (asked.size === 0) return;
  const held = await tx.db
    .deleteFrom('identity.push_held')
    .where('person_id', 'in', [...asked.keys()])
    .returning('person_id')
    .execute();
  const notices = held.map(({ person_id: personId }): Notice => {
    return { personIds: [personId], kind: 'morning', href: pageOf.today(), count: asked.get(personId)! };
  });
  const left = notices.filter((one) => one.count! > 0);
  if (left.length > 0) await notify(tx, left);
}

async function hold(tx: Transaction<null>, personIds: ReadonlySet<string>): Promise<void> {
  if (personIds.size === 0) return;
  await tx.db
    .insertInto('identity.push_held')
    .values([...personIds].map((person_id) => ({ person_id, since: tx.now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Registered under a key we no longer have, it can never be reached again (RFC 8292, 4.2). */
async function pushTo(device: Device, message: PushMessage, pusher: Pusher): Promise<PushOutcome> {
  return device.server_key === pusher.publicKey ? pusher.send(device, message) : 'gone';
}

async function keepOutcome(tx: Transaction<Actor | null>, device: Device, outcome: PushOutcome): Promise<void> {
  if (outcome === 'gone') {
    await tx.db.deleteFrom('identity.push_device').where('id', '=', device.id).execute();
    tx.audit({ action: 'push-device.gone', object: 'person', objectId: device.person_id, data: { deviceId: device.id } });
    return;
  }
  if (outcome === 'taken') await tx.db.updateTable('identity.push_device').set({ taken_at: tx.now }).where('id', '=', device.id).execute();
  // Refused for good: the log keeps that this device was not reached.
  if (outcome === 'refused')
    tx.audit({ action: 'push.refused', object: 'person', objectId: device.person_id, data: { deviceId: device.id } });
}

function messageOf(device: Device, notice: DeviceNotice, ttlSeconds: number): PushMessage {
  const { language } = device;
  const params = { count: notice.count };
  return {
    payload: {
      title: text(language, `push.${notice.kind}.title`, params),
      body: text(language, `push.${notice.kind}.body`, params),
      language,
      href: notice.href,
    },
    ttlSeconds,
    // The same page asked for twice is one notice, on its way and on the screen.
    topic: createHash('sha256').update(notice.href).digest('base64url').slice(0, 32),
  };
}
