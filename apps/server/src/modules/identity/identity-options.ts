import type { SessionLife } from './domain/session-life.ts';

/** What the module is given from outside. */
export interface IdentityOptions {
  /** Only in the demo: sign-in by one click, the mailbox page, and a clock that can be moved. */
  readonly demo: { readonly moveClock: (hours: number) => Promise<Date> } | null;
  /** The city's own sign-in, when configured. */
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null;
  /** The one-time code printed on the console while nobody is registered yet. */
  readonly setUpCode: string | null;
  readonly sessionLife: SessionLife;
}
