import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '../subgraphs/kit/log';
import { finishAnswerPlugin, formatError } from './answer';
import type { RunningEngine } from './create-engine';
import type { GatewayConfig } from './gateway-config';
import { PREFLIGHTED_HEADERS } from './limits';
import type { GatewayContext } from './request-context';
import { LEAST_RESERVED, reservedAliasRule, type SupergraphView } from './supergraph';
import { type GatewayMetrics, observeCoveragePlugin } from './telemetry';
import { observeUsagePlugin, type UsageRecorder } from './usage';

/** What the GraphQL server of a gateway is made of. */
export interface ServerDeps {
  readonly metrics: GatewayMetrics;
  /** Null when usage is not recorded. */
  readonly usage: UsageRecorder | null;
  readonly engine: RunningEngine;
  /** The supergraph that serves: another one after a swap. */
  readonly view: () => SupergraphView;
  readonly logger: Logger;
}

/** Builds the GraphQL server, not yet started. */
export function createServer(config: GatewayConfig, deps: ServerDeps): ApolloServer<GatewayContext> {
  const { engine, view, metrics, usage, logger } = deps;
  const reserved = () => (config.engine === 'stock' ? view().reservedNames : LEAST_RESERVED);
  return new ApolloServer<GatewayContext>({
    gateway: engine.gateway,
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
