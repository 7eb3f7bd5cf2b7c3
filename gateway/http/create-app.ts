import type { JSONWebKeySet } from 'jose';
import type { ApolloServer } from '@apollo/server';
import express, { type Express } from 'express';
import type { Logger } from '../../subgraphs/kit/log';
import { identityOf } from '../identity';
import { createRequestBudget } from '../request-budget';
import type { Guard } from '../limits';
import { createGatewayContext, type GatewayContext } from '../request-context';
import type { Tracing } from '../../subgraphs/kit/tracing';
import { answerMetrics, createRequestTraces, type GatewayMetrics, observeRequests } from '../telemetry';
import { answerGraphql } from './answer-graphql';
import { answerHttpErrors, parseBody } from './body-parsing';
import { answerLive, answerReady, type Readiness } from './health';
import { identifyRequest, requestIdOf } from './request-id';

/** What the HTTP side of the gateway is made of. */
export interface AppDeps {
  /** Started. */
  readonly server: ApolloServer<GatewayContext>;
  readonly readiness: () => Promise<Readiness>;
  readonly requestBodyLimitBytes: number;
  /** Time for one request, from its body read. */
  readonly requestDeadlineMilliseconds: number;
  /** Which supergraph and network serve: answers are shared only among requests that one served. */
  readonly generation: () => number;
  /** Milliseconds for which an answer serves identical requests beyond the time in which it is made. */
  readonly sharedAnswerMilliseconds: number;
  readonly logger: Logger;
  /** The limits that every request to `/graphql` is held against. */
  readonly guard: Guard;
  readonly metrics: GatewayMetrics;
  /** What subgraphs check the gateway's tokens with. */
  readonly publicKeys: JSONWebKeySet;
  /** Null when nothing is traced. */
  readonly tracing: Tracing | null;
  /** Addresses of proxies whose `x-forwarded-for` is believed. */
  readonly trustedProxies: readonly string[];
}

/** Routes: `/graphql`, `/health/live`, `/health/ready`, `/metrics`, `/.well-known/jwks.json`; anything else is 404. Every answer but the metrics is JSON. */
export function createApp(deps: AppDeps): Express {
  const { server, readiness, requestBodyLimitBytes, requestDeadlineMilliseconds } = deps;
  const { logger, guard, metrics, publicKeys, trustedProxies } = deps;
  const traces = createRequestTraces(deps.tracing, guard.admitted);
  const app = express();
  app.set('trust proxy', trustedProxies.length > 0 ? [...trustedProxies] : false);
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(identifyRequest);
  app.use((_request, response, next) => {
    response.set('x-content-type-options', 'nosniff');
    next();
  });
  app.use(
    '/graphql',
    observeRequests(metrics),
    ...traces.handlers,
    ...guard.beforeBody,
    parseBody(requestBodyLimitBytes),
    guard.afterBody,
    answerGraphql({
      server,
      admitted: guard.admitted,
      traces,
      generation: deps.generation,
      sharedAnswerMilliseconds: deps.sharedAnswerMilliseconds,
      contextOf: (response) =>
        createGatewayContext(
          requestIdOf(response),
          createRequestBudget(requestDeadlineMilliseconds),
          identityOf(response).caller,
          traces.of(response),
          identityOf(response).subject,
        ),
    }),
  );
  app.get('/health/live', answerLive);
  app.get('/health/ready', answerReady(readiness));
  app.get('/metrics', answerMetrics(metrics));
  app.get('/.well-known/jwks.json', (_request, response) => {
    response.set('cache-control', 'public, max-age=300').json(publicKeys);
  });
  app.use((_request, response) => {
    response.status(404).json({ status: 'not found' });
  });
  app.use(answerHttpErrors(requestBodyLimitBytes, logger));
  return app;
}
