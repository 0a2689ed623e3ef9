import type { readMayor } from '@makaverse/contract/today';
import type { ReplyOf } from '@makaverse/contract/endpoint';
import type { Context } from '#platform/context';
import { NotAllowed } from '#platform/errors';
import type { Module } from '#platform/module';
import { cityCounts } from '#modules/directives';
import { isLeader } from '#modules/identity';
import { nextMeeting } from '#modules/meetings';
import { orderEscalated } from '../domain/order.ts';
import { gather } from './today.ts';

const mostEscalated = 25;

/** What has climbed to the leadership and how the city stands with its directives; for the leadership alone. @throws NotAllowed */
export async function mayorsPage(context: Context, modules: readonly Module[]): Promise<ReplyOf<typeof readMayor>> {
  if (!isLeader(context.actor)) throw new NotAllowed();
  const escalated = await gather(modules, (module) => module.escalated?.(context, mostEscalated));
  return {
    counts: await cityCounts(context),
    escalated: orderEscalated(escalated).slice(0, mostEscalated),
    nextMeeting: await nextMeeting(context),
  };
}
