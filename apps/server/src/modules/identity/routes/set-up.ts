import { setUp as setUpEndpoint } from '@makaverse/contract/identity-session';
import { openQuery, type Route } from '#platform/module';
import { setUp } from '../commands/set-up.ts';
import type { IdentityOptions } from '../identity-options.ts';
import { sessionView } from '../queries/session-view.ts';
import { sessionCookie } from '../session-token.ts';

/** The first administrator of an empty installation. */
export function setUpRoutes(options: IdentityOptions): readonly Route[] {
  return [
    // Not a command: the count of wrong codes must outlive the refusal.
    openQuery(setUpEndpoint, async (context, { body }) => {
      const { token, actor } = await setUp(context, body, options.setUpCode);
      context.request.setCookie(sessionCookie, token, options.sessionLife.wholeMs / 1000);
      return sessionView(context, actor, options);
    }),
  ];
}
