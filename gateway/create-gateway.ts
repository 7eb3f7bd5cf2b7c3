import type { Logger } from '../subgraphs/kit/log';
import type { Network } from '../subgraphs/kit/network';
import { createTracing, type Tracing } from '../subgraphs/kit/tracing';
import { PLANNING } from './create-engine';
import { createServer } from './create-server';
import { createDataSources, type OutcomeObserver } from './data-source';
import { type GatewayConfig, GRACE_MILLISECONDS, KEEP_ALIVE_MILLISECONDS } from './gateway-config';
import { type GatewayIdentity, identityOf } from './identity';
import type { KnownOperation } from './engine';
import { createApp, createGracefulServer, rememberBriefly } from './http';
import { createGuard, type GatewayLimits, readRegisteredOperations, UNMETERED_LIMITS } from './limits';
import { plannerThreads, type StartPlanner } from './plans';
import { createMapService, drawInThread, type DrawMap } from './map';
import { createServing } from './serving';
import type { ServedNetwork } from './supergraph-source';
import { createGatewayMetrics } from './telemetry';
import { createUsagePush, openUsage } from './usage';

/** What a gateway needs beside its settings. */
export interface GatewayDeps {
  readonly network: Network;
  readonly supergraphSdl: string;
  /** Tells this supergraph and network from any other; shown in the metrics. */
  readonly digest?: string;
  readonly logger: Logger;
  /** How callers are known, and how the gateway shows itself to subgraphs. */
  readonly identity: GatewayIdentity;
  /** Told what becomes of every question to a subgraph. */
  readonly onOutcome?: OutcomeObserver;
  /** Where plans are made; in a thread of their own unless told otherwise. */
  readonly startPlanner?: StartPlanner;
  /** Where the map is drawn; in a thread of its own unless told otherwise. */
  readonly drawMap?: DrawMap;
  /** Where spans go; the gateway stops it. Absent: as the settings say. */
  readonly tracing?: Tracing;
  /** What clients ask of other processes of the gateway, planned before this one serves. */
  readonly known?: readonly KnownOperation[];
  /** The metrics of all processes of the gateway, where there are several; its own unless given. */
  readonly metricsOfAll?: () => Promise<string>;
}

/** A gateway that serves. */
export interface Gateway {
  /** Address of the gateway, without a path: GraphQL is at `/graphql`. */
  readonly url: string;
  /**
   * Serves another supergraph and network: plans the most used operations first, then takes both in one step.
   * Requests that began before end on those before; subgraphs that stay at their address keep their connections.
   * Rejects, and goes on as before, with SUPERGRAPH_INVALID, SUPERGRAPH_UNSUPPORTED, NETWORK_MISMATCH,
   * PLANNING_FAILED, or SWAP_UNSUPPORTED with the stock engine.
   */
  serve(next: ServedNetwork): Promise<void>;
  /** What clients ask most. */
  mostUsed(): Promise<readonly KnownOperation[]>;
  /** Its own metrics, as objects of prom-client. */
  metrics(): Promise<readonly object[]>;
  /** Turns readiness off, drains, closes. A second call of either end waits for the first. */
  stop(): Promise<void>;
  /** Ends while others serve the port: takes no new connection, and says goodbye on those it has. */
  retire(): Promise<void>;
}

/**
 * Starts a gateway: resolves once it listens. Throws NETWORK_MISMATCH when supergraph and network disagree,
 * OUTLINES_INVALID and PORT_IN_USE. Reads no environment; APOLLO_TELEMETRY_DISABLED=1 has to be set before, or @apollo/gateway
 * calls home.
 */
export async function createGateway(config: GatewayConfig, deps: GatewayDeps): Promise<Gateway> {
  const parts = await createParts(config, deps);
  const { app, server, serving, dataSources, metrics, usage, tracing } = parts;
  const http = createGracefulServer(
    app(() => http.isStopping()),
    {
      drainMilliseconds: config.drainMilliseconds,
      graceMilliseconds: GRACE_MILLISECONDS,
      keepAliveMilliseconds: KEEP_ALIVE_MILLISECONDS,
    },
  );
  const close = async () => {
    await server.stop();
    metrics.close();
    await dataSources.close();
    await Promise.all([usage?.stop(), tracing?.stop()]);
    await deps.identity.close?.();
  };
  try {
    const url = await http.listen(config.port, config.host);
    metrics.forgetLag();
    let ended: Promise<void> | undefined;
    return {
      url,
      serve: (next) => serving.serve(next),
      mostUsed: () => serving.engine.mostUsed(),
      metrics: () => metrics.snapshot(),
      stop: () => (ended ??= http.stop().then(close)),
      retire: () => (ended ??= http.retire().then(close)),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function planningOf({ planningMilliseconds = PLANNING.planningMilliseconds }: GatewayConfig) {
  return { ...PLANNING, planningMilliseconds };
}

/** Builds everything but the listening: data sources, engine, limits, metrics, routes. */
async function createParts(config: GatewayConfig, deps: GatewayDeps) {
  const map = await openMap(config, deps);
  const { network, supergraphSdl, digest = '', logger, identity, onOutcome } = deps;
  const { startPlanner = plannerThreads(planningOf(config)), known = [] } = deps;
  const limits = config.limits ?? UNMETERED_LIMITS;
  const registered = await readRegisteredOperations(limits.publicOperationsFile);
  const usage = await openUsage(usagePlaces(config, deps), logger);
  const tracing = deps.tracing ?? (await tracingOfGateway(config, logger));
  const metrics = createGatewayMetrics();
  const dataSources = openDataSources(config, deps, (outcome) => {
    metrics.recordRegion(outcome);
    onOutcome?.(outcome);
  });
  const first = { supergraphSdl, network, digest };
  const serving = await createServing(config, { first, dataSources, startPlanner, known, metrics, logger });
  const { engine, view } = serving;
  const server = createServer(config, { engine, view, metrics, usage, logger });
  try {
    await server.start();
  } catch (error) {
    await dataSources.close();
    throw error;
  }
  const guard = createGuard(limits, {
    schema: () => view().schema,
    authorization: () => view().authorization,
    registered,
    identify: identity.identify,
    mayIntrospect: (response) => config.isIntrospectable && identityOf(response).subject !== undefined,
  });
  const isNationalReachable = rememberBriefly(() => serving.isNationalReachable());
  const app = (isStopping: () => boolean) =>
    createApp({
      ...appSettings(config, limits),
      server,
      guard,
      map,
      metrics: { ...metrics, text: deps.metricsOfAll ?? metrics.text },
      publicKeys: identity.publicKeys,
      tracing,
      generation: () => serving.generation(),
      logger,
      readiness: async () => ({
        isStopping: isStopping(),
        hasSupergraph: true,
        isNationalReachable: await isNationalReachable(),
      }),
    });
  return { app, server, serving, dataSources, metrics, usage, tracing };
}

async function openMap({ mapOutlines = null }: GatewayConfig, { drawMap = drawInThread }: GatewayDeps) {
  const map = createMapService(drawMap, mapOutlines);
  await map.check();
  return map;
}

function openDataSources(config: GatewayConfig, { logger, identity }: GatewayDeps, onOutcome: OutcomeObserver) {
  const { signer, questionSigner } = identity;
  return createDataSources(config, { logger, signer, questionSigner, onOutcome });
}

function appSettings(config: GatewayConfig, { trustedProxies }: GatewayLimits) {
  const { requestBodyLimitBytes, requestDeadlineMilliseconds, sharedAnswerMilliseconds = 0 } = config;
  return { trustedProxies, requestBodyLimitBytes, requestDeadlineMilliseconds, sharedAnswerMilliseconds };
}

/** Clients may name their own traces, but not how many of them are kept. */
function tracingOfGateway(config: GatewayConfig, logger: Logger): Promise<Tracing | null> {
  return createTracing(config.tracing ?? null, { service: 'maillage-gateway', followsCaller: false, logger });
}

/** Usage goes into files where a folder is named, and to the registry where one is followed. */
function usagePlaces({ usageDirectory, registry }: GatewayConfig, { identity, logger }: GatewayDeps) {
  const push = registry == null ? null : createUsagePush({ url: registry.url, signer: identity.signer, logger });
  return { directory: usageDirectory ?? null, push };
}
