import type { Logger } from '../subgraphs/kit/log';
import type { Network } from '../subgraphs/kit/network';
import { createTracing, type Tracing } from '../subgraphs/kit/tracing';
import { createServer, PLANNING } from './create-server';
import { createDataSources, type OutcomeObserver } from './data-source';
import type { GatewayConfig } from './gateway-config';
import { type GatewayIdentity, identityOf } from './identity';
import { createApp, createGracefulServer, rememberBriefly } from './http';
import { createGuard, readRegisteredOperations, UNMETERED_LIMITS } from './limits';
import { plannerThreads, type StartPlanner } from './plans';
import { readSupergraph } from './supergraph';
import { createGatewayMetrics } from './telemetry';
import { openUsage } from './usage';

/** What a gateway needs beside its settings. */
export interface GatewayDeps {
  readonly network: Network;
  readonly supergraphSdl: string;
  readonly logger: Logger;
  /** How callers are known, and how the gateway shows itself to subgraphs. */
  readonly identity: GatewayIdentity;
  /** Told what becomes of every question to a subgraph. */
  readonly onOutcome?: OutcomeObserver;
  /** Where plans are made; in a thread of their own unless told otherwise. */
  readonly startPlanner?: StartPlanner;
  /** Where spans go; the gateway stops it. Absent: as the settings say. */
  readonly tracing?: Tracing;
}

/** A gateway that serves. */
export interface Gateway {
  /** Address of the gateway, without a path: GraphQL is at `/graphql`. */
  readonly url: string;
  /** Turns readiness off, drains, closes. A second call waits for the first. */
  stop(): Promise<void>;
}

/** Milliseconds that requests under way may take once a stopping gateway takes no new ones. */
const GRACE_MILLISECONDS = 10_000;

/**
 * Starts a gateway: resolves once it listens. Throws CONFIG_INVALID when supergraph and network disagree and
 * PORT_IN_USE. Reads no environment; APOLLO_TELEMETRY_DISABLED=1 has to be set before, or @apollo/gateway
 * calls home.
 */
export async function createGateway(config: GatewayConfig, deps: GatewayDeps): Promise<Gateway> {
  const parts = await createParts(config, deps);
  const { app, server, dataSources, metrics, usage, tracing } = parts;
  const http = createGracefulServer(
    app(() => http.isStopping()),
    {
      drainMilliseconds: config.drainMilliseconds,
      graceMilliseconds: GRACE_MILLISECONDS,
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
    let stopped: Promise<void> | undefined;
    return { url, stop: () => (stopped ??= http.stop().then(close)) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Builds everything but the listening: data sources, engine, limits, metrics, routes. */
async function createParts(config: GatewayConfig, deps: GatewayDeps) {
  const { network, supergraphSdl, logger, identity, onOutcome, startPlanner = plannerThreads(PLANNING) } = deps;
  const serving = { supergraph: readSupergraph(supergraphSdl) };
  const schema = () => serving.supergraph.schema;
  const limits = config.limits ?? UNMETERED_LIMITS;
  const registered = await readRegisteredOperations(limits.publicOperationsFile);
  const usage = await openUsage(config.usageDirectory ?? null, logger);
  const tracing = deps.tracing ?? (await tracingOfGateway(config, logger));
  const metrics = createGatewayMetrics();
  const observe: OutcomeObserver = (outcome) => {
    metrics.recordRegion(outcome);
    onOutcome?.(outcome);
  };
  const { signer } = identity;
  const dataSources = createDataSources(config, { network, schema, logger, signer, onOutcome: observe });
  const serverDeps = { supergraphSdl, serving, dataSources, metrics, usage, startPlanner, logger };
  const server = await createServer(config, serverDeps);
  try {
    await server.start();
  } catch (error) {
    await dataSources.close();
    throw error;
  }
  const guard = createGuard(limits, {
    schema,
    authorization: () => serving.supergraph.authorization,
    registered,
    identify: identity.identify,
    mayIntrospect: (response) => config.isIntrospectable && identityOf(response).subject !== undefined,
  });
  const isNationalReachable = rememberBriefly(() => dataSources.isNationalReachable());
  const app = (isStopping: () => boolean) =>
    createApp({
      server,
      guard,
      metrics,
      publicKeys: identity.publicKeys,
      tracing,
      trustedProxies: limits.trustedProxies,
      requestBodyLimitBytes: config.requestBodyLimitBytes,
      requestDeadlineMilliseconds: config.requestDeadlineMilliseconds,
      logger,
      readiness: async () => ({
        isStopping: isStopping(),
        hasSupergraph: true,
        isNationalReachable: await isNationalReachable(),
      }),
    });
  return { app, server, dataSources, metrics, usage, tracing };
}

/** Clients may name their own traces, but not how many of them are kept. */
function tracingOfGateway(config: GatewayConfig, logger: Logger): Promise<Tracing | null> {
  return createTracing(config.tracing ?? null, { service: 'maillage-gateway', followsCaller: false, logger });
}
