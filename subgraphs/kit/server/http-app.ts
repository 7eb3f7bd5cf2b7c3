import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { asHubError, HubError } from '../errors';
import type { HubTokenVerifier } from '../identity';
import type { Logger } from '../log';
import type { QuestionVerifier } from '../signatures';
import type { Tracing } from '../tracing';
import { authenticate } from './authenticate';
import { readBody } from './read-body';
import { currentNames, currentRequestId, withRequestId } from './request-id';
import { traceRequests } from './trace-requests';

/** Path of the GraphQL endpoint of every service. */
export const GRAPHQL_PATH = '/graphql';
/** Header of every answer of a service whose database holds demonstration rows. */
export const DEMONSTRATION_HEADER = 'maillage-demonstration';

/** Largest body of a question beside GraphQL, in bytes. */
const INTERNAL_BODY_BYTES = 4 * 1024;

/** A question that the gateway asks beside GraphQL: JSON by POST, JSON back. */
export interface InternalRoute {
  readonly path: string;
  /** Reads the gateway's tokens for this route alone, of an audience that no question of a client carries. */
  readonly tokens: HubTokenVerifier;
  /** Answers; throws a HubError for what it does not take. */
  readonly answer: (body: unknown) => Promise<object>;
  /** Largest body, in bytes; 4 KiB unless said. */
  readonly bodyBytes?: number;
}

/** Something that a service gives by GET; it lets in by itself whom it lets in. */
export interface PlainRoute {
  readonly path: string;
  readonly answer: RequestHandler;
}

/** What the HTTP face of a service needs. */
export interface HttpAppOptions {
  readonly name: string;
  readonly logger: Logger;
  /** Largest request body, decompressed, in bytes. */
  readonly bodyBytes: number;
  readonly tokens: HubTokenVerifier;
  /** Asks of every GraphQL question that the gateway has signed it with its body; undefined takes all. */
  readonly questions: QuestionVerifier | undefined;
  readonly routes: { readonly internal: readonly InternalRoute[]; readonly plain: readonly PlainRoute[] };
  /** Answers GraphQL requests. */
  readonly graphql: RequestHandler;
  /** Whether the database holds demonstration rows. */
  readonly isDemonstration: () => Promise<boolean>;
  /** Resolves when the service can answer; throws when it cannot. */
  readonly checkReady: () => Promise<void>;
  /** Whether the service is about to stop: it says so to load balancers and closes its connections. */
  readonly isStopping: () => boolean;
  /** Null when nothing is traced. */
  readonly tracing: Tracing | null;
}

/** The routes of a service: /graphql by POST, /health/live and /health/ready. Every error is JSON. */
export function createHttpApp(options: HttpAppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(withRequestId, (_request, response, next) => {
    if (options.isStopping()) response.setHeader('Connection', 'close');
    next();
  });
  app.get('/health/live', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'live' });
  });
  app.get('/health/ready', readiness(options));
  app.post(
    GRAPHQL_PATH,
    traceRequests(options.name, options.tracing),
    authenticate(options.tokens),
    demonstrationNotice(options),
    ...readBody(options),
    options.graphql,
  );
  for (const { path, tokens, answer, bodyBytes = INTERNAL_BODY_BYTES } of options.routes.internal) {
    const readSmallBody = express.json({ limit: bodyBytes, type: 'application/json' });
    app.post(path, authenticate(tokens), readSmallBody, async (request, response) => {
      response.set('Cache-Control', 'no-store').json(await answer(request.body));
    });
  }
  for (const { path, answer } of options.routes.plain) app.get(path, answer);
  app.all(GRAPHQL_PATH, (_request, response) => {
    response.set('Allow', 'POST');
    answerError(response, 405, 'BAD_REQUEST', 'Send a POST request with a JSON body.');
  });
  app.use((_request, response) => answerError(response, 404, 'BAD_REQUEST', 'There is nothing at this address.'));
  app.use(jsonErrors(options));
  return app;
}

function readiness({ name, logger, checkReady, isStopping }: HttpAppOptions): RequestHandler {
  return async (_request, response) => {
    response.set('Cache-Control', 'no-store');
    if (isStopping()) {
      response.status(503).json({ status: 'stopping' });
      return;
    }
    try {
      await checkReady();
      response.json({ status: 'ready' });
    } catch (error) {
      logger.warn({ err: error, ...currentNames() }, `${name} is not ready`);
      response.status(503).json({ status: 'not ready' });
    }
  };
}

function demonstrationNotice({ isDemonstration, logger }: HttpAppOptions): RequestHandler {
  return async (_request, response, next) => {
    try {
      if (await isDemonstration()) response.setHeader(DEMONSTRATION_HEADER, 'true');
    } catch (error) {
      // The database does not answer: the resolvers will say so.
      logger.warn({ err: error, ...currentNames() }, 'Whether the rows are demonstration rows is not known');
    }
    next();
  };
}

/** Refusals of the body parser and failures outside of GraphQL, as JSON and without a stack trace. */
function jsonErrors({ bodyBytes, logger, name }: HttpAppOptions): ErrorRequestHandler {
  return (error: { type?: unknown; status?: unknown }, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const known = asHubError(error);
    if (known !== undefined) {
      if (known.isReportable) logger.error({ err: known, requestId: currentRequestId() }, known.message);
      // Whoever asks has a token of the gateway: what stands on the way changes questions, or the settings do not fit.
      if (known.code === 'HUB_SIGNATURE_REFUSED') logger.warn(currentNames(), known.message);
      answerError(response, known.status, known.code, known.message);
      return;
    }
    if (error.type === 'entity.too.large') {
      const refusal = new HubError(
        'BODY_TOO_LARGE',
        `The body exceeds ${bodyBytes} bytes, the limit of "${name}". Ask for less at once.`,
        { limit: bodyBytes },
      );
      answerError(response, refusal.status, refusal.code, refusal.message, { limit: bodyBytes });
      return;
    }
    const status = typeof error.status === 'number' && error.status < 500 ? error.status : 500;
    if (status < 500) {
      answerError(response, status, 'BAD_REQUEST', 'The body cannot be read: send JSON in UTF-8.');
      return;
    }
    const requestId = currentRequestId();
    logger.error({ err: error, ...currentNames(), requestId }, 'Unexpected error outside of GraphQL');
    answerError(response, 500, 'INTERNAL_SERVER_ERROR', `Something unexpected failed in "${name}".`, { requestId });
  };
}

function answerError(
  response: Parameters<RequestHandler>[1],
  status: number,
  code: string,
  message: string,
  details: Readonly<Record<string, string | number>> = {},
): void {
  response.status(status).json({ errors: [{ message, extensions: { code, ...details } }] });
}
