import { type Dispatcher, request } from 'undici';
import type { DataSource } from 'typeorm';
import { type HubTokenSigner, PUBLIC_CALLER } from '../../subgraphs/kit/identity';
import type { Logger } from '../../subgraphs/kit/log';
import { findRegion } from '../../subgraphs/kit/regions';
import { readCurrentGraph } from '../supergraphs';
import { MemberProbeEntity, type ProbeStatus } from './member-probe.entity';

/** What probing is made of. */
export interface ProbeDependencies {
  readonly dataSource: DataSource;
  /** Signs as the gateway does; null when this registry has no such key: a refusal then shows that the region is there. */
  readonly signer: HubTokenSigner | null;
  readonly logger: Logger;
  /** Opens connections to regions, and none to where no region may be. */
  readonly dispatcher?: Dispatcher;
  readonly intervalMilliseconds: number;
}

/** Milliseconds that a region may take to answer a probe: what the gateway waits. */
const PROBE_MILLISECONDS = 1_500;
/** Most bytes of an answer that are looked at. */
const MAX_BYTES = 64 * 1024;

/**
 * Asks every member in the graph from time to time for `{ __typename }` and writes down what came: the registry's own
 * view, which says nothing about what a gateway reaches. Gives the function that ends it.
 */
export function probeMembers(deps: ProbeDependencies): () => void {
  let isProbing = false;
  const timer = setInterval(() => {
    if (isProbing) return;
    isProbing = true;
    void probeAll(deps)
      .catch((error: unknown) => deps.logger.warn({ err: error }, 'the members could not be probed'))
      .finally(() => {
        isProbing = false;
      });
  }, deps.intervalMilliseconds).unref();
  return () => clearInterval(timer);
}

/** Probes every member once. */
export async function probeAll(deps: Pick<ProbeDependencies, 'dataSource' | 'signer' | 'dispatcher'>): Promise<void> {
  const { dataSource } = deps;
  const { publications } = await readCurrentGraph(dataSource.manager);
  const probed = await Promise.all(
    publications.map(async ({ regionCode, url }) => ({
      regionCode,
      probedAt: new Date(),
      ...(await probe(regionCode, url, deps)),
    })),
  );
  if (probed.length === 0) return;
  await dataSource.getRepository(MemberProbeEntity).upsert(probed, { conflictPaths: ['regionCode'] });
}

interface Probed {
  readonly status: ProbeStatus;
  readonly latencyMs: number | null;
}

async function probe(
  regionCode: string,
  url: string,
  { signer, dispatcher }: Pick<ProbeDependencies, 'signer' | 'dispatcher'>,
): Promise<Probed> {
  const started = performance.now();
  try {
    const audience = findRegion(regionCode)?.subgraph ?? regionCode;
    const token = await signer?.tokenFor({ audience, caller: PUBLIC_CALLER });
    const answer = await request(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query: '{ __typename }' }),
      signal: AbortSignal.timeout(PROBE_MILLISECONDS),
      ...(dispatcher === undefined ? {} : { dispatcher }),
    });
    const isRefusal = answer.statusCode === 401 || answer.statusCode === 403;
    const isAnswer = answer.statusCode === 200 && (await saysTypename(answer.body));
    const latencyMs = Math.round(performance.now() - started);
    if (!isAnswer) await answer.body.dump();
    // Without the hub's key a refusal is the right answer: the region guards itself.
    if (isRefusal) return { status: signer === null ? 'LIVE' : 'REFUSED', latencyMs };
    return { status: isAnswer ? 'LIVE' : 'INVALID', latencyMs };
  } catch (error) {
    const isLate = error instanceof Error && ['TimeoutError', 'AbortError'].includes(error.name);
    return { status: isLate ? 'TIMEOUT' : 'UNREACHABLE', latencyMs: null };
  }
}

async function saysTypename(body: AsyncIterable<Buffer>): Promise<boolean> {
  let text = '';
  for await (const chunk of body) {
    text += chunk.toString('utf8');
    if (text.length > MAX_BYTES) return false;
  }
  try {
    const { data } = JSON.parse(text) as { readonly data?: { readonly __typename?: unknown } };
    return typeof data?.__typename === 'string';
  } catch {
    return false;
  }
}
