import { DataSource, type DataSourceOptions as TypeOrmOptions, type Logger, type MigrationInterface } from 'typeorm';
import { HubError } from '../errors';

/** A migration class, as TypeORM takes it. */
export type MigrationClass = new () => MigrationInterface;

/** What a service's data source needs. */
export interface DataSourceOptions {
  /** URL of the one database of this service. */
  readonly url: string;
  readonly entities?: TypeOrmOptions['entities'];
  readonly migrations?: readonly MigrationClass[];
  /** Largest number of connections, 5 unless said. */
  readonly poolSize?: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  /** Milliseconds to wait for a connection, 5000 unless said. */
  readonly connectTimeout?: number;
  /** Told of every statement; TypeORM's own logger would print failures on standard output. */
  readonly logger?: Logger;
  /** Told of connections lost while idle; they are replaced at their next use. */
  readonly onConnectionLost?: (error: unknown) => void;
}

const SILENT: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

/** Table that records the migrations of a database. */
export const MIGRATIONS_TABLE = 'schema_migration';

/**
 * The TypeORM data source of a service, not yet connected. The schema only ever changes by migrations
 * (`synchronize` is off), and no extension is installed behind the operator's back.
 */
export function createDataSource(options: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities,
    migrations: [...(options.migrations ?? [])],
    migrationsTableName: MIGRATIONS_TABLE,
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    logging: false,
    logger: options.logger ?? SILENT,
    poolSize: options.poolSize ?? 5,
    connectTimeoutMS: options.connectTimeout ?? 5_000,
    applicationName: options.applicationName,
    poolErrorHandler: options.onConnectionLost ?? (() => undefined),
  });
}

/**
 * Brings a database to the newest schema and returns the names of the migrations that ran, none when it was
 * up to date. Throws DATABASE_UNAVAILABLE when it cannot connect, DATABASE_MIGRATION_FAILED when a migration
 * fails (that migration is rolled back).
 */
export async function migrateDatabase(url: string, migrations: readonly MigrationClass[]): Promise<string[]> {
  const dataSource = createDataSource({ url, migrations, poolSize: 1, applicationName: 'maillage-migrations' });
  const database = new URL(url).pathname.slice(1);
  try {
    await dataSource.initialize();
  } catch (cause) {
    throw new HubError(
      'DATABASE_UNAVAILABLE',
      `The database "${database}" cannot be reached: ${wordsOf(cause)}.`,
      {},
      { cause },
    );
  }
  try {
    const executed = await dataSource.runMigrations();
    return executed.map((migration) => migration.name);
  } catch (cause) {
    throw new HubError(
      'DATABASE_MIGRATION_FAILED',
      `The database "${database}" could not be migrated: ${wordsOf(cause)}.`,
      {},
      { cause },
    );
  } finally {
    await dataSource.destroy();
  }
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : 'no reason given';
}
