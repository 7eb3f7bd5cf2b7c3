import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '../subgraphs/kit/log';
import { finishAnswerPlugin, formatError } from './answer';
import { servedSupergraph } from './authorization';
import type { DataSources } from './data-source';
import { createHubEngine } from './engine';
import type { GatewayConfig } from './gateway-config';
import { PREFLIGHTED_HEADERS } from './limits';
import type { StartPlanner } from './plans';
import type { GatewayContext } from './request-context';
import { LEAST_RESERVED, reservedAliasRule, type SupergraphView } from './supergraph';
import { type GatewayMetrics, observeCoveragePlugin } from './telemetry';
import { observeUsagePlugin, type UsageRecorder } from './usage';

/**
 * Most plans the planner weighs for one query. The hub's fields have one owner each, so one plan is the rule
 * (measured); the cap bounds what a hostile query can cost.
 */
const MAX_EVALUATED_PLANS = 100;

/** What planning may cost: time for one operation, operations that wait, time to build a planner. */
export const PLANNING = {
  maxEvaluatedPlans: MAX_EVALUATED_PLANS,
  planningMilliseconds: 2_000,
  maxWaiting: 64,
  buildMilliseconds: 60_000,
};

/** What the GraphQL server of a gateway is made of. */
export interface ServerDeps {
  readonly metrics: GatewayMetrics;
  /** Null when usage is not recorded. */
  readonly usage: UsageRecorder | null;
  readonly supergraphSdl: string;
  /** The supergraph that serves: another one after a swap. */
  readonly serving: { supergraph: SupergraphView };
  readonly dataSources: DataSources;
  readonly startPlanner: StartPlanner;
  readonly logger: Logger;
}

type Engine = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];

/** Builds the GraphQL server, not yet started, on the engine that the configuration names. */
export async function createServer(config: GatewayConfig, deps: ServerDeps): Promise<ApolloServer<GatewayContext>> {
  const { serving, metrics, usage, logger } = deps;
  const gateway = await createEngine(config, deps);
  const reserved = () => (config.engine === 'stock' ? serving.supergraph.reservedNames : LEAST_RESERVED);
  return new ApolloServer<GatewayContext>({
    gateway,
    introspection: config.isIntrospectable,
    // "Did you mean" would tell field by field what introspection does not.
    hideSchemaDetailsFromClientErrors: true,
    validationRules: [reservedAliasRule(reserved)],
    formatError,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: { requestHeaders: [...PREFLIGHTED_HEADERS] },
    allowBatchedHttpRequests: false,
    // Automatic persisted queries can be poisoned, and save little here.
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger,
    plugins: [
      finishAnswerPlugin(logger, { knowsPlaces: config.engine === 'maillage' }),
      observeCoveragePlugin(metrics),
      ...(usage === null ? [] : [observeUsagePlugin(usage)]),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      // The default page loads scripts from outside.
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}

async function createEngine(config: GatewayConfig, deps: ServerDeps): Promise<Engine> {
  const { supergraphSdl, serving, dataSources, metrics, startPlanner, logger } = deps;
  if (config.engine === 'maillage') {
    return createHubEngine({
      supergraphSdl,
      startPlanner,
      service: (name) => dataSources.forSubgraph(name),
      onServe: (view) => {
        serving.supergraph = view;
      },
      onPlan: (result, size) => metrics.recordPlan(result, size),
      logger,
    });
  }
  // Loaded only when it is used: it is large.
  const { ApolloGateway } = await import('@apollo/gateway');
  return new ApolloGateway({
    supergraphSdl: servedSupergraph(supergraphSdl),
    buildService: ({ name }) => dataSources.forSubgraph(name),
    queryPlannerConfig: { debug: { maxEvaluatedPlans: MAX_EVALUATED_PLANS } },
    logger,
  });
}
