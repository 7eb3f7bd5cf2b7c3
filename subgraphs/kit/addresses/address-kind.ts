import ipaddr from 'ipaddr.js';

/** Where an address leads: to anywhere in the internet, to this machine, or somewhere nobody outside may send us. */
export type AddressKind = 'PUBLIC' | 'LOOPBACK' | 'PRIVATE';

/** What IANA has given out for the internet; everything else in IPv6 is special or not in use. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');
/** Public by its number, and answered by the machine that a cloud server runs on. */
const METADATA = ['168.63.129.16'];

/**
 * Where an address leads, IPv4 or IPv6, without brackets. IPv4 addresses that are wrapped in IPv6 count as what they
 * wrap. Whatever is not certainly public is private: local, shared, reserved and translated networks, metadata
 * services, and text that is no address.
 */
export function addressKind(address: string): AddressKind {
  // A zone ("fe80::1%eth0") names a local interface.
  if (!ipaddr.isValid(address) || address.includes('%')) return 'PRIVATE';
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (range === 'loopback') return 'LOOPBACK';
  if (range !== 'unicast' || METADATA.includes(parsed.toString())) return 'PRIVATE';
  if (parsed.kind() === 'ipv6' && !parsed.match(GLOBAL_UNICAST)) return 'PRIVATE';
  return 'PUBLIC';
}

/** Whether a host, as a URL gives it, is an address and no name. Brackets of IPv6 may be there. */
export function isAddress(host: string): boolean {
  return ipaddr.isValid(host.replace(/^\[(.*)\]$/, '$1'));
}
