import {
  changePassword as changePasswordEndpoint,
  invitePerson as inviteEndpoint,
  redeemLink as redeemEndpoint,
  requestLink as requestEndpoint,
  signIn as signInEndpoint,
} from '@makaverse/contract/identity-session';
import { command, openCommand, openQuery, query, type Route } from '#platform/module';
import { invitePerson, redeemLink, requestLink } from '../commands/one-time-link.ts';
import { changePassword } from '../commands/set-password.ts';
import { signIn } from '../commands/sign-in.ts';
import type { IdentityOptions } from '../identity-options.ts';
import { sessionView } from '../queries/session-view.ts';
import { sessionCookie } from '../session-token.ts';

/** Passwords and the links that set them. */
export function passwordRoutes(options: IdentityOptions): readonly Route[] {
  const maxAge = options.sessionLife.wholeMs / 1000;
  return [
    // Not a command: the count of wrong tries must outlive the refusal.
    openQuery(signInEndpoint, async (context, { body }) => {
      const { token, actor } = await signIn(context, body);
      context.request.setCookie(sessionCookie, token, maxAge);
      return sessionView(context, actor, options);
    }),
    query(changePasswordEndpoint, (context, { body }) => changePassword(context, body)),
    openCommand(requestEndpoint, (tx, { body }) => requestLink(tx, body.email)),
    openCommand(redeemEndpoint, async (tx, { body }) => {
      const { token, actor } = await redeemLink(tx, body);
      tx.request.setCookie(sessionCookie, token, maxAge);
      return sessionView(tx, actor, options);
    }),
    command(inviteEndpoint, (tx, { params }) => invitePerson(tx, params.id)),
  ];
}
