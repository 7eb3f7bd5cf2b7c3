import { Client } from 'pg';
import { REGIONAL_MIGRATIONS } from '../../migrations/regional';
import { createDataSource } from '../../subgraphs/kit/postgres';
import { REGIONAL_ENTITIES } from '../../subgraphs/regional';
import { createTestDatabase, type TestDatabase } from '../support/database';

describe('the books of a region', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase('empty');
  });
  afterAll(() => database.close());

  const open = () =>
    createDataSource({
      url: database.url,
      entities: REGIONAL_ENTITIES,
      migrations: REGIONAL_MIGRATIONS,
      applicationName: 'test',
    }).initialize();

  it('migrate up, down and up again', async () => {
    const dataSource = await open();
    await dataSource.runMigrations();
    for (let undone = 0; undone < REGIONAL_MIGRATIONS.length; undone += 1) await dataSource.undoLastMigration();
    const left = (await dataSource.query(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`,
    )) as { table_name: string }[];
    expect(left.map((row) => row.table_name)).toEqual(['schema_migration']);
    expect(await dataSource.runMigrations()).toHaveLength(REGIONAL_MIGRATIONS.length);
    await dataSource.destroy();
  });

  it('are what the entities describe: TypeORM would change nothing', async () => {
    const dataSource = await open();
    await dataSource.runMigrations();
    const drift = await dataSource.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
    await dataSource.destroy();
  });

  it('are compared for real: a column that goes missing is noticed', async () => {
    const dataSource = await open();
    await dataSource.runMigrations();
    await dataSource.query('ALTER TABLE desk DROP COLUMN phone');
    const drift = await dataSource.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map(({ query }) => query)).toEqual(['ALTER TABLE "desk" ADD "phone" text']);
    await dataSource.query('ALTER TABLE desk ADD phone text');
    await dataSource.destroy();
  });

  it('have an entity for every table', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_name <> 'schema_migration' ORDER BY 1`,
    );
    await client.end();
    const dataSource = await open();
    expect(dataSource.entityMetadatas.map((metadata) => metadata.tableName).sort()).toEqual(
      rows.map((row) => row.name),
    );
    await dataSource.destroy();
  });
});
