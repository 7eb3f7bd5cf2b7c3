import { createServer } from 'node:http';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { parse } from 'graphql';
import { formatError } from './errors.js';
import { createTokenVerifier, TokenRefused } from './hub-token.js';
import { createResolvers } from './resolvers.js';

const PATH = '/graphql';
/** Largest request of the hub (its docs/adr/0002). */
const BODY_BYTES = 8 * 1024 * 1024;

/** The subgraph of one region over its books: /graphql for the gateway of the hub alone, /health/live and /health/ready. */
export async function createSubgraph(settings, books) {
  const { region, sdl, host, port } = settings;
  const app = express().disable('x-powered-by').disable('etag');
  const httpServer = createServer(app);
  const apollo = new ApolloServer({
    schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: createResolvers(region, books, sdl) }]),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    formatError,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer }),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  const callerOf = await createTokenVerifier(settings);
  addRoutes(app, apollo, callerOf, books);
  return {
    listen: () =>
      new Promise((resolve, reject) => {
        httpServer.once('error', reject);
        httpServer.listen(port, host, () => resolve(`http://${host}:${httpServer.address().port}${PATH}`));
      }),
    stop: () => apollo.stop(),
  };
}

function addRoutes(app, apollo, callerOf, books) {
  app.get(['/health/live', '/health/ready'], (_request, response) => response.json({ status: 'ready' }));
  app.post(
    PATH,
    // Before the body is read: who is not the gateway learns nothing and costs nothing.
    async (request, response, next) => {
      response.locals.caller = await callerOf(request.get('authorization'));
      if (books.isDemonstration) response.set('maillage-demonstration', 'true');
      next();
    },
    express.json({ limit: BODY_BYTES }),
    expressMiddleware(apollo, { context: async ({ res }) => ({ caller: res.locals.caller }) }),
  );
  app.all(PATH, (_request, response) => {
    answerError(response.set('Allow', 'POST'), 405, 'BAD_REQUEST', 'Send a POST request with a JSON body.');
  });
  app.use((_request, response) => answerError(response, 404, 'BAD_REQUEST', 'There is nothing at this address.'));
  // Express knows a handler of errors by its four parameters.
  app.use((error, _request, response, _next) => {
    if (error instanceof TokenRefused) return answerError(response, error.status, error.code, error.message);
    if (error.type === 'entity.too.large') {
      return answerError(response, 413, 'BODY_TOO_LARGE', `The body exceeds ${BODY_BYTES} bytes.`);
    }
    if (error.status < 500) return answerError(response, error.status, 'BAD_REQUEST', 'The body cannot be read.');
    console.error(error);
    return answerError(response, 500, 'INTERNAL_SERVER_ERROR', 'Something unexpected failed in this region.');
  });
}

function answerError(response, status, code, message) {
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
}
