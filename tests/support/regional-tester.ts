import type { DataSource, Logger as QueryLogger } from 'typeorm';
import type { Caller } from '../../subgraphs/kit/identity';
import { createLogger } from '../../subgraphs/kit/log';
import { findRegion, type Region } from '../../subgraphs/kit/regions';
import {
  createRegionalDataSource,
  createRegionalSubgraph,
  type RegionalSubgraph,
  type RegionalSubgraphOptions,
} from '../../subgraphs/regional';
import { CONSOLIDATOR, speakingAs, spokenTokens } from './callers';
import { createTestDatabase } from './database';
import { type BookFactories, createBookFactories } from './regional-factories';

/** What a subgraph answers over HTTP. */
export interface GraphQLAnswer<Data = Record<string, unknown>> {
  readonly data?: Data | null;
  readonly errors?: readonly { message: string; path?: unknown; extensions?: Record<string, unknown> }[];
}

/** Asks a subgraph on behalf of one caller. */
export interface RegionalAsker {
  /** Asks over HTTP and returns the answer as it is. */
  ask<Data = Record<string, unknown>>(query: string, variables?: object): Promise<GraphQLAnswer<Data>>;
  /** Resolves references of one type, named as in the template; throws when there is any error. */
  entities<Entity = Record<string, unknown>>(
    type: string,
    references: readonly object[],
    selection: string,
  ): Promise<(Entity | null)[]>;
}

/** The subgraph of one region on a database of its own; asked by itself, it is a consolidator who asks. */
export interface RegionalTester extends BookFactories, RegionalAsker {
  readonly region: Region;
  readonly subgraph: RegionalSubgraph;
  /** Writes to the same database. */
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  /** Asks on behalf of another caller. */
  as(caller: Caller): RegionalAsker;
  /** SQL statements that `action` makes the subgraph run, transaction control left out. */
  statementsOf(action: () => Promise<unknown>): Promise<string[]>;
  close(): Promise<void>;
}

/** Day that the subgraph believes it is. */
export const TODAY = '2026-06-15';

const CONTROL = /^\s*(?:BEGIN|COMMIT|ROLLBACK|START TRANSACTION)|pg_current_snapshot|demonstration_load|current_user/;

/** Starts the subgraph of Bretagne on an empty, migrated database. */
export async function createRegionalTester(options: Partial<RegionalSubgraphOptions> = {}): Promise<RegionalTester> {
  const region = options.region ?? regionOf('53');
  const database = await createTestDatabase('regional');
  const statements: string[] = [];
  const subgraph = await createRegionalSubgraph(
    { region, databaseUrl: database.url, port: 0, limits: { drainDelay: 0 }, ...options },
    {
      logger: createLogger('test', 'silent'),
      tokensFor: () => spokenTokens,
      now: () => new Date(`${TODAY}T10:00:00Z`),
      queryLogger: recordingLogger(statements),
    },
  );
  const dataSource = await createRegionalDataSource({
    url: database.url,
    applicationName: 'test',
    poolSize: 2,
    statementTimeout: 20_000,
  }).initialize();
  const as = (caller: Caller) => askerOf(subgraph, region, caller);
  return {
    ...createBookFactories(dataSource),
    region,
    subgraph,
    dataSource,
    databaseUrl: database.url,
    ...as(CONSOLIDATOR),
    as,
    statementsOf: async (action) => {
      statements.length = 0;
      await action();
      return statements.filter((statement) => !CONTROL.test(statement));
    },
    close: async () => {
      await subgraph.stop();
      await dataSource.destroy();
      await database.close();
    },
  };
}

function askerOf(subgraph: RegionalSubgraph, region: Region, caller: Caller): RegionalAsker {
  const ask = async <Data>(query: string, variables: object = {}): Promise<GraphQLAnswer<Data>> => {
    const response = await fetch(subgraph.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: speakingAs(caller) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphQLAnswer<Data>;
  };
  return {
    ask,
    entities: async <Entity>(type: string, references: readonly object[], selection: string) => {
      const name = region.prefix + type;
      const answer = await ask<{ _entities: (Entity | null)[] }>(
        `query ($references: [_Any!]!) { _entities(representations: $references) { ... on ${name} { ${selection} } } }`,
        { references: references.map((reference) => ({ __typename: name, ...reference })) },
      );
      if (answer.errors !== undefined || answer.data == null) throw new Error(JSON.stringify(answer));
      return answer.data._entities;
    },
  };
}

/** A region of the law; throws on any other code. */
export function regionOf(code: string): Region {
  const region = findRegion(code);
  if (region === undefined) throw new Error(`No region ${code}`);
  return region;
}

/** Keeps every SQL statement. */
export function recordingLogger(statements: string[]): QueryLogger {
  return {
    logQuery: (query) => void statements.push(query),
    logQueryError: () => undefined,
    logQuerySlow: () => undefined,
    logSchemaBuild: () => undefined,
    logMigration: () => undefined,
    log: () => undefined,
  };
}
