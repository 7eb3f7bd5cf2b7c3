import { type Caller } from '../../subgraphs/kit/identity';
import type { Gateway } from '../../gateway';
import { type GatewayLimits, UNMETERED_LIMITS } from '../../gateway/limits';
import { startNational, startRegion, supergraphOf } from './gateway-network';
import { CONSOLIDATOR, identityOf } from './callers';
import { networkOf, type ReceivedQuestion, startGateway } from './gateway-servers';
import type { RawRequest } from './hostile-requests';

/** Gateways with limits over two fake regions and a fake national level. */
export interface GuardedNetwork {
  /**
   * Starts a gateway with these limits; clients' requests are not counted unless they say so. Whoever
   * asks is `caller`, a consolidator unless said otherwise.
   */
  start(overrides?: Partial<GatewayLimits>, isIntrospectable?: boolean, caller?: Caller): Promise<Gateway>;
  /** What the national level was asked. */
  readonly questions: ReceivedQuestion[];
  close(): Promise<void>;
}

/** What a client sees of an answer. */
export interface Seen {
  readonly status: number;
  /** Code of the first error. */
  readonly code: unknown;
  readonly body: { readonly data?: unknown; readonly errors?: readonly { readonly message: string }[] };
  readonly headers: Headers;
}

const CODES = ['11', '53'];

/** Starts the network without a gateway. */
export async function startGuardedNetwork(): Promise<GuardedNetwork> {
  const { supergraphSdl, nationalSdl } = supergraphOf(CODES);
  const regions = await Promise.all(CODES.map((code) => startRegion(code, 1_000)));
  const national = await startNational(nationalSdl, CODES);
  const urls = Object.fromEntries(CODES.map((code, index) => [code, regions[index]?.url ?? '']));
  return {
    start: (overrides = {}, isIntrospectable = true, caller = CONSOLIDATOR) =>
      startGateway(
        supergraphSdl,
        networkOf(national.url, urls),
        { limits: { ...UNMETERED_LIMITS, ...overrides }, isIntrospectable },
        identityOf(caller),
      ),
    questions: national.questions,
    close: async () => {
      await Promise.all([national, ...regions].map((server) => server.close()));
    },
  };
}

/** Sends a request as it is to the GraphQL address of a hub. */
export async function sendRaw(graphqlUrl: string, { method, search, headers, body }: RawRequest): Promise<Seen> {
  const sent = body === undefined || body === null || typeof body === 'string' ? (body ?? null) : new Uint8Array(body);
  const response = await fetch(`${graphqlUrl}${search}`, { method, headers: { ...headers }, body: sent });
  const text = await response.text();
  const read = JSON.parse(text) as Seen['body'] & { errors?: { extensions?: { code?: unknown } }[] };
  return { status: response.status, code: read.errors?.[0]?.extensions?.code, body: read, headers: response.headers };
}

/** Sends a request to a gateway. */
export function sendTo(gateway: Pick<Gateway, 'url'>, request: RawRequest): Promise<Seen> {
  return sendRaw(`${gateway.url}/graphql`, request);
}
