/** The site a passkey is made for. */
export interface PasskeySite {
  readonly rpID: string;
  readonly origin: string;
}

const isLocal = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost');
// A URL writes every IPv4 address as four numbers and every IPv6 address in brackets (WHATWG URL, host parsing).
const isAddress = (host: string): boolean => host.startsWith('[') || /^\d+(\.\d+){3}$/.test(host);

/**
 * The site of a public address: keys made for one name are no use under another. Null where browsers allow no passkeys: under an
 * address in numbers, or without https on any but the own machine (WebAuthn Level 3, 5.1.3).
 */
export function passkeySite(publicUrl: string): PasskeySite | null {
  const { hostname, origin, protocol } = new URL(publicUrl);
  return isAddress(hostname) || (protocol !== 'https:' && !isLocal(hostname)) ? null : { rpID: hostname, origin };
}
