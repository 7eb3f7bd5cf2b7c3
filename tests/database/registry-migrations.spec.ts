import { REGISTRY_MIGRATIONS } from '../../migrations/registry';
import { REGISTRY_ENTITIES } from '../../registry/registry-entities';
import { createDataSource } from '../../subgraphs/kit/postgres';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { driftAfterRound } from '../support/migration-round';

describe('the migrations of the registry', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('empty');
  });
  afterAll(() => database.close());

  it('go up, down and up again, and agree with the entities', async () => {
    const given = { url: database.url, entities: REGISTRY_ENTITIES, migrations: REGISTRY_MIGRATIONS };
    expect(await driftAfterRound(given)).toEqual([]);
  });

  it('let nobody change what was published, checked, served or written down', async () => {
    const dataSource = createDataSource({ url: database.url, poolSize: 1, applicationName: 'test' });
    await dataSource.initialize();
    try {
      for (const table of ['publication', 'check_run', 'supergraph', 'supergraph_member', 'audit_entry']) {
        await expect(dataSource.query(`DELETE FROM ${table}`)).rejects.toThrow(`rows of ${table} never change`);
      }
    } finally {
      await dataSource.destroy();
    }
  });
});
