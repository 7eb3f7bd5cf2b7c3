import type { DataSource, Logger as QueryLogger } from 'typeorm';
import { HubError } from '../../kit/errors';
import type { HubTokenVerifier } from '../../kit/identity';
import type { Logger } from '../../kit/log';
import { READER_ROLES } from '../../kit/postgres';
import type { Region } from '../../kit/regions';
import { createSubgraphServer, type ServerLimits } from '../../kit/server';
import type { Identity } from '../../kit/sign-in';
import { bookKeySource } from '../privacy';
import { createRegionalDataSource } from '../regional-data-source';
import { actorOf, createBooksContext } from './books-context';
import { booksResolvers } from './books-resolvers';
import { booksSchema } from './sdl';

/** What the own API of one region is started with. */
export interface BooksServerOptions {
  readonly region: Region;
  /** URL of the region's own database, already migrated. */
  readonly databaseUrl: string;
  /** TCP port; 0 lets the system choose. */
  readonly port: number;
  /** Address to listen on, 127.0.0.1 unless said. */
  readonly host?: string;
  /** Most database connections, 5 unless said. */
  readonly poolSize?: number;
  /** Milliseconds after which PostgreSQL gives a statement up, 15,000 unless said. */
  readonly statementTimeout?: number;
  readonly limits?: Partial<ServerLimits>;
  /** File of the keys of the books, or a key; without them nothing is sealed or opened. */
  readonly booksKeyFile?: string | undefined;
  readonly booksKey?: string | undefined;
}

/** What it depends on. */
export interface BooksServerDependencies {
  readonly logger: Logger;
  /** Reads the token of somebody who signs in. Throws TOKEN_REFUSED, IDENTITY_UNAVAILABLE. */
  readonly readToken: (token: string) => Promise<Identity>;
  /** Told of every SQL statement; nobody unless said. */
  readonly queryLogger?: QueryLogger;
}

/** The own API of one region, listening. */
export interface BooksServer {
  /** URL of its GraphQL endpoint. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the own API of a region, for its desks and its coordination. Throws DATABASE_UNAVAILABLE or PORT_IN_USE. */
export async function createBooksServer(
  options: BooksServerOptions,
  { logger, readToken, queryLogger }: BooksServerDependencies,
): Promise<BooksServer> {
  const { region } = options;
  const dataSource = await connect(options, logger, queryLogger);
  try {
    const keys = bookKeySource(options.booksKeyFile, options.booksKey);
    const server = await createSubgraphServer({
      name: `books-${region.code}`,
      typeDefs: booksSchema(),
      resolvers: booksResolvers(),
      tokens: signedIn(readToken),
      createContext: ({ caller, subject }) =>
        createBooksContext(dataSource, region, actorOf(caller, subject, region), keys),
      logger,
      port: options.port,
      ...(options.host === undefined ? {} : { host: options.host }),
      ...(options.limits === undefined ? {} : { limits: options.limits }),
      checkReady: async () => {
        await dataSource.query('SELECT 1');
      },
    });
    return {
      url: server.url,
      stop: async () => {
        await server.stop();
        await dataSource.destroy();
      },
    };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

/** Every connection sees the directory alone until a transaction becomes its caller. */
async function connect(
  { region, databaseUrl, poolSize = 5, statementTimeout = 15_000 }: BooksServerOptions,
  logger: Logger,
  queryLogger: QueryLogger | undefined,
): Promise<DataSource> {
  try {
    return await createRegionalDataSource({
      url: databaseUrl,
      applicationName: `maillage-books-${region.code}`,
      poolSize,
      statementTimeout,
      readsAs: READER_ROLES.base,
      queryLogger,
      onConnectionLost: (error) => logger.warn({ err: error, region: region.code }, 'a database connection was lost'),
    }).initialize();
  } catch (cause) {
    throw new HubError(
      'DATABASE_UNAVAILABLE',
      `The books of ${region.name} cannot be opened: its database cannot be reached, or is not prepared.`,
      { region: region.code },
      { cause },
    );
  }
}

/** The kit's servers read tokens of the gateway; here people show their own. */
function signedIn(readToken: BooksServerDependencies['readToken']): HubTokenVerifier {
  const bearerOf: HubTokenVerifier['bearerOf'] = async (authorization) => {
    const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '') ?? [];
    if (token === undefined)
      throw new HubError('UNAUTHENTICATED', 'Sign in: send "authorization: Bearer" and a token.', {});
    const { caller, subject } = await readToken(token);
    return { caller, subject };
  };
  return { bearerOf, callerOf: async (authorization) => (await bearerOf(authorization)).caller };
}
