import { createServer } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { subgraphSchema } from './federation.mjs';
import { callerOf } from './token.mjs';

const PATH = '/graphql';
const MAX_BODY = 8 * 1024 * 1024;

/** Serves the subgraph over HTTP. Whoever has no token of the hub gets 401, before anything is read. */
export async function serve({ port, host, keys, books }) {
  const yoga = createYoga({
    schema: subgraphSchema(books),
    graphqlEndpoint: PATH,
    graphiql: false,
    landingPage: false,
    batching: false,
    cors: false,
    logging: 'error',
    // Never the words of an unexpected error, in whatever environment the process believes to be.
    maskedErrors: { errorMessage: 'Something unexpected failed in this region.', isDev: false },
  });
  const server = createServer((request, response) => {
    answer({ request, response, yoga, keys, books }).catch(() => fail(response, 500, 'INTERNAL_SERVER_ERROR'));
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    url: `http://${host}:${server.address().port}${PATH}`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function answer({ request, response, yoga, keys, books }) {
  const { pathname } = new URL(request.url, 'http://subgraph.invalid');
  if (pathname.startsWith('/health/')) return void send(response, 200, { status: 'ready' });
  if (pathname !== PATH) return fail(response, 404, 'BAD_REQUEST');
  const caller = await callerOf(request.headers.authorization, keys);
  if (caller === undefined) return fail(response, 401, 'HUB_TOKEN_REFUSED');
  if (request.method !== 'POST') return fail(response, 405, 'BAD_REQUEST');
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return fail(response, 415, 'BAD_REQUEST');
  const body = await bodyOf(request);
  if (body === undefined) return fail(response, 413, 'BODY_TOO_LARGE');
  if (books.isDemonstration) response.setHeader('maillage-demonstration', 'true');
  const answered = await yoga.fetch(
    `http://subgraph.invalid${PATH}`,
    { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body },
    { caller },
  );
  response.writeHead(answered.status, { 'content-type': 'application/json' }).end(await answered.text());
}

/** The body of a request; undefined when it is larger than allowed, and then not read to its end. */
async function bodyOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function fail(response, status, code) {
  send(response, status, { errors: [{ message: `The request was refused: ${code}.`, extensions: { code } }] });
}

function send(response, status, body) {
  if (response.headersSent) return void response.destroy();
  // What is left of a body that is not read must not be taken for the next request.
  const headers = { 'content-type': 'application/json', ...(status >= 400 ? { connection: 'close' } : {}) };
  response.writeHead(status, headers).end(JSON.stringify(body));
}
