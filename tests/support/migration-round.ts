import { createDataSource } from '../../subgraphs/kit/postgres';

/** Entities and migrations of one database. */
export interface MigratedPart {
  readonly url: string;
  readonly entities: NonNullable<Parameters<typeof createDataSource>[0]['entities']>;
  readonly migrations: NonNullable<Parameters<typeof createDataSource>[0]['migrations']>;
}

/** Migrates an empty database up, down and up again. Gives what the entities would still change: nothing, if they agree. */
export async function driftAfterRound({ url, entities, migrations }: MigratedPart): Promise<readonly string[]> {
  const dataSource = createDataSource({ url, entities, migrations, poolSize: 1, applicationName: 'test' });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
    for (const _ of migrations) await dataSource.undoLastMigration();
    await dataSource.runMigrations();
    const drift = await dataSource.driver.createSchemaBuilder().log();
    return drift.upQueries.map(({ query }) => query);
  } finally {
    await dataSource.destroy();
  }
}
