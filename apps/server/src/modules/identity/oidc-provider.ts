import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  discovery,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import type { OidcOptions } from './identity-options.ts';

/** What must be remembered between leaving for the city's sign-in and coming back. */
interface SignInUnderWay {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** The city's own sign-in as we use it: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0, 3.1). */
export interface OidcProvider {
  begin(redirectUri: string): Promise<{ address: string; kept: SignInUnderWay }>;
  /** The verified e-mail address of who came back; null when the provider vouches for none. @throws when anything does not fit */
  finish(currentUrl: URL, kept: SignInUnderWay): Promise<string | null>;
}

/** Makes it; the provider's addresses and keys are fetched at first need and again after a failure. */
export function oidcProvider(options: OidcOptions): OidcProvider {
  let found: Promise<Configuration> | null = null;
  const configuration = (): Promise<Configuration> => {
    const issuer = new URL(options.issuer);
    found ??= discovery(
      issuer,
      options.clientId,
      undefined,
      options.clientSecret === undefined ? None() : ClientSecretBasic(options.clientSecret),
      // Plain http only where the configuration says so itself: a provider on the same machine.
      issuer.protocol === 'http:' ? { execute: [allowInsecureRequests] } : {},
    ).catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };
  return {
    begin: async (redirectUri) => {
      const kept = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid email',
        code_challenge: await calculatePKCECodeChallenge(kept.codeVerifier),
        code_challenge_method: 'S256',
        state: kept.state,
        nonce: kept.nonce,
      });
      return { address: address.href, kept };
    },
    finish: async (currentUrl, kept) => {
      const provider = await configuration();
      const tokens = await authorizationCodeGrant(provider, currentUrl, {
        pkceCodeVerifier: kept.codeVerifier,
        expectedState: kept.state,
        expectedNonce: kept.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims()!;
      const told = claims['email'] === undefined ? await fetchUserInfo(provider, tokens.access_token, claims.sub) : claims;
      // An address the provider did not check could be anybody's (OpenID Connect Core 1.0, 5.7).
      return told['email_verified'] === true && typeof told['email'] === 'string' ? told['email'].toLowerCase() : null;
    },
  };
}
