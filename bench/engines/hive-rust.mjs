/** Hive Gateway with the Rust query planner and executor of @graphql-hive/router-runtime, the default settings. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

import { subgraphTokens } from '../lib/tokens.mjs';

process.on('disconnect', () => process.exit(0));
const supergraph = await readFile(process.env.SUPERGRAPH_FILE, 'utf8');
// The canned regions ask for no token; the national subgraph does, and so do real regions.
const audiences = (process.env.TOKEN_AUDIENCES ?? 'national').split(',');
const tokenOf = await subgraphTokens(audiences);
const runtime = createGatewayRuntime({
  supergraph,
  unifiedGraphHandler,
  logging: 'error',
  propagateHeaders: {
    fromClientToSubgraphs: ({ subgraphName }) =>
      audiences.includes(subgraphName) ? { authorization: tokenOf(subgraphName) } : undefined,
  },
});
const server = createServer(runtime);
server.listen(0, '127.0.0.1', () => {
  process.send({ kind: 'ready', url: `http://127.0.0.1:${server.address().port}/graphql` });
});
