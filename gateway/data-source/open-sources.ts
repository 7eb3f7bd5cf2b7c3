import type { AddressPolicy } from '../../subgraphs/kit/addresses';
import type { HubTokenSigner } from '../../subgraphs/kit/identity';
import type { Logger } from '../../subgraphs/kit/log';
import type { Member } from '../../subgraphs/kit/network';
import type { QuestionSigner } from '../../subgraphs/kit/signatures';
import {
  type BreakerConfig,
  type BreakerState,
  type BreakingClient,
  REGION_BREAKER,
  withBreaker,
} from './circuit-breaker';
import { collapseIdentical } from './collapse-identical';
import { isConformingLeaf, leafCheckOfRegion } from './leaf-checks';
import { type NATIONAL_SUBGRAPH, NationalDataSource, type REGISTRY_SUBGRAPH } from './national-data-source';
import { RegionalDataSource } from './regional-data-source';
import { signQuestions } from './signing-transport';
import { createSubgraphClient, type SubgraphClient } from './subgraph-client';
import type { SubgraphTransport, TransportConfig } from './subgraph-transport';
import { type OutcomeObserver, watchOutcomes } from './watch-outcomes';

/** What the log says when what is known of a region changes. */
const BREAKER_NEWS: Readonly<Record<BreakerState, string>> = {
  closed: 'a region answers again',
  'half-open': 'a region that is down is tried',
  open: 'a region is down and is spared',
};

/** How long subgraphs may take and how much they may answer. */
export interface DataSourcesConfig {
  readonly regionConnectMilliseconds: number;
  readonly regionHeadersMilliseconds: number;
  readonly regionDeadlineMilliseconds: number;
  readonly nationalDeadlineMilliseconds: number;
  readonly regionBodyLimitBytes: number;
  readonly regionConnections: number;
  /** Addresses that regions may have; null or absent: any. */
  readonly regionAddresses?: AddressPolicy | null;
  /** INSEE codes of regions whose questions are signed with their body whatever the network says. Absent: none. */
  readonly signedRegions?: readonly string[];
}

/** What the data sources are made of. */
export interface DataSourcesDeps {
  /** Shows subgraphs that the gateway asks, and on whose behalf. */
  readonly signer: HubTokenSigner;
  /** Signs questions to the regions that want them signed with their body. Absent: there are no such regions. */
  readonly questionSigner?: QuestionSigner;
  readonly logger: Logger;
  /** Told what becomes of every question to a subgraph. */
  readonly onOutcome?: OutcomeObserver;
  /** When a region counts as down. Absent: REGION_BREAKER. */
  readonly breaker?: BreakerConfig;
}

/** Opens a transport with the limits that all subgraphs share. */
export type OpenTransport = (options: Omit<TransportConfig, 'bodyLimitBytes' | 'connections'>) => SubgraphTransport;

/**
 * Puts together what asks one region. From the outside in: the request's own patience, one question for identical
 * ones, the measurement, the breaker, the checks, a signature where the region wants one, and the transport with its
 * deadline and one repetition.
 */
export function openRegionalSource(
  config: DataSourcesConfig,
  { logger, signer, questionSigner, onOutcome, breaker: breakerConfig }: DataSourcesDeps,
  open: OpenTransport,
  member: Member,
): { readonly breaker: BreakingClient; readonly source: RegionalDataSource } {
  const { region, url } = member;
  const deadlineMilliseconds = config.regionDeadlineMilliseconds;
  const plain = open({
    url,
    deadlineMilliseconds,
    connectMilliseconds: config.regionConnectMilliseconds,
    headersMilliseconds: config.regionHeadersMilliseconds,
    ...(config.regionAddresses == null ? {} : { addresses: config.regionAddresses }),
  });
  const transport = wantsSignatures(config, member) ? signQuestions(plain, url, signerOrThrow(questionSigner)) : plain;
  const checked = createSubgraphClient({ transport, isLeaf: leafCheckOfRegion(region.code) });
  const breaker = withBreaker(checked, breakerConfig ?? REGION_BREAKER, (state) =>
    logger.warn({ region: region.code, breaker: state }, BREAKER_NEWS[state]),
  );
  const watched = watchOutcomes(breaker, region.code, () => breaker.state(), onOutcome);
  const client = collapseIdentical(watched);
  return { breaker, source: new RegionalDataSource({ region, client, signer, logger, deadlineMilliseconds }) };
}

/** Whether questions to a region are signed with their body. */
export function wantsSignatures(
  { signedRegions = [] }: Pick<DataSourcesConfig, 'signedRegions'>,
  { region, signsBodies = false }: Member,
): boolean {
  return signsBodies || signedRegions.includes(region.code);
}

function signerOrThrow(signer: QuestionSigner | undefined): QuestionSigner {
  if (signer === undefined) throw new Error('A region wants signed bodies, and nothing signs them');
  return signer;
}

/** A subgraph of the hub's own. */
export interface CentralSubgraph {
  readonly name: typeof NATIONAL_SUBGRAPH | typeof REGISTRY_SUBGRAPH;
  readonly url: string;
}

/** The same for the hub's own, without a breaker: nothing can be answered without it, so sparing it wins nothing. */
export function openCentralSource(
  config: DataSourcesConfig,
  { logger, signer, onOutcome }: DataSourcesDeps,
  open: OpenTransport,
  { name: subgraph, url }: CentralSubgraph,
): { readonly client: SubgraphClient; readonly source: NationalDataSource } {
  const deadlineMilliseconds = config.nationalDeadlineMilliseconds;
  const transport = open({ url, deadlineMilliseconds, readsBadRequests: true });
  const checked = createSubgraphClient({ transport, isLeaf: isConformingLeaf });
  const client = collapseIdentical(watchOutcomes(checked, subgraph, () => 'closed', onOutcome));
  const source = new NationalDataSource({ subgraph, client, signer, logger, deadlineMilliseconds });
  return { client: checked, source };
}
