import { delegate as delegateEndpoint, listDelegations, revokeDelegation as revokeEndpoint } from '@makaverse/contract/identity-directory';
import { command, query, type Route } from '#platform/module';
import { delegate, revokeDelegation } from '../commands/delegate.ts';
import { maySeeAllDelegations } from '../policy.ts';
import { delegationsOf } from '../queries/delegations.ts';

/** The mayor's powers in other hands, for a time. */
export const delegationRoutes: readonly Route[] = [
  query(listDelegations, async ({ db, now, actor }) => {
    const personId = maySeeAllDelegations(actor) ? null : actor.personId;
    return { items: await delegationsOf(db, { personId, now }) };
  }),
  command(delegateEndpoint, async (tx, { body }) => {
    const id = await delegate(tx, body);
    return (await delegationsOf(tx.db, { personId: null, id, now: tx.now }))[0]!;
  }),
  command(revokeEndpoint, (tx, { params }) => revokeDelegation(tx, params.id)),
];
