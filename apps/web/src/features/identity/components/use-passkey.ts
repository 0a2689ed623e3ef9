import { ProblemError, Unreachable } from '@makaverse/client/call';
import { addPasskey, passkeyRegistration, passkeySignIn, passkeySignInOptions } from '@makaverse/contract/identity-session';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { call, type Failure } from '#lib/api.ts';
import { useSession } from '#lib/session.tsx';
import { passkeyPlace, type PasskeyPlace } from '../model/passkey-place.ts';

/** What the person's own device said no to; the server was not asked. */
export class DeviceRefused extends Error {
  override readonly name = 'DeviceRefused';
  readonly why: 'cancelled' | 'known' | 'failed';
  constructor(why: 'cancelled' | 'known' | 'failed', cause: unknown) {
    super(why, { cause });
    this.why = why;
  }
}
/** What using a passkey can end in besides success. */
export type PasskeyFailure = Failure | DeviceRefused;

/** Whether this page, under this name and in this browser, can use passkeys. */
export function usePasskeyPlace(): PasskeyPlace {
  const { passkeyHost } = useSession();
  return passkeyPlace({ host: passkeyHost, hostname: location.hostname, isSupported: 'PublicKeyCredential' in globalThis });
}

// The library is fetched when somebody first uses a passkey, not with the page.
const library = () => import('@simplewebauthn/browser');

/** Names of DOMException as WebAuthn Level 3 (5.1.3, 5.1.4) gives them. */
function refused(error: unknown): PasskeyFailure {
  if (error instanceof ProblemError || error instanceof Unreachable) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return new DeviceRefused('cancelled', error);
  return new DeviceRefused(name === 'InvalidStateError' ? 'known' : 'failed', error);
}

function useCeremony<Argument>(
  perform: (argument: Argument) => Promise<void>,
  onDone: () => void,
): UseMutationResult<void, PasskeyFailure, Argument> {
  const client = useQueryClient();
  return useMutation<void, PasskeyFailure, Argument>({
    mutationFn: async (argument) => {
      try {
        await perform(argument);
      } catch (error) {
        throw refused(error);
      }
    },
    onSuccess: async () => {
      await client.invalidateQueries();
      onDone();
    },
  });
}

/** Signing in with a passkey. */
export function usePasskeySignIn(onDone: () => void): UseMutationResult<void, PasskeyFailure, void> {
  return useCeremony(async () => {
    const { startAuthentication } = await library();
    const options = await call(passkeySignInOptions, {});
    const response = await startAuthentication({
      optionsJSON: options as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON'],
    });
    await call(passkeySignIn, { body: { response: { ...response } } });
  }, onDone);
}

/** Adding a passkey of this device under a label. */
export function useAddPasskey(onDone: () => void): UseMutationResult<void, PasskeyFailure, string> {
  return useCeremony(async (label: string) => {
    const { startRegistration } = await library();
    const options = await call(passkeyRegistration, {});
    const response = await startRegistration({ optionsJSON: options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON'] });
    await call(addPasskey, { body: { label, response: { ...response } } });
  }, onDone);
}
