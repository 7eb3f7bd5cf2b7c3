import type { DataSource, Logger as QueryLogger } from 'typeorm';
import { createDataSource, type FOLDER_ROLE, type ReaderRole } from '../kit/postgres';
import { REGIONAL_ENTITIES } from './regional-entities';

/** How a region connects to its database. */
export interface RegionalDataSourceOptions {
  readonly url: string;
  /** Shown in pg_stat_activity: "maillage-region-53". */
  readonly applicationName: string;
  /** Most connections of this region: 18 regions may share one server. */
  readonly poolSize: number;
  /** Milliseconds after which PostgreSQL gives a statement up: below the deadline of the gateway. */
  readonly statementTimeout: number;
  /**
   * Role that every connection is from its first moment, so that no code that forgets something sees more. Left out,
   * the owner of the database: for writing.
   */
  readonly readsAs?: ReaderRole | typeof FOLDER_ROLE;
  readonly onConnectionLost?: (error: unknown) => void;
  /** Told of every statement; tests count them. */
  readonly queryLogger?: QueryLogger;
}

/** Milliseconds after which an unused connection is closed, which gives its memory back. */
const IDLE_TIMEOUT = 10_000;

/** The data source of one region, not yet connected. */
export function createRegionalDataSource(options: RegionalDataSourceOptions): DataSource {
  const { url, applicationName, poolSize, statementTimeout, readsAs, onConnectionLost, queryLogger } = options;
  const dataSource = createDataSource({
    url,
    entities: REGIONAL_ENTITIES,
    applicationName,
    poolSize,
    onConnectionLost,
    logger: queryLogger,
  });
  const startup = readsAs === undefined ? {} : { options: `-c role=${readsAs}` };
  return dataSource.setOptions({
    extra: { statement_timeout: statementTimeout, idleTimeoutMillis: IDLE_TIMEOUT, ...startup },
  });
}
