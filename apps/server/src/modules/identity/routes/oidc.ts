import { oidcCallback, oidcStart } from '@makaverse/contract/identity-session';
import { pageOf } from '@makaverse/contract/pages';
import { DomainError, RecordMissing } from '#platform/errors';
import { openQuery, type Redirect, type Route } from '#platform/module';
import { comeBackFromSignIn, leaveForSignIn } from '../commands/sign-in-elsewhere.ts';
import type { IdentityOptions } from '../identity-options.ts';
import { oidcProvider } from '../oidc-provider.ts';
import { sessionCookie } from '../session-token.ts';

/** Signing in through the city's own OpenID Connect provider, where one is configured. */
export function oidcRoutes(options: IdentityOptions): readonly Route[] {
  const provider = options.oidc && oidcProvider(options.oidc);
  return [
    openQuery(oidcStart, async (context) => {
      if (!provider) throw new RecordMissing();
      return onPage(async () => leaveForSignIn(context, provider));
    }),
    openQuery(oidcCallback, async (context, { query }) => {
      if (!provider) throw new RecordMissing();
      return onPage(async () => {
        const { token } = await comeBackFromSignIn(context, provider, query);
        context.request.setCookie(sessionCookie, token, options.sessionLife.wholeMs / 1000);
        return pageOf.today();
      });
    }),
  ];
}

/** A browser on its way must end on a page, so a refusal is told by the sign-in page, by its code. */
async function onPage(go: () => Promise<string>): Promise<Redirect> {
  try {
    return { redirectTo: await go() };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { redirectTo: `${pageOf.signIn()}?problem=${error.code}` };
  }
}
