import { Client } from 'pg';
import { REGIONAL_MIGRATIONS } from '../../migrations/regional';
import { createDataSource } from '../../subgraphs/kit/postgres';
import { REGIONAL_ENTITIES } from '../../subgraphs/regional';
import { fillBooks } from '../support/filled-books';
import { createTestDatabase, type TestDatabase } from '../support/database';

describe('the books of a region', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase('empty');
  });
  afterAll(() => database.close());

  const open = (url = database.url) =>
    createDataSource({
      url,
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

  it('migrate down and up again with rows in them, which stay', async () => {
    const filled = await createTestDatabase('regional');
    await fillBooks(filled.url);
    const dataSource = await open(filled.url);
    // Further down nothing says who validated hours; only those of the demonstration come back up validated by nobody.
    await dataSource.query(`UPDATE hour_entry SET origin = 'DEMONSTRATION'`);
    const rowsOf = () =>
      Promise.all(
        ['desk', 'buyer', 'contract', 'lot', 'participant', 'work_contract', 'hour_entry', 'declaration'].map(
          (table) => dataSource.query(`SELECT id, created_at FROM ${table} ORDER BY id`) as Promise<unknown[]>,
        ),
      );
    const before = await rowsOf();
    expect(before.every((rows) => rows.length > 0)).toBe(true);
    // Down to the first schema that held books; further down there are none.
    for (let left = REGIONAL_MIGRATIONS.length; left > 1; left -= 1) await dataSource.undoLastMigration();
    expect(await rowsOf()).toEqual(before);
    expect(await dataSource.runMigrations()).toHaveLength(REGIONAL_MIGRATIONS.length - 1);
    expect(await rowsOf()).toEqual(before);
    const drift = await dataSource.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
    await dataSource.destroy();
    await filled.close();
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
