import { addPushDevice } from '@makaverse/contract/identity-push';
import type { ReplyOf } from '@makaverse/contract/endpoint';
import type { BrowserSubscription, PushService } from '@makaverse/testing/push-service';
import type { Harness } from '../../../../testing/harness.ts';

/** A browser of somebody's, registered with us and at the push service. */
export interface TestDevice extends BrowserSubscription {
  readonly kept: ReplyOf<typeof addPushDevice>;
}

/** Registers a browser for a person. */
export async function deviceOf(
  harness: Harness,
  service: PushService,
  who: { readonly id: string },
  label = 'Ponsel',
): Promise<TestDevice> {
  const subscription = service.subscribe();
  const kept = await harness.as(who)(addPushDevice, { body: { label, ...subscription } });
  return { ...subscription, kept };
}
