import type { addPushDevice } from '@makaverse/contract/identity-push';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Database } from '#database/schema';
import type { Transaction } from '#platform/context';
import { DomainError, RecordMissing } from '#platform/errors';
import type { Pusher } from '#platform/push/pusher';

/** A person has a phone, a tablet, two computers; a list longer than this holds what nobody uses any more. */
export const mostDevices = 10;

/** What the browser gave is no address of a push service, or no key. */
class PushDeviceUnusable extends DomainError {
  constructor() {
    super('push-device-unusable', 'invalid');
  }
}
/** The list of devices is full. */
class TooManyPushDevices extends DomainError {
  constructor() {
    super('too-many-push-devices', 'conflict', { params: { most: mostDevices } });
  }
}

/**
 * Keeps a device of mine; the same again is one. Its address is known to that browser alone, so who names it holds the device: what stood
 * there before, also of somebody else who used it, gives way. @throws PushDeviceUnusable, TooManyPushDevices
 */
export async function addDevice(tx: Transaction, given: z.output<typeof addPushDevice.body>, pusher: Pusher): Promise<string> {
  const { endpoint, p256dh, auth, label } = given;
  if (!pusher.accepts({ endpoint, p256dh, auth })) throw new PushDeviceUnusable();
  const { personId } = tx.actor;
  // Two windows at once must not both find the last place free.
  await tx.db.selectFrom('identity.person').select('id').where('id', '=', personId).forUpdate().execute();
  await tx.db.deleteFrom('identity.push_device').where('endpoint', '=', endpoint).execute();
  const { count } = await tx.db
    .selectFrom('identity.push_device')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= mostDevices) throw new TooManyPushDevices();
  const id = tx.newId();
  await tx.db
    .insertInto('identity.push_device')
    .values({
      id,
      person_id: personId,
      session_id: tx.actor.sessionId,
      label,
      endpoint,
      p256dh,
      auth,
      server_key: pusher.publicKey,
      created_at: tx.now,
      taken_at: null,
    })
    .execute();
  tx.audit({ action: 'push-device.added', object: 'person', objectId: personId, data: { deviceId: id } });
  return id;
}

/** Takes one of my devices off the list. */
export async function removeDevice(tx: Transaction, id: string): Promise<void> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('identity.push_device')
    .where('id', '=', id)
    .where('person_id', '=', tx.actor.personId)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw new RecordMissing();
  tx.audit({ action: 'push-device.removed', object: 'person', objectId: tx.actor.personId, data: { deviceId: id } });
}

/** Whoever signs out leaves the device to the next one: it is told nothing more of him. */
export async function forgetDevicesOfSession(db: Kysely<Database>, tokenHash: string): Promise<void> {
  await db
    .deleteFrom('identity.push_device')
    .where('session_id', 'in', (query) => query.selectFrom('identity.session').select('id').where('token_hash', '=', tokenHash))
    .execute();
}

/** With the password a person takes back every device that is not the one he sits at; null takes back all. */
export async function forgetOtherDevices(db: Kysely<Database>, personId: string, keptSessionId: string | null): Promise<void> {
  await db
    .deleteFrom('identity.push_device')
    .where('person_id', '=', personId)
    .$if(keptSessionId !== null, (query) =>
      query.where((any) => any.or([any('session_id', 'is', null), any('session_id', '<>', keptSessionId!)])),
    )
    .execute();
}
