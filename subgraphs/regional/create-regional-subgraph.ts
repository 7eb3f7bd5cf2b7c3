import { DateTime } from 'luxon';
import type { DataSource, Logger as QueryLogger } from 'typeorm';
import { regionalSchema } from '../../schema';
import { HubError } from '../kit/errors';
import type { HubTokenVerifier } from '../kit/identity';
import type { Logger } from '../kit/log';
import { FOLDER_ROLE, READER_ROLES } from '../kit/postgres';
import { CURRENT_REGIONAL_SCHEMA_VERSION } from '../kit/regional-schema';
import type { Region } from '../kit/regions';
import { createSubgraphServer, type ServerLimits } from '../kit/server';
import type { QuestionVerifier } from '../kit/signatures';
import type { Tracing } from '../kit/tracing';
import { keepFolding } from './cells';
import { createDemonstrationMark } from './demonstration-mark';
import { bookKeySource, criterionTokens } from './privacy';
import type { RegionalContext } from './regional-context';
import { createRegionalDataSource } from './regional-data-source';
import { createRegionalLoaders } from './regional-loaders';
import { regionalResolvers } from './regional-resolvers';
import { createUnchangedAnswers } from './snapshot';

/** What the subgraph of one region is started with. */
export interface RegionalSubgraphOptions {
  readonly region: Region;
  /** URL of the region's own database, already migrated. */
  readonly databaseUrl: string;
  /** TCP port; 0 lets the system choose. */
  readonly port: number;
  /** Address to listen on, 127.0.0.1 unless said. */
  readonly host?: string;
  /** Version of the regional schema to publish, the newest unless said. */
  readonly schemaVersion?: string;
  /** Most database connections, 3 unless said. */
  readonly poolSize?: number;
  /** Milliseconds after which PostgreSQL gives a statement up, 5000 unless said. */
  readonly statementTimeout?: number;
  readonly limits?: Partial<ServerLimits>;
  readonly introspection?: boolean;
  /** File of the keys of the region's books; without it, or a key, sensitive criteria are counted as unknown. */
  readonly booksKeyFile?: string | undefined;
  /** A key of the books, instead of a file. */
  readonly booksKey?: string | undefined;
}

/** What it depends on. */
export interface RegionalSubgraphDependencies {
  readonly logger: Logger;
  /** Reads the gateway's tokens for a subgraph of that name. */
  readonly tokensFor: (audience: string) => HubTokenVerifier;
  /** Asks of every question that the gateway has signed it with its body; all are taken unless said. */
  readonly questions?: QuestionVerifier | undefined;
  /** Where spans go; nothing is traced unless said. */
  readonly tracing?: Tracing | null;
  /** The clock, real unless said. */
  readonly now?: () => Date;
  /** Told of every SQL statement; tests count them. */
  readonly queryLogger?: QueryLogger;
}

/** The subgraph of one region, listening. */
export interface RegionalSubgraph {
  readonly region: Region;
  /** URL of its GraphQL endpoint. */
  readonly url: string;
  /** Lets requests under way end, then closes the server and the database connections. */
  stop(): Promise<void>;
}

/** Answers kept while the database is unchanged, and the largest that is worth it, in rows. */
const KEPT_ANSWERS = 100;
const KEPT_ROWS = 2_000;

/** Milliseconds after which a statement that folds is given up. */
const FOLD_TIMEOUT = 60_000;

/** What PostgreSQL answers a connection that may not start as its role: there is no such role, or it is not granted. */
const ROLE_REFUSED = ['22023', '42501'];
const UNPREPARED = `does not let the subgraph read as "${READER_ROLES.base}": prepare it, or see the operator's guide`;

/** Starts the subgraph of a region. Throws DATABASE_UNAVAILABLE or PORT_IN_USE. */
export async function createRegionalSubgraph(
  options: RegionalSubgraphOptions,
  dependencies: RegionalSubgraphDependencies,
): Promise<RegionalSubgraph> {
  const { region } = options;
  const dataSource = await connect(options, dependencies);
  try {
    const server = await serve(options, dependencies, dataSource);
    const folding = keepFolding(folderOf(options), dependencies.logger);
    let stopped: Promise<void> | undefined;
    const stop = async (): Promise<void> => {
      await server.stop();
      await folding.stop();
      await dataSource.destroy();
    };
    return { region, url: server.url, stop: () => (stopped ??= stop()) };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

async function connect(
  { region, databaseUrl, poolSize = 3, statementTimeout = 5_000 }: RegionalSubgraphOptions,
  { logger, queryLogger }: RegionalSubgraphDependencies,
): Promise<DataSource> {
  const dataSource = createRegionalDataSource({
    url: databaseUrl,
    applicationName: `maillage-${region.subgraph}`,
    poolSize,
    statementTimeout,
    readsAs: READER_ROLES.base,
    queryLogger,
    onConnectionLost: (error) => logger.warn({ err: error, region: region.code }, 'a database connection was lost'),
  });
  const unavailable = (reason: string, cause?: unknown) =>
    new HubError(
      'DATABASE_UNAVAILABLE',
      `The database of ${region.name} ${reason}.`,
      { region: region.code },
      { cause },
    );
  try {
    await dataSource.initialize();
  } catch (cause) {
    const isRoleRefused = ROLE_REFUSED.includes(String((cause as { code?: unknown }).code));
    throw unavailable(isRoleRefused ? UNPREPARED : 'cannot be reached', cause);
  }
  if (await isReader(dataSource)) return dataSource;
  await dataSource.destroy();
  throw unavailable(UNPREPARED);
}

/** Folds rollups into cells beside the answers: one connection, and none while there is nothing to fold. */
function folderOf({ region, databaseUrl }: RegionalSubgraphOptions): DataSource {
  return createRegionalDataSource({
    url: databaseUrl,
    applicationName: `maillage-fold-${region.code}`,
    poolSize: 1,
    statementTimeout: FOLD_TIMEOUT,
    readsAs: FOLDER_ROLE,
  });
}

/** A pooler in between may drop what a connection starts with; then nothing would keep rows from a caller. */
async function isReader(dataSource: DataSource): Promise<boolean> {
  const [row] = (await dataSource.query('SELECT current_user AS role')) as { role: string }[];
  return row?.role === READER_ROLES.base;
}

function serve(
  { region, schemaVersion = CURRENT_REGIONAL_SCHEMA_VERSION, ...options }: RegionalSubgraphOptions,
  { logger, tokensFor, questions, tracing, now = () => new Date() }: RegionalSubgraphDependencies,
  dataSource: DataSource,
) {
  const typeDefs = regionalSchema(region, schemaVersion);
  const keys = bookKeySource(options.booksKeyFile, options.booksKey);
  const unchanged = createUnchangedAnswers(
    KEPT_ANSWERS,
    (answer) => !Array.isArray(answer) || answer.length <= KEPT_ROWS,
  );
  return createSubgraphServer<RegionalContext>({
    name: region.subgraph,
    typeDefs,
    resolvers: regionalResolvers(region, typeDefs),
    tokens: tokensFor(region.subgraph),
    questions,
    createContext: ({ caller }) => ({
      region,
      caller,
      criterionTokens: () => (keys === null ? [] : criterionTokens(keys.current())),
      loaders: createRegionalLoaders({ dataSource, region, caller, today: dayOf(now()), unchanged }),
    }),
    logger,
    tracing,
    port: options.port,
    host: options.host,
    limits: options.limits,
    introspection: options.introspection,
    isDemonstration: createDemonstrationMark(dataSource, now),
    checkReady: async () => {
      if (!(await isReader(dataSource))) throw new Error(`The database ${UNPREPARED}`);
    },
  });
}

/** The day it is in Paris, which decides who is in post and open for every region. */
function dayOf(moment: Date): string {
  return DateTime.fromJSDate(moment, { zone: 'Europe/Paris' }).toFormat('yyyy-MM-dd');
}
