import { readSession, signInDemo, signOut } from '@makaverse/contract/identity-session';
import { RecordMissing } from '#platform/errors';
import { openCommand, openQuery, type Route } from '#platform/module';
import { keepSession } from '../commands/keep-session.ts';
import { forgetDevicesOfSession } from '../push/commands/keep-devices.ts';
import type { IdentityOptions } from '../identity-options.ts';
import { personasOf } from '../personas.ts';
import { sessionView } from '../queries/session-view.ts';
import { sessionCookie, tokenHash } from '../session-token.ts';

/** Who am I; one click in the demo; signing out. */
export function sessionRoutes(options: IdentityOptions): readonly Route[] {
  return [
    openQuery(readSession, (context) => sessionView(context, context.actor, options)),
    openCommand(signInDemo, async (tx, { body }) => {
      const persona = options.demo && (await personasOf(tx.db)).find((one) => one.key === body.persona);
      if (!persona) throw new RecordMissing();
      const { token, actor } = await keepSession(tx.db, { personId: persona.personId, method: 'demo', now: tx.now });
      tx.audit({ action: 'session.opened', object: 'person', objectId: actor.personId, data: { method: 'demo' } });
      tx.request.setCookie(sessionCookie, token, options.sessionLife.wholeMs / 1000);
      return sessionView(tx, actor, options);
    }),
    openCommand(signOut, async (tx) => {
      const token = tx.request.cookie(sessionCookie);
      if (token) {
        await forgetDevicesOfSession(tx.db, tokenHash(token));
        await tx.db.deleteFrom('identity.session').where('token_hash', '=', tokenHash(token)).execute();
      }
      if (tx.actor) tx.audit({ action: 'session.ended', object: 'person', objectId: tx.actor.personId });
      tx.request.clearCookie(sessionCookie);
    }),
  ];
}
