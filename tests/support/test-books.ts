import type { DataSource } from 'typeorm';
import { createRegionalDataSource } from '../../subgraphs/regional';
import { createTestDatabase } from './database';
import { type BookFactories, createBookFactories } from './regional-factories';

/** The books of a region on a database of their own, without any server. */
export interface TestBooks extends BookFactories {
  /** Connected as the owner. */
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  close(): Promise<void>;
}

/** Empty, migrated books. Close them in `afterAll`. */
export async function createTestBooks(): Promise<TestBooks> {
  const database = await createTestDatabase('regional');
  const dataSource = await createRegionalDataSource({
    url: database.url,
    applicationName: 'test',
    poolSize: 4,
    statementTimeout: 30_000,
  }).initialize();
  return {
    ...createBookFactories(dataSource),
    dataSource,
    databaseUrl: database.url,
    async close() {
      await dataSource.destroy();
      await database.close();
    },
  };
}
