import { addPushDevice, listPushDevices, removePushDevice, tryPushDevice } from '@makaverse/contract/identity-push';
import { RecordMissing } from '#platform/errors';
import { jobTogether, type JobDefinition } from '#platform/jobs';
import { command, query, type Route } from '#platform/module';
import type { Pusher } from '#platform/push/pusher';
import { countAttempt } from '../commands/count-attempt.ts';
import { addDevice, mostDevices, removeDevice } from './commands/keep-devices.ts';
import { notify, pushToDevices, pushTrial } from './commands/push-notices.ts';
import type { DeviceNotice, Notice } from './notify-people.ts';
import { devicesOfPerson } from './queries/devices.ts';

/** The devices on which a person is told at once: added and taken away by their owner alone. */
export function pushRoutes(pusher: Pusher): readonly Route[] {
  return [
    query(listPushDevices, async ({ db, actor }) => ({
      serverKey: pusher.publicKey,
      most: mostDevices,
      items: await devicesOfPerson(db, actor.personId),
    })),
    command(addPushDevice, async (tx, { body }) => {
      const id = await addDevice(tx, body, pusher);
      return (await devicesOfPerson(tx.db, tx.actor.personId)).find((one) => one.id === id)!;
    }),
    command(removePushDevice, (tx, { params }) => removeDevice(tx, params.id)),
    command(tryPushDevice, async (tx, { params }) => {
      await countAttempt(tx.db, [{ key: `push trial ${tx.actor.personId}`, most: 20 }], tx.now);
      const outcome = await pushTrial(tx, params.id, pusher);
      if (outcome === null) throw new RecordMissing();
      return { outcome };
    }),
  ];
}

/** Notices leave in rounds, each device tried again by itself. */
export function pushJobs(pusher: Pusher): readonly JobDefinition[] {
  return [
    jobTogether<Notice>('identity.notify', notify),
    jobTogether<DeviceNotice>('identity.push', (tx, notices) => pushToDevices(tx, notices, pusher)),
  ];
}
