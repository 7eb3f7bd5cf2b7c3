import { Client } from 'pg';
import { createLogger } from '../../subgraphs/kit/log';
import { migrateDatabase, READER_ROLES, REGIONAL_ROLES } from '../../subgraphs/kit/postgres';
import { ensureDatabase } from '../../subgraphs/kit/postgres/embedded';
import { REGIONAL_MIGRATIONS } from '../../migrations/regional';
import { createRegionalSubgraph } from '../../subgraphs/regional';
import { trusting } from '../support/callers';
import { createTestDatabase, testAdminUrl } from '../support/database';
import { createRegionalTester, type RegionalTester } from '../support/regional-tester';
import { writeVisibleBooks } from '../support/visible-books';

const DIRECTORY = [
  'coordination',
  'desk',
  'desk_territory',
  'facilitator',
  'territory_strategy',
  'qualitative_record',
  'dated_parameter',
];
const DENIED = { code: '42501' };

describe('the roles that read for callers', () => {
  let tester: RegionalTester;
  let reader: Client;

  beforeAll(async () => {
    tester = await createRegionalTester();
    const plan = { operationDesk: 0, sector: 'BTP', day: null, hours: 100 } as const;
    await writeVisibleBooks(tester, [
      { ...plan, desk: 0, buyer: 0 },
      { ...plan, desk: 1, operationDesk: 1, buyer: 1 },
    ]);
    reader = await connect(tester.databaseUrl);
  });
  afterAll(async () => {
    await reader.end();
    await tester.close();
  });

  const connect = async (url: string): Promise<Client> => {
    const client = new Client({ connectionString: url, options: `-c role=${READER_ROLES.base}` });
    await client.connect();
    return client;
  };
  const countIn = async (table: string) =>
    Number((await reader.query<{ count: string }>(`SELECT count(*) FROM ${table}`)).rows[0]?.count);
  const tables = async () =>
    (
      await reader.query<{ name: string; secured: boolean }>(
        `SELECT relname AS name, relrowsecurity AS secured FROM pg_class
         WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'schema_migration' ORDER BY 1`,
      )
    ).rows;
  const inTransaction = async (settings: string, action: () => Promise<void>) => {
    await reader.query(`BEGIN; SELECT ${settings}`);
    try {
      await action();
    } finally {
      await reader.query('ROLLBACK');
    }
  };

  it('are bound in every table: one that is added without a policy shows nothing', async () => {
    const found = await tables();
    expect(found.filter(({ secured }) => !secured)).toEqual([]);
    expect(found.length).toBeGreaterThan(DIRECTORY.length);
  });

  it('read the directory and nothing else until a transaction says for whom', async () => {
    for (const { name } of await tables()) {
      if (DIRECTORY.includes(name)) await expect(countIn(name)).resolves.toBeGreaterThanOrEqual(0);
      else await expect(countIn(name)).rejects.toMatchObject(DENIED);
    }
  });

  it.each([READER_ROLES.desk, READER_ROLES.buyer])('see no row of the books as %s of nobody', async (role) => {
    for (const table of ['contract', 'operation', 'buyer', 'lot', 'work_contract', 'hour_entry', 'hour_commitment'])
      await inTransaction(`set_config('role', '${role}', true)`, async () => expect(await countIn(table)).toBe(0));
  });

  it('forget the caller with the transaction', async () => {
    const [buyer] = await tester.dataSource.query<{ siren: string }[]>('SELECT siren FROM buyer ORDER BY id LIMIT 1');
    const asBuyer = `set_config('role', '${READER_ROLES.buyer}', true)`;
    await inTransaction(`${asBuyer}, set_config('maillage.sirens', '${buyer?.siren}', true)`, async () =>
      expect(await countIn('contract')).toBe(1),
    );
    await expect(countIn('contract')).rejects.toMatchObject(DENIED);
    await inTransaction(asBuyer, async () => expect(await countIn('contract')).toBe(0));
  });

  it('take no list of SIRENs for SQL', async () => {
    const settings = `set_config('role', '${READER_ROLES.buyer}', true), set_config('maillage.sirens', ''') OR true --', true)`;
    await inTransaction(settings, async () => expect(await countIn('contract')).toBe(0));
  });

  it.each(Object.values(READER_ROLES))('write nothing as %s', async (role) => {
    for (const statement of [
      `INSERT INTO desk (origin, name, host_type, opened_on) VALUES ('ENTERED', 'x', 'MDE', '2020-01-01')`,
      'UPDATE contract SET title = title',
      'DELETE FROM hour_entry',
      'TRUNCATE facilitator',
      'CREATE TABLE mine (id integer)',
    ])
      await inTransaction(`set_config('role', '${role}', true)`, async () => {
        await expect(reader.query(statement)).rejects.toMatchObject(DENIED);
      });
  });

  it.each(Object.values(READER_ROLES))('never read who a person is as %s', async (role) => {
    for (const column of ['pseudonym', 'residence_commune'])
      await inTransaction(`set_config('role', '${role}', true)`, async () => {
        await expect(reader.query(`SELECT ${column} FROM participant`)).rejects.toMatchObject(DENIED);
      });
  });

  it('see all rows of the books by the very plan of the owner', async () => {
    const totals = `EXPLAIN (COSTS OFF) SELECT sum(h.hours) FROM hour_entry h
      JOIN work_contract w ON w.id = h.work_contract_id JOIN lot ON lot.id = w.lot_id
      JOIN contract c ON c.id = lot.contract_id WHERE h.month >= '2021-01-01' AND c.sector = 'BTP'`;
    const owners = (await tester.dataSource.query(totals)) as unknown[];
    await inTransaction(`set_config('role', '${READER_ROLES.books}', true)`, async () =>
      expect((await reader.query(totals)).rows).toEqual(owners),
    );
  });

  it('bind even a superuser that becomes one of them', async () => {
    const url = new URL(testAdminUrl());
    url.pathname = new URL(tester.databaseUrl).pathname;
    const superuser = await connect(url.toString());
    await expect(superuser.query('SELECT FROM contract')).rejects.toMatchObject(DENIED);
    await superuser.end();
  });

  it('are again what a lost connection is replaced by', async () => {
    const network = () => tester.entities('Network', [{ region: '53' }], 'facilitatorCount');
    await network();
    const roles = `SELECT count(*) AS lost FROM (SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'maillage-region-53') ended`;
    expect(Number(((await tester.dataSource.query(roles)) as { lost: string }[])[0]?.lost)).toBeGreaterThan(0);
    expect(await network()).toEqual([{ facilitatorCount: 0 }]);
    const buyer = { role: 'buyer' as const, sirens: ['552081317'] };
    const references = [{ id: '53-1' }, { id: '53-2' }];
    expect(await tester.as(buyer).entities('Contract', references, 'title')).toEqual([null, null]);
  });

  it('are asked for when they are missing, with what an operator has to do', async () => {
    const grant = { database: 'region_without_readers', role: 'region_without_readers', password: 'a-test-password' };
    const url = await ensureDatabase(testAdminUrl(), grant);
    await expect(migrateDatabase(url, REGIONAL_MIGRATIONS)).rejects.toMatchObject({
      code: 'DATABASE_MIGRATION_FAILED',
      message: expect.stringContaining('An administrator of PostgreSQL creates them'),
    });
    const options = { region: tester.region, databaseUrl: url, port: 0 };
    const dependencies = { logger: createLogger('test', 'silent'), tokensFor: () => trusting() };
    await expect(createRegionalSubgraph(options, dependencies)).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      message: expect.stringContaining('maillage_reader'),
    });
    await ensureDatabase(testAdminUrl(), { ...grant, mayBecome: REGIONAL_ROLES });
    expect((await migrateDatabase(url, REGIONAL_MIGRATIONS))[0]).toBe('AddRowLevelSecurity1764000000200');
  });

  it('are not in the way of migrating several databases at once', async () => {
    const databases = await Promise.all([1, 2, 3].map(() => createTestDatabase('empty')));
    const migrated = await Promise.all(databases.map(({ url }) => migrateDatabase(url, REGIONAL_MIGRATIONS)));
    expect(migrated.map((names) => names.length)).toEqual(databases.map(() => REGIONAL_MIGRATIONS.length));
    await Promise.all(databases.map((database) => database.close()));
  });
});
