/** Stock @apollo/gateway and @apollo/server: the default data source, the default settings. */
import { readFile } from 'node:fs/promises';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

process.on('disconnect', () => process.exit(0));
const gateway = new ApolloGateway({ supergraphSdl: await readFile(process.env.SUPERGRAPH_FILE, 'utf8') });
const server = new ApolloServer({ gateway });
const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
process.send({ kind: 'ready', url: new URL('/graphql', url).href });
