import { oidcCallback } from '@makaverse/contract/identity-session';
import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { DomainError } from '#platform/errors';
import type { OidcProvider } from '../oidc-provider.ts';
import { newToken, tokenHash } from '../session-token.ts';
import { keepSession } from './keep-session.ts';
import { ownTransaction } from './own-transaction.ts';

const underWayMs = 10 * 60_000;
const underWayCookie = 'makaverse-oidc';

/** The city's sign-in could not be reached, refused, or what came back does not fit what was sent. */
class OidcRefused extends DomainError {
  constructor(cause?: unknown) {
    super('oidc-refused', 'unauthenticated');
    this.cause = cause;
  }
}
/** The city's sign-in knows the person, but nobody with that verified address is registered here. */
class OidcPersonUnknown extends DomainError {
  constructor() {
    super('oidc-person-unknown', 'forbidden');
  }
}

/** Sends the browser to the city's sign-in. What it must bring back is bound to this browser by a cookie. */
export async function leaveForSignIn(context: Context<Actor | null>, provider: OidcProvider): Promise<string> {
  const { address, kept } = await provider
    .begin(new URL(oidcCallback.path, context.request.publicUrl).href)
    .catch((error: unknown) => Promise.reject(new OidcRefused(error)));
  const browser = newToken();
  await context.db
    .insertInto('identity.oidc_sign_in')
    .values({
      state_hash: tokenHash(`${kept.state} ${browser}`),
      nonce: kept.nonce,
      code_verifier: kept.codeVerifier,
      expires_at: new Date(context.now.getTime() + underWayMs),
    })
    .execute();
  context.request.setCookie(underWayCookie, browser, underWayMs / 1000);
  return address;
}

/** Opens a session for who comes back from the city's sign-in. @throws OidcRefused, OidcPersonUnknown, NoPositionHeld */
export async function comeBackFromSignIn(
  context: Context<Actor | null>,
  provider: OidcProvider,
  brought: Readonly<Record<string, unknown>>,
): Promise<{ token: string; actor: Actor }> {
  const { state } = brought;
  const browser = context.request.cookie(underWayCookie);
  context.request.clearCookie(underWayCookie);
  if (typeof state !== 'string' || !browser) throw new OidcRefused();
  const kept = await context.db
    .deleteFrom('identity.oidc_sign_in')
    .where('state_hash', '=', tokenHash(`${state} ${browser}`))
    .returningAll()
    .executeTakeFirst();
  if (!kept || kept.expires_at <= context.now) throw new OidcRefused();
  const currentUrl = new URL(oidcCallback.path, context.request.publicUrl);
  for (const [name, value] of Object.entries(brought)) if (typeof value === 'string') currentUrl.searchParams.set(name, value);
  const email = await provider
    .finish(currentUrl, { state, nonce: kept.nonce, codeVerifier: kept.code_verifier })
    .catch((error: unknown) => Promise.reject(new OidcRefused(error)));
  const person =
    email === null
      ? undefined
      : await context.db
          .selectFrom('identity.person')
          .select('id')
          .where((any) => any(any.fn<string>('lower', ['email']), '=', email))
          .executeTakeFirst();
  if (!person) throw new OidcPersonUnknown();
  return ownTransaction(context, async (db) => {
    const result = await keepSession(db, { personId: person.id, method: 'oidc', now: context.now });
    const opened = { action: 'session.opened', object: 'person', objectId: person.id, data: { method: 'oidc' } };
    return { result, actorId: person.id, lines: [opened] };
  });
}
