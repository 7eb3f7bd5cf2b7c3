import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createDataSource, migrateDatabase } from '../../subgraphs/kit/postgres';
import { createTestDatabase, type TestDatabase } from '../support/database';

class CreateThing1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE thing (id integer)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE thing');
  }
}

class FailHalfway1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half (id integer)');
    await runner.query('SELECT 1 / 0');
  }
  down(): Promise<void> {
    return Promise.resolve();
  }
}

describe('migrating a database', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createTestDatabase('empty');
  });
  afterEach(() => database.close());

  it('runs what is missing, once', async () => {
    expect(await migrateDatabase(database.url, [CreateThing1700000000000])).toEqual(['CreateThing1700000000000']);
    expect(await migrateDatabase(database.url, [CreateThing1700000000000])).toEqual([]);
  });

  it('leaves the database as it was before a migration that fails, and says which database', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await expect(
      migrateDatabase(database.url, [CreateThing1700000000000, FailHalfway1700000000001]),
    ).rejects.toMatchObject({ code: 'DATABASE_MIGRATION_FAILED', message: expect.stringContaining(name) });
    const dataSource = await createDataSource({ url: database.url, applicationName: 'test' }).initialize();
    try {
      expect(
        await dataSource.query(`SELECT to_regclass('thing') IS NOT NULL AS thing, to_regclass('half') AS half`),
      ).toEqual([{ thing: true, half: null }]);
    } finally {
      await dataSource.destroy();
    }
  });

  it('says DATABASE_UNAVAILABLE, without the password, when it cannot connect', async () => {
    const wrong = new URL(database.url);
    wrong.password = 'a-wrong-secret';
    const attempt = migrateDatabase(wrong.toString(), []);
    await expect(attempt).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      message: expect.not.stringContaining('a-wrong-secret'),
    });
  });
});
