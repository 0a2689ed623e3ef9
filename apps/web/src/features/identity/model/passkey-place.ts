/** Whether passkeys can be used where this page is open, and if not, why. */
export type PasskeyPlace = 'usable' | 'none-here' | 'other-name' | 'device-cannot';

/** A passkey belongs to a host name and works there and on names under it (WebAuthn Level 3, 5.1.3). */
export function passkeyPlace(here: { host: string | null; hostname: string; isSupported: boolean }): PasskeyPlace {
  const { host, hostname, isSupported } = here;
  if (host === null) return 'none-here';
  if (hostname !== host && !hostname.endsWith(`.${host}`)) return 'other-name';
  return isSupported ? 'usable' : 'device-cannot';
}
