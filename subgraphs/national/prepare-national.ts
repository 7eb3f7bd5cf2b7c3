import { NATIONAL_MIGRATIONS } from '../../migrations/national';
import { readNetwork } from '../kit/network';
import { createDataSource, migrateDatabase } from '../kit/postgres';
import type { NationalConfig } from './config';
import { loadNationalDemonstration } from './demonstration';
import { NATIONAL_ENTITIES } from './national-entities';

/** What a preparation did. */
export interface Preparation {
  readonly migrations: number;
  readonly demonstrationRows: number;
}

/** Brings the national database to its newest schema and, when asked, fills it with demonstration rows. */
export async function prepareNational(config: NationalConfig): Promise<Preparation> {
  const migrations = await migrateDatabase(config.databaseUrl, NATIONAL_MIGRATIONS);
  if (!config.isDemonstration) return { migrations: migrations.length, demonstrationRows: 0 };
  const network = await readNetwork(config.networkFile);
  const dataSource = createDataSource({
    url: config.databaseUrl,
    entities: NATIONAL_ENTITIES,
    poolSize: 1,
    applicationName: 'maillage-national-prepare',
  });
  await dataSource.initialize();
  try {
    return { migrations: migrations.length, demonstrationRows: await loadNationalDemonstration(dataSource, network) };
  } finally {
    await dataSource.destroy();
  }
}
