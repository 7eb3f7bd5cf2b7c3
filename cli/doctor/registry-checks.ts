import { request } from 'undici';
import { asHubError } from '../../subgraphs/kit/errors';
import { createRegistryClient } from '../client';
import { askStatus, type CredentialView, listCredentials, type StatusView } from '../registry';
import { type Diagnosis, doubtful, failed, sound, unreachable } from './diagnosis';

/** Milliseconds by which clocks may differ: tokens of the hub are checked with a tolerance of five seconds. */
const CLOCK_TOLERANCE = 5_000;
const DEADLINE = 5_000;
const DAY = 24 * 60 * 60 * 1_000;
/** Days before its end at which a credential is told to be renewed. */
const RENEWAL_DAYS = 14;

/** Everything about the registry: it answers, clocks agree, the credential opens it, members answer. */
export async function checkRegistry(
  { url, credential }: { readonly url: string; readonly credential: string },
  now: () => number,
): Promise<readonly Diagnosis[]> {
  const clock = await checkClock(url, now);
  if (clock.isUnreachable) return [clock];
  const client = createRegistryClient(url, credential);
  try {
    const status = await askStatus(client, undefined);
    const own = await ownCredential(client, credential);
    return [
      sound('REGISTRY', describeRegistry(client.url, status)),
      clock,
      checkExpiry(own, now()),
      ...membersOf(status),
    ];
  } catch (error) {
    const known = asHubError(error);
    const message = known === undefined ? String(error) : `${known.code}: ${known.message}`;
    return [clock, failed('REGISTRY', message, 'Ask an administrator of the registry for a credential that is valid.')];
  }
}

/** Compares clocks by the Date of an answer, which is cut to the second. */
async function checkClock(url: string, now: () => number): Promise<Diagnosis> {
  const live = new URL('/health/live', url).href;
  try {
    const { headers, body } = await request(live, { headersTimeout: DEADLINE, bodyTimeout: DEADLINE, reset: true });
    await body.dump();
    const theirs = Date.parse(String(headers['date']));
    const skew = Number.isNaN(theirs) ? 0 : now() - (theirs + 500);
    const text = `This clock is ${(Math.abs(skew) / 1_000).toFixed(1)} s ${skew < 0 ? 'behind' : 'ahead of'} the registry's.`;
    if (Math.abs(skew) <= CLOCK_TOLERANCE) return sound('CLOCK', text);
    return failed('CLOCK', text, 'Set the clock (NTP): tokens of the hub would be refused.');
  } catch {
    return unreachable('REGISTRY', `Nothing answers at ${live}.`, 'Look at the address and whether the registry runs.');
  }
}

function describeRegistry(url: string, { supergraph }: StatusView): string {
  return `Answers at ${url}; ${supergraph === null ? 'no supergraph yet' : `supergraph ${supergraph.number} of ${supergraph.composedAt}`}`;
}

/** What the registry says of the credential in use; undefined when its holder may not list credentials. */
async function ownCredential(
  client: ReturnType<typeof createRegistryClient>,
  credential: string,
): Promise<CredentialView | undefined> {
  try {
    const all = await listCredentials(client, false);
    return all.find(({ id }) => credential.startsWith(`mlr_${id}`));
  } catch (error) {
    if (asHubError(error)?.code === 'FORBIDDEN') return undefined;
    throw error;
  }
}

function checkExpiry(own: CredentialView | undefined, now: number): Diagnosis {
  if (own === undefined) {
    return sound('CREDENTIAL', 'Valid; only an administrator of the registry sees when it ends.');
  }
  const days = Math.floor((Date.parse(own.expiresAt) - now) / DAY);
  const text = `${own.label} (${own.id}) is valid for ${days} days.`;
  if (days > RENEWAL_DAYS) return sound('CREDENTIAL', text);
  return doubtful('CREDENTIAL', text, 'Issue another now: maillage credential issue.');
}

/** One warning per member that does not answer, with the reason that the registry found. */
function membersOf({ members }: StatusView): readonly Diagnosis[] {
  const connected = members.filter(({ state }) => state === 'CONNECTED');
  const away = connected.filter(({ status }) => status !== null && status !== 'LIVE');
  if (away.length === 0)
    return [sound('MEMBERS', `${connected.length} regions are in the graph; none fails to answer.`)];
  return away.map(({ region, status, probedAt }) =>
    doubtful(
      'MEMBERS',
      `${region.name} (${region.code}): ${status ?? 'unknown'} at ${probedAt ?? 'an unknown moment'}.`,
      `Call its coordination; maillage suspend ${region.code} takes it out of the graph.`,
    ),
  );
}
