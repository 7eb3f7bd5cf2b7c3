import { addressKind, isAddress } from '../../subgraphs/kit/addresses';
import type { CheckInput, Finding, ResolveHost } from './check-types';
import { finding } from './finding';
import type { FindingCode } from './finding-codes';

/** Ports that a host may use without being allowed together with its port. */
const USUAL_PORTS: ReadonlySet<string> = new Set(['443', '8443']);
/** Longest address. */
const LONGEST = 2_000;

/**
 * Whether the hub may send its signed questions to an address: https, to a host that a national administrator allowed
 * this region, and that is nowhere in the hub's own networks, however it is written and wherever its name leads. A name
 * can lead elsewhere later, so that the same is checked again at each connection (`subgraphs/kit/addresses`).
 */
export async function checkUrlPolicy(
  { region, url, allowedHosts, mode }: Pick<CheckInput, 'region' | 'url' | 'allowedHosts' | 'mode'>,
  resolveHost: ResolveHost,
): Promise<readonly Finding[]> {
  const found = (code: FindingCode, message: string) => finding(region, code, {}, message);
  const parsed = parseUrl(url);
  if (parsed === undefined)
    return [found('URL_MALFORMED', 'The address is not an absolute URL, or holds what it may not.')];
  const host = parsed.hostname.replace(/^\[(.*)\]$/, '$1');
  if (mode === 'development' && isLoopback(host)) return withoutUserInfo(parsed, found);
  const problems = [...withoutUserInfo(parsed, found)];
  if (parsed.protocol !== 'https:')
    problems.push(found('URL_NOT_HTTPS', `The address begins with ${parsed.protocol}//.`));
  if (isAddress(host) && addressKind(host) !== 'PUBLIC') {
    return [...problems, found('URL_ADDRESS_PRIVATE', `${host} is not a public address.`)];
  }
  problems.push(...hostProblems(parsed, allowedHosts, found));
  // Names that are refused anyway are not looked up: the hub asks no DNS server for a stranger.
  if (problems.length > 0 || isAddress(host)) return problems;
  return addressProblems(host, resolveHost, found);
}

type Report = (code: FindingCode, message: string) => Finding;

function parseUrl(url: string): URL | undefined {
  // The parser of URLs drops or turns around what people do not see.
  if (url.length > LONGEST || /[^\x21-\x7e]|[\\?#]/.test(url) || !/^https?:\/\/[^/]/i.test(url)) return undefined;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed === undefined || parsed.hostname.endsWith('.') ? undefined : parsed;
}

function withoutUserInfo(url: URL, found: Report): readonly Finding[] {
  const isThere = url.username !== '' || url.password !== '';
  return isThere ? [found('URL_USER_INFO', 'The address holds a user name or a password.')] : [];
}

function hostProblems(url: URL, allowedHosts: readonly string[], found: Report): readonly Finding[] {
  const allowed = new Set(allowedHosts.map((each) => each.toLowerCase()));
  const port = url.port === '' ? '443' : url.port;
  if (allowed.has(`${url.hostname}:${port}`)) return [];
  if (!allowed.has(url.hostname)) {
    return [found('URL_HOST_NOT_ALLOWED', `The host ${url.hostname} is not allowed for this region.`)];
  }
  return USUAL_PORTS.has(port) ? [] : [found('URL_PORT_FORBIDDEN', `The address names the port ${port}.`)];
}

async function addressProblems(host: string, resolveHost: ResolveHost, found: Report): Promise<readonly Finding[]> {
  const addresses = await resolveHost(host).catch((): readonly string[] => []);
  if (addresses.length === 0) return [found('URL_HOST_UNKNOWN', `The host ${host} has no address.`)];
  const isPublic = addresses.every((address) => addressKind(address) === 'PUBLIC');
  return isPublic ? [] : [found('URL_ADDRESS_PRIVATE', `The host ${host} leads to an address that is not public.`)];
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || (isAddress(host) && addressKind(host) === 'LOOPBACK');
}
