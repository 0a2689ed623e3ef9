import {
  addPasskey as addEndpoint,
  listPasskeys,
  passkeyRegistration,
  passkeySignIn,
  passkeySignInOptions,
  removePasskey as removeEndpoint,
} from '@makaverse/contract/identity-session';
import { command, openCommand, query, type Route } from '#platform/module';
import { addPasskey, beginRegistration, beginSignIn, removePasskey, signInWithPasskey } from '../commands/passkeys.ts';
import type { IdentityOptions } from '../identity-options.ts';
import { passkeysOf } from '../queries/passkeys.ts';
import { sessionView } from '../queries/session-view.ts';
import { sessionCookie } from '../session-token.ts';

/** Passkeys: added and removed by their owner, and signing in with one. */
export function passkeyRoutes(options: IdentityOptions): readonly Route[] {
  return [
    command(passkeyRegistration, async (tx) => ({ ...(await beginRegistration(tx)) })),
    command(addEndpoint, async (tx, { body }) => {
      const id = await addPasskey(tx, body);
      return (await passkeysOf(tx.db, tx.actor.personId)).find((one) => one.id === id)!;
    }),
    query(listPasskeys, async ({ db, actor }) => ({ items: await passkeysOf(db, actor.personId) })),
    command(removeEndpoint, (tx, { params }) => removePasskey(tx, params.id)),
    openCommand(passkeySignInOptions, async (tx) => ({ ...(await beginSignIn(tx)) })),
    openCommand(passkeySignIn, async (tx, { body }) => {
      const { token, actor } = await signInWithPasskey(tx, body.response);
      tx.request.setCookie(sessionCookie, token, options.sessionLife.wholeMs / 1000);
      return sessionView(tx, actor, options);
    }),
  ];
}
