import type { Pusher } from '#platform/push/pusher';
import type { SessionLife } from './domain/session-life.ts';

/** The city's own sign-in (OpenID Connect); without a secret we are a public client, which proves itself by PKCE alone. */
export interface OidcOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
}

/** What the module is given from outside. */
export interface IdentityOptions {
  /** Only in the demo: sign-in by one click, the mailbox page, and a clock that can be moved. */
  readonly demo: { readonly moveClock: (hours: number) => Promise<Date> } | null;
  readonly oidc: OidcOptions | null;
  /** The one-time code printed on the console while nobody is registered yet. */
  readonly setUpCode: string | null;
  readonly sessionLife: SessionLife;
  /** Tells people on the devices they chose. */
  readonly pusher: Pusher;
}
