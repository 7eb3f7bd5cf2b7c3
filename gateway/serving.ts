import { HubError } from '../subgraphs/kit/errors';
import type { Logger } from '../subgraphs/kit/log';
import type { Network } from '../subgraphs/kit/network';
import { createEngine, type RunningEngine } from './create-engine';
import type { KnownOperation } from './engine';
import { type DataSources, NATIONAL_SUBGRAPH, type NetworkSources, REGISTRY_SUBGRAPH } from './data-source';
import type { GatewayConfig } from './gateway-config';
import type { StartPlanner } from './plans';
import type { SupergraphView } from './supergraph';
import type { ServedNetwork } from './supergraph-source';
import { type GatewayMetrics, watchBlocking } from './telemetry';

/** What a gateway serves: one supergraph with its network at a time. */
export interface Serving {
  readonly engine: RunningEngine;
  /** Throws before the engine has loaded. */
  view(): SupergraphView;
  /** Another number each time that a supergraph, or its network, begins to serve. */
  generation(): number;
  isNationalReachable(): Promise<boolean>;
  /** Serves another one; see Gateway. */
  serve(next: ServedNetwork): Promise<void>;
}

/** What it is made of. */
export interface ServingDeps {
  readonly first: ServedNetwork;
  readonly dataSources: DataSources;
  readonly startPlanner: StartPlanner;
  readonly known: readonly KnownOperation[];
  readonly metrics: GatewayMetrics;
  readonly logger: Logger;
}

/** Builds the engine on the first supergraph, and what replaces it. */
export async function createServing(config: GatewayConfig, deps: ServingDeps): Promise<Serving> {
  const { first, dataSources, startPlanner, known, metrics, logger } = deps;
  let current: SupergraphView | undefined;
  let generation = 0;
  let sources: NetworkSources | undefined;
  const open = (network: Network, view: SupergraphView) => {
    checkAgreement(view, network);
    return dataSources.ofNetwork(network, view.schema);
  };
  const engine = await createEngine(config, {
    supergraphSdl: first.supergraphSdl,
    services: (view) => (sources = open(first.network, view)),
    startPlanner,
    known,
    logger,
    onPlan: (result, size) => metrics.recordPlan(result, size),
    onServe: (view) => {
      current = view;
      generation += 1;
    },
  });
  metrics.recordServed(first.digest);

  async function swap({ supergraphSdl, network, digest }: ServedNetwork): Promise<void> {
    let opened: NetworkSources | undefined;
    await engine.swap(supergraphSdl, (view) => (opened = open(network, view)));
    sources = opened ?? sources;
    metrics.recordServed(digest);
  }

  return {
    engine,
    view: () => loaded(current),
    generation: () => generation,
    isNationalReachable: async () => (await sources?.isNationalReachable()) ?? false,
    serve: (next) => measured(() => swap(next), metrics),
  };
}

/** Measures a swap: how long it takes, and how long it keeps the event loop. */
async function measured(swap: () => Promise<void>, metrics: GatewayMetrics): Promise<void> {
  const startedAt = performance.now();
  const blocking = watchBlocking();
  const record = (outcome: 'served' | 'refused') =>
    metrics.recordSwap({
      outcome,
      milliseconds: performance.now() - startedAt,
      blockedMilliseconds: blocking(),
    });
  await swap().then(
    () => record('served'),
    (error: unknown) => {
      record('refused');
      throw error;
    },
  );
}

function loaded(view: SupergraphView | undefined): SupergraphView {
  if (view === undefined) throw new Error('The gateway was asked before its engine had loaded');
  return view;
}

/** A member that the supergraph lacks would silently be missing from every answer. */
function checkAgreement({ subgraphs }: SupergraphView, { members, registryUrl }: Network): void {
  const central = registryUrl == null ? [NATIONAL_SUBGRAPH] : [NATIONAL_SUBGRAPH, REGISTRY_SUBGRAPH];
  const named = new Set([...central, ...members.map(({ region }) => region.subgraph)]);
  const strangers = subgraphs.filter((name) => !named.has(name));
  const absent = [...named].filter((name) => !subgraphs.includes(name));
  if (strangers.length + absent.length === 0) return;
  const problems = [
    ...(strangers.length === 0 ? [] : [`only the supergraph holds ${strangers.join(', ')}`]),
    ...(absent.length === 0 ? [] : [`only the network file holds ${absent.join(', ')}`]),
  ];
  throw new HubError('NETWORK_MISMATCH', `Supergraph and network disagree: ${problems.join('; ')}. Compose again.`, {
    strangers,
    absent,
  });
}
