import type { JSONWebKeySet } from 'jose';
import type { ApolloServer } from '@apollo/server';
import express, { type Express, type RequestHandler, type Response } from 'express';
import type { Logger } from '../../subgraphs/kit/log';
import { identityOf } from '../identity';
import { createRequestBudget } from '../request-budget';
import type { Guard } from '../limits';
import { createGatewayContext, type GatewayContext } from '../request-context';
import type { Tracing } from '../../subgraphs/kit/tracing';
import { answerMetrics, createRequestTraces, type GatewayMetrics, observeRequests } from '../telemetry';
import { answerGraphql } from './answer-graphql';
import { mapRoutes, type MapService } from '../map';
import { askAnonymously } from './ask-anonymously';
import { answerHttpErrors, parseBody } from './body-parsing';
import { createSharedAnswers, type SharedAnswers } from './shared-answers';
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
  readonly map: MapService;
  readonly metrics: GatewayMetrics;
  /** What subgraphs check the gateway's tokens with. */
  readonly publicKeys: JSONWebKeySet;
  /** Null when nothing is traced. */
  readonly tracing: Tracing | null;
  /** Addresses of proxies whose `x-forwarded-for` is believed. */
  readonly trustedProxies: readonly string[];
}

/** Routes: `/graphql`, `/map`, `/health/live`, `/health/ready`, `/metrics`, `/.well-known/jwks.json`; anything else is 404. Every answer but the metrics is JSON. */
export function createApp(deps: AppDeps): Express {
  const { server, guard, generation, requestDeadlineMilliseconds, trustedProxies, publicKeys } = deps;
  const shared = createSharedAnswers(deps.sharedAnswerMilliseconds);
  const askFor = askAnonymously({ server, shared, generation, requestDeadlineMilliseconds });
  const app = express();
  app.set('trust proxy', trustedProxies.length > 0 ? [...trustedProxies] : false);
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(identifyRequest);
  app.use((_request, response, next) => {
    response.set('x-content-type-options', 'nosniff');
    next();
  });
  app.use('/graphql', observeRequests(deps.metrics), ...graphqlSteps(deps, shared));
  app.use('/map', mapRoutes({ map: deps.map, admit: guard.beforeReading, askFor }));
  app.get('/health/live', answerLive);
  app.get('/health/ready', answerReady(deps.readiness));
  app.get('/metrics', answerMetrics(deps.metrics));
  app.get('/.well-known/jwks.json', (_request, response) => {
    response.set('cache-control', 'public, max-age=300').json(publicKeys);
  });
  app.use((_request, response) => {
    response.status(404).json({ status: 'not found' });
  });
  app.use(answerHttpErrors(deps.requestBodyLimitBytes, deps.logger));
  return app;
}

/** What a request to `/graphql` goes through, in this order. */
function graphqlSteps(deps: AppDeps, shared: SharedAnswers): readonly RequestHandler[] {
  const { server, guard, generation, requestBodyLimitBytes, requestDeadlineMilliseconds } = deps;
  const traces = createRequestTraces(deps.tracing, guard.admitted);
  const contextOf = (response: Response) =>
    createGatewayContext(
      requestIdOf(response),
      createRequestBudget(requestDeadlineMilliseconds),
      identityOf(response).caller,
      traces.of(response),
      identityOf(response).subject,
    );
  return [
    ...traces.handlers,
    ...guard.beforeBody,
    ...parseBody(requestBodyLimitBytes),
    guard.afterBody,
    answerGraphql({ server, admitted: guard.admitted, traces, generation, shared, contextOf }),
  ];
}
