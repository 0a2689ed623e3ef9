import { ProblemError, Unreachable } from '@makaverse/client/call';
import { addPushDevice } from '@makaverse/contract/identity-push';
import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { call, type Failure } from '#lib/api.ts';
import { fingerprintOf, pushSubscription, subscribeToPush, unsubscribeFromPush } from '#lib/push-device.ts';
import { pushPlace, type PushPlace } from '../model/push-place.ts';

/** What this device or its push service said no to; our server was not asked. */
export class PushRefused extends Error {
  override readonly name = 'PushRefused';
  readonly why: 'dismissed' | 'refused' | 'service';
  constructor(why: PushRefused['why'], cause?: unknown) {
    super(why, { cause });
    this.why = why;
  }
}
/** What registering this device can end in besides success. */
export type PushFailure = Failure | PushRefused;

/** Whether this page in this browser can be told at once. */
export function currentPushPlace(): PushPlace {
  const hasNotices = 'Notification' in globalThis;
  return pushPlace({
    isSecure: isSecureContext,
    hasPush: hasNotices && 'serviceWorker' in navigator && 'PushManager' in globalThis,
    permission: hasNotices ? Notification.permission : null,
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    isStandalone: matchMedia('(display-mode: standalone)').matches,
  });
}

const ownKey = ['own-push-device'];

/** By what name the server's list knows this browser; null while it is in nobody's, undefined until that is known. */
export function useOwnFingerprint(): string | null | undefined {
  return useQuery({
    queryKey: ownKey,
    queryFn: async () => {
      const subscription = await pushSubscription();
      return subscription ? fingerprintOf(subscription.endpoint) : null;
    },
  }).data;
}

/** Asks the person and the push service, then tells the server. */
export function useAddDevice(serverKey: string, onDone: () => void): UseMutationResult<void, PushFailure, string> {
  const client = useQueryClient();
  return useMutation<void, PushFailure, string>({
    mutationFn: async (label) => {
      const permission = await Notification.requestPermission();
      if (permission !== 'granted') throw new PushRefused(permission === 'denied' ? 'refused' : 'dismissed');
      const subscription = await subscribeToPush(serverKey).catch((error: unknown) => {
        throw new PushRefused('service', error);
      });
      const { endpoint = '', keys = {} } = subscription.toJSON();
      try {
        await call(addPushDevice, { body: { label, endpoint, p256dh: keys['p256dh'] ?? '', auth: keys['auth'] ?? '' } });
      } catch (error) {
        // What the server does not keep must not stand in the browser as if it did.
        await unsubscribeFromPush();
        throw error instanceof ProblemError || error instanceof Unreachable ? error : new PushRefused('service', error);
      }
    },
    onSettled: () => client.invalidateQueries(),
    onSuccess: onDone,
  });
}
