import { lookup as resolve, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

// What is not a place on the public network: IANA's special-purpose registries (RFC 6890), shared carrier space (RFC 6598), and the
// version 6 addresses that carry a version 4 one inside (RFC 3056, 4380, 6052), which would lead around the list.
const notPublic = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  notPublic.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic.addSubnet(network, bits, 'ipv6');
const globalUnicast = new BlockList();
// All that is given out of version 6 (RFC 4291, 2.4, and IANA's registry); whatever lies outside is reserved, local or a group.
globalUnicast.addSubnet('2000::', 3, 'ipv6');
const ownMachine = new BlockList();
ownMachine.addSubnet('127.0.0.0', 8, 'ipv4');
ownMachine.addAddress('::1', 'ipv6');

/** Whether an IP address is one anybody on the internet could be asked at. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !notPublic.check(address, 'ipv4');
  return version === 6 && globalUnicast.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}

/** Whether an IP address is this machine itself. */
export function isOwnMachine(address: string): boolean {
  return isIP(address) !== 0 && ownMachine.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}

/** A name that somebody gave us leads to a place inside the house. */
class AddressNotPublic extends Error {
  override readonly name = 'AddressNotPublic';
  readonly code = 'ENOTPUBLIC';
}

/**
 * Looks a name up for a connection and refuses when any of its addresses fails the test. The very answer that was tested is connected to, so a name that
 * answers differently the second time gains nothing (OWASP, server-side request forgery).
 */
export function guardedLookup(isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, answer) => {
    resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? [];
      if (error || !first) return answer(error ?? new AddressNotPublic(`No address for ${hostname}`), '', 0);
      if (!addresses.every((one) => isAllowed(one.address)))
        return answer(new AddressNotPublic('The name leads to an address that is not public'), '', 0);
      return options.all ? answer(null, addresses) : answer(null, first.address, first.family);
    });
  };
}
