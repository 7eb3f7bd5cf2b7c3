import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { HubError } from '../errors';
import { type AddressKind, addressKind } from './address-kind';

/** Addresses that connections may go to: public ones, or in development this machine as well. */
export type AddressPolicy = 'PUBLIC' | 'PUBLIC_OR_LOOPBACK';

/** Keeps connections from going where no region is, at the moment at which they are made. */
export interface AddressGuard {
  /** For `net.connect`, `tls.connect` and undici's `connect`: resolves, and refuses a name with one such address. */
  readonly lookup: LookupFunction;
  /**
   * For undici's dispatchers, `new Agent({ connect: guard.connector })`: refuses addresses that stand in the URL, too,
   * for which nothing is looked up. Undici follows no redirects by itself; a `fetch` needs `redirect: 'error'`.
   */
  readonly connector: buildConnector.connector;
}

/** What the guard may be told. */
export type AddressGuardOptions = buildConnector.BuildOptions & {
  /** The resolver; the system's unless given. */
  readonly resolve?: (hostname: string) => Promise<readonly LookupAddress[]>;
};

/**
 * Checks addresses when a connection is made. A check of the URL beforehand is not enough: the owner of a name can have
 * it lead elsewhere a second later. The address that was checked is the one that is connected to.
 * What is refused fails with ADDRESS_REFUSED.
 */
export function createAddressGuard(policy: AddressPolicy, options: AddressGuardOptions = {}): AddressGuard {
  const { resolve = resolveBySystem, ...connectOptions } = options;
  const isAllowed = (kind: AddressKind) =>
    kind === 'PUBLIC' || (kind === 'LOOPBACK' && policy === 'PUBLIC_OR_LOOPBACK');

  const lookup: LookupFunction = (hostname, { all, family }, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const refused = addresses.find(({ address }) => !isAllowed(addressKind(address)));
        const usable = addresses.filter((found) => !family || found.family === familyNumber(family));
        const [first] = usable;
        if (refused !== undefined) callback(refusal(hostname), '');
        else if (first === undefined) callback(notFound(hostname), '');
        else if (all) callback(null, [...usable]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
  const connect = buildConnector({ ...connectOptions, lookup });
  return {
    lookup,
    connector: (target, callback) => {
      const host = target.hostname.replace(/^\[(.*)\]$/, '$1');
      if (isIP(host) !== 0 && !isAllowed(addressKind(host))) callback(refusal(host), null);
      else connect(target, callback);
    },
  };
}

function resolveBySystem(hostname: string): Promise<readonly LookupAddress[]> {
  return new Promise((resolve, reject) => {
    systemLookup(hostname, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });
}

function familyNumber(family: number | 'IPv4' | 'IPv6'): number {
  if (family === 'IPv4') return 4;
  return family === 'IPv6' ? 6 : family;
}

/** Sockets fail with errors of the system's kind; the hub's own is the cause. */
function refusal(host: string): NodeJS.ErrnoException {
  const message = `${host} leads to an address that no region may have. Nothing was sent.`;
  const cause = new HubError('ADDRESS_REFUSED', message);
  return Object.assign(new Error(message, { cause }), { code: cause.code });
}

function notFound(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND', hostname });
}
