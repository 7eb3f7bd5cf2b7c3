/** Stock @apollo/gateway and @apollo/server: the default data source with the token added, the default settings. */
import { readFile } from 'node:fs/promises';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

import { subgraphTokens } from '../lib/tokens.mjs';

process.on('disconnect', () => process.exit(0));
// The canned regions ask for no token; the national subgraph does.
const tokenOf = await subgraphTokens(['national']);
const gateway = new ApolloGateway({
  supergraphSdl: await readFile(process.env.SUPERGRAPH_FILE, 'utf8'),
  buildService: ({ name, url }) =>
    new RemoteGraphQLDataSource({
      url,
      willSendRequest: ({ request }) => {
        if (name === 'national') request.http.headers.set('authorization', tokenOf(name));
      },
    }),
});
const server = new ApolloServer({ gateway });
const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
process.send({ kind: 'ready', url: new URL('/graphql', url).href });
