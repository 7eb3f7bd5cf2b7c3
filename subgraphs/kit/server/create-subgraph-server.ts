import { createServer, type IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApolloServer, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { expressMiddleware } from '@as-integrations/express5';
import type { Request, Response } from 'express';
import { parse } from 'graphql';
import { guardResolvers } from '../authorization';
import type { Caller, HubTokenVerifier } from '../identity';
import type { Logger } from '../log';
import type { QuestionVerifier } from '../signatures';
import type { Tracing } from '../tracing';
import { createErrorFormatter } from './format-error';
import { callerOf, subjectOf } from './authenticate';
import { createHttpApp, GRAPHQL_PATH, type InternalRoute, type PlainRoute } from './http-app';
import { listen } from './listen';
import { currentRequestId } from './request-id';
import type { ResolverMap } from './resolver-map';

/** Limits of a service. */
export interface ServerLimits {
  /** Largest request body, decompressed, in bytes. */
  readonly bodyBytes: number;
  /** Milliseconds for which an idle connection stays open: more than the client keeps it, or it resets requests. */
  readonly keepAliveTimeout: number;
  /** Milliseconds in which a stopping service still takes requests, each answered with `Connection: close`. */
  readonly drainDelay: number;
  /** Milliseconds that requests under way get to end. */
  readonly stopGrace: number;
}

/** Limits unless configured: a breakdown of 18 regions at the cap of cells fits in 8 MB. */
export const DEFAULT_SERVER_LIMITS: ServerLimits = {
  bodyBytes: 8 * 1024 * 1024,
  keepAliveTimeout: 65_000,
  drainDelay: 200,
  stopGrace: 10_000,
};

/** The request that a context is made for. */
export interface IncomingRequest {
  readonly headers: IncomingHttpHeaders;
  /** Identifier quoted in errors and passed on. */
  readonly requestId: string;
  /** On whose behalf the gateway asks. */
  readonly caller: Caller;
  /** Who the caller is; said for mutations only. */
  readonly subject: string | undefined;
}

/** What a subgraph is made of. */
export interface SubgraphServerOptions<Context extends BaseContext> {
  /** Name of the subgraph in the supergraph: "region-53". */
  readonly name: string;
  /** SDL that it publishes. What it says of who may ask is held against `caller` of the context. */
  readonly typeDefs: string;
  readonly resolvers: ResolverMap;
  readonly createContext: (request: IncomingRequest) => Context | Promise<Context>;
  readonly logger: Logger;
  /** Reads the token of the gateway, without which nothing is answered, `_service` included. */
  readonly tokens: HubTokenVerifier;
  /** Asks of every GraphQL question that the gateway has signed it with its body; all are taken unless said. */
  readonly questions?: QuestionVerifier | undefined;
  /** What the gateway asks beside GraphQL; nothing unless said. */
  readonly internalRoutes?: readonly InternalRoute[];
  /** What it gives by GET; nothing unless said. */
  readonly plainRoutes?: readonly PlainRoute[];
  /** TCP port; 0 lets the system choose. */
  readonly port: number;
  /** Address to listen on, 127.0.0.1 unless said. */
  readonly host?: string;
  readonly limits?: Partial<ServerLimits>;
  /** Whether introspection is answered, true unless said; `_service` always is, since composition needs it. */
  readonly introspection?: boolean;
  /** Whether the database holds demonstration rows; never unless said. */
  readonly isDemonstration?: () => Promise<boolean>;
  /** Resolves when the service can answer (its database does); throws when it cannot. */
  readonly checkReady?: () => Promise<void>;
  /** Where spans of requests go; nothing is traced unless said. Its owner stops it. */
  readonly tracing?: Tracing | null;
}

/** A subgraph that listens. */
export interface SubgraphServer {
  /** URL of its GraphQL endpoint. */
  readonly url: string;
  /** Stops accepting, lets requests under way end, closes. Can be called again without effect. */
  stop(): Promise<void>;
}

/** Starts a subgraph over HTTP. Throws PORT_IN_USE when it cannot listen. */
export async function createSubgraphServer<Context extends BaseContext>(
  options: SubgraphServerOptions<Context>,
): Promise<SubgraphServer> {
  const { name, logger, host = '127.0.0.1' } = options;
  const limits = { ...DEFAULT_SERVER_LIMITS, ...options.limits };
  let isStopping = false;
  const httpServer = createServer();
  const apollo = createApollo(options, httpServer, limits);
  await apollo.start();
  const app = createHttpApp({
    name,
    logger,
    bodyBytes: limits.bodyBytes,
    tokens: options.tokens,
    questions: options.questions,
    graphql: expressMiddleware(apollo, {
      context: async ({ req, res }) => options.createContext(incomingRequest(req, res)),
    }),
    routes: { internal: options.internalRoutes ?? [], plain: options.plainRoutes ?? [] },
    isDemonstration: options.isDemonstration ?? (() => Promise.resolve(false)),
    checkReady: options.checkReady ?? (() => Promise.resolve()),
    isStopping: () => isStopping,
    tracing: options.tracing ?? null,
  });
  httpServer.on('request', app);
  httpServer.keepAliveTimeout = limits.keepAliveTimeout;
  httpServer.headersTimeout = limits.keepAliveTimeout + 1_000;
  let port: number;
  try {
    port = await listen(httpServer, options.port, host);
  } catch (error) {
    await apollo.stop();
    throw error;
  }
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    isStopping = true;
    await sleep(limits.drainDelay);
    await apollo.stop();
  };
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}${GRAPHQL_PATH}`,
    stop: () => (stopped ??= stop()),
  };
}

function incomingRequest({ headers }: Request, response: Response): IncomingRequest {
  return { headers, requestId: currentRequestId(), caller: callerOf(response), subject: subjectOf(response) };
}

function createApollo<Context extends BaseContext>(
  options: SubgraphServerOptions<Context>,
  httpServer: ReturnType<typeof createServer>,
  limits: ServerLimits,
): ApolloServer<Context> {
  const { name, logger, typeDefs, resolvers } = options;
  return new ApolloServer<Context>({
    // The array form: the object form drops resolvers of later modules.
    schema: buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers: guardResolvers(typeDefs, resolvers) }]),
    logger,
    introspection: options.introspection ?? true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    formatError: createErrorFormatter(name, logger),
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: limits.stopGrace }),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
}
