import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';
import type { OidcOptions } from '../identity-options.ts';
import { MemoryAdapter } from './memory-adapter.ts';

/** What the city's sign-in says of a person. */
interface CityAccount {
  readonly email: string;
  readonly email_verified: boolean;
}

/** A real OpenID Connect provider on this machine, at which whoever is named here is signed in already. */
export interface CitySignIn {
  readonly options: OidcOptions;
  /** Who sits at the browser from now on. */
  account: CityAccount;
  close(): Promise<void>;
}

const clientId = 'makaverse';

/** Starts one. A public client has no secret; `isEmailInToken` spares the second question for the address. */
export async function startCitySignIn(
  redirectUri: string,
  kind: { readonly isPublic?: boolean; readonly isEmailInToken?: boolean; readonly port?: number } = {},
): Promise<CitySignIn> {
  let handle = (_: IncomingMessage, reply: ServerResponse): void => void reply.end();
  const server = createServer((request, reply) => handle(request, reply));
  await new Promise<void>((resolve) => server.listen(kind.port ?? 0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientSecret = kind.isPublic ? undefined : randomBytes(24).toString('hex');
  const city: CitySignIn = {
    options: { issuer, clientId, clientSecret },
    account: { email: '', email_verified: false },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const provider = new Provider(issuer, {
    ...configurationOf(city, redirectUri),
    conformIdTokenClaims: !kind.isEmailInToken,
    // Consent was given once, to the whole city.
    loadExistingGrant: async (context) => {
      const grant = new provider.Grant({ clientId, accountId: context.oidc.session!.accountId! });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  handle = (request, reply) => {
    // The provider's own page for the password: here everybody knows it.
    if (request.url?.startsWith('/interaction/')) {
      const login = { login: { accountId: JSON.stringify(city.account) } };
      provider.interactionFinished(request, reply, login).catch((error: unknown) => reply.destroy(error as Error));
    } else void answer(request, reply);
  };
  return city;
}

function configurationOf(city: CitySignIn, redirectUri: string): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const secret = city.options.clientSecret;
  return {
    adapter: MemoryAdapter,
    clients: [
      {
        client_id: clientId,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        ...(secret === undefined
          ? { token_endpoint_auth_method: 'none' }
          : { client_secret: secret, token_endpoint_auth_method: 'client_secret_basic' }),
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' }] },
    cookies: { keys: [randomBytes(24).toString('hex')] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    // The account is its own number here, so that whoever signed in stays who he was.
    findAccount: (_, sub) => ({ accountId: sub, claims: () => Promise.resolve({ sub, ...(JSON.parse(sub) as CityAccount) }) }),
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  };
}
