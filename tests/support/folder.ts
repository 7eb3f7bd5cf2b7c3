import type { DataSource } from 'typeorm';
import { FOLDER_ROLE } from '../../subgraphs/kit/postgres';
import { createRegionalDataSource } from '../../subgraphs/regional';

/** Connected as whoever folds the books of that database. Destroy it before the database is closed. */
export function folderOf(url: string): Promise<DataSource> {
  return createRegionalDataSource({
    url,
    applicationName: 'test-folder',
    poolSize: 2,
    statementTimeout: 30_000,
    readsAs: FOLDER_ROLE,
  }).initialize();
}
