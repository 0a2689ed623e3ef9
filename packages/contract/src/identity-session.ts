/** Signing in: password, passkey, OpenID Connect, one-time links, and the demo's "look through whose eyes". */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { holding, delegation } from './identity-directory.ts';
import { byId, id, instant, personBrief, words } from './primitives.ts';

export const persona = z.object({ key: z.string(), label: z.string(), person: personBrief });

/** Rights the interface needs to know to offer what is possible; the server decides again at every door. */
export const capability = z.enum([
  'administer',
  'lead',
  'decide',
  'appoint',
  'review',
  'clerk',
  'call-meeting',
  'head-unit',
  'inform-public',
  'read-audit',
]);
export type Capability = z.infer<typeof capability>;

export const session = z.object({
  person: personBrief.nullable(),
  holdings: z.array(holding),
  delegations: z.array(delegation),
  capabilities: z.array(capability),
  needsSetup: z.boolean(),
  hasOidc: z.boolean(),
  /**
   * The host name passkeys are made for; a page opened under another name cannot use them. Null where there can be none: an address
   * in numbers, or one without https (WebAuthn Level 3, 5.1.3).
   */
  passkeyHost: z.string().nullable(),
  /** The clock of this installation; in the demo it runs in March 2022. */
  now: instant,
  demo: z.object({ personas: z.array(persona) }).nullable(),
});
export type Session = z.infer<typeof session>;

const password = z.string().min(10).max(200);

export const readSession = endpoint({
  id: 'identity.read-session',
  method: 'GET',
  path: '/api/session',
  door: 'open',
  summary: 'Who am I, and what may I do',
  reply: session,
});
export const signIn = endpoint({
  id: 'identity.sign-in',
  method: 'POST',
  path: '/api/session',
  door: 'open',
  summary: 'Sign in with e-mail and password',
  body: z.object({ email: z.string().max(254), password: z.string().max(200) }),
  reply: session,
});
export const signOut = endpoint({ id: 'identity.sign-out', method: 'DELETE', path: '/api/session', door: 'open', summary: 'Sign out' });
export const signInDemo = endpoint({
  id: 'identity.sign-in-demo',
  method: 'POST',
  path: '/api/session/demo',
  door: 'open',
  summary: 'Demo only: look through the eyes of a persona',
  body: z.object({ persona: words(60) }),
  reply: session,
});
export const changePassword = endpoint({
  id: 'identity.change-password',
  method: 'PUT',
  path: '/api/session/password',
  door: 'command',
  summary: 'Change my password; other sign-ins of mine end',
  body: z.object({ current: z.string().max(200), next: password }),
});
export const requestLink = endpoint({
  id: 'identity.request-link',
  method: 'POST',
  path: '/api/session/link',
  door: 'open',
  summary: 'Ask for a one-time link to set a password; answers the same whether the address is known or not',
  body: z.object({ email: z.string().max(254) }),
});
export const redeemLink = endpoint({
  id: 'identity.redeem-link',
  method: 'POST',
  path: '/api/session/link/redeem',
  door: 'open',
  summary: 'Set a password with a one-time link',
  body: z.object({ token: words(200), password }),
  reply: session,
});
export const invitePerson = endpoint({
  id: 'identity.invite-person',
  method: 'POST',
  path: '/api/people/{id}/invitation',
  door: 'command',
  summary: 'Mail a person the link to set a first password',
  params: byId,
});
export const setUp = endpoint({
  id: 'identity.set-up',
  method: 'POST',
  path: '/api/setup',
  door: 'open',
  summary: 'Make the first administrator with the code printed on the console',
  body: z.object({ code: words(60), name: words(200), email: z.email().max(254), password, cityName: words(200) }),
  reply: session,
});

/** WebAuthn Level 3 structures travel as the browser made them; the server verifies them with @simplewebauthn. */
const webAuthn = z.record(z.string(), z.unknown());
export const passkey = z.object({ id, label: z.string(), createdAt: instant, lastUsedAt: instant.nullable() });
export const passkeyRegistration = endpoint({
  id: 'identity.passkey-registration',
  method: 'POST',
  path: '/api/passkeys/options',
  door: 'command',
  summary: 'Begin adding a passkey',
  reply: webAuthn,
});
export const addPasskey = endpoint({
  id: 'identity.add-passkey',
  method: 'POST',
  path: '/api/passkeys',
  door: 'command',
  summary: 'Finish adding a passkey',
  body: z.object({ label: words(80), response: webAuthn }),
  reply: passkey,
});
export const listPasskeys = endpoint({
  id: 'identity.list-passkeys',
  method: 'GET',
  path: '/api/passkeys',
  door: 'list',
  summary: 'My passkeys',
  reply: z.object({ items: z.array(passkey) }),
});
export const removePasskey = endpoint({
  id: 'identity.remove-passkey',
  method: 'DELETE',
  path: '/api/passkeys/{id}',
  door: 'command',
  summary: 'Remove one of my passkeys',
  params: byId,
});
export const passkeySignInOptions = endpoint({
  id: 'identity.passkey-sign-in-options',
  method: 'POST',
  path: '/api/session/passkey/options',
  door: 'open',
  summary: 'Begin signing in with a passkey',
  reply: webAuthn,
});
export const passkeySignIn = endpoint({
  id: 'identity.passkey-sign-in',
  method: 'POST',
  path: '/api/session/passkey',
  door: 'open',
  summary: 'Sign in with a passkey',
  body: z.object({ response: webAuthn }),
  reply: session,
});
export const oidcStart = endpoint({
  id: 'identity.oidc-start',
  method: 'GET',
  path: '/api/session/oidc',
  door: 'open',
  summary: "Go to the city's own sign-in (OpenID Connect)",
  media: 'text/html',
});
export const oidcCallback = endpoint({
  id: 'identity.oidc-callback',
  method: 'GET',
  path: '/api/session/oidc/callback',
  door: 'open',
  summary: "Come back from the city's own sign-in",
  query: z
    .object({
      code: z.string().max(4000).optional(),
      state: z.string().max(400).optional(),
      error: z.string().max(200).optional(),
      iss: z.string().max(400).optional(),
    })
    .loose(),
  media: 'text/html',
});
