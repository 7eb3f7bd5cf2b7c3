import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { TEMPLATES, TEST_ROLE } from './test-cluster';

/** A database of one test's own. */
export interface TestDatabase {
  /** URL of its owner, an ordinary role. */
  readonly url: string;
  /** Drops it, whoever is still connected. */
  close(): Promise<void>;
}

/** `regional`, `national` and `registry` are migrated and empty; `empty` has nothing at all. */
export type TestDatabaseKind = 'regional' | 'national' | 'registry' | 'empty';

/** Creates a database for one test or one file, in about 50 ms. Close it in `afterAll`. */
export async function createTestDatabase(kind: TestDatabaseKind): Promise<TestDatabase> {
  const name = `test_${kind}_${randomBytes(6).toString('hex')}`;
  const template = kind === 'empty' ? 'template0' : TEMPLATES[kind];
  await administer(
    `CREATE DATABASE ${escapeIdentifier(name)} OWNER ${TEST_ROLE.role} TEMPLATE ${escapeIdentifier(template)}`,
  );
  const url = new URL(testAdminUrl());
  url.username = TEST_ROLE.role;
  url.password = TEST_ROLE.password;
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    close: () => administer(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`),
  };
}

/** A copy of a database with all its rows; nobody may be connected to it meanwhile. */
export async function cloneTestDatabase(original: TestDatabase): Promise<TestDatabase> {
  const source = new URL(original.url).pathname.slice(1);
  const name = `${source}_${randomBytes(3).toString('hex')}`;
  await administer(
    `CREATE DATABASE ${escapeIdentifier(name)} OWNER ${TEST_ROLE.role} TEMPLATE ${escapeIdentifier(source)}`,
  );
  const url = new URL(original.url);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    close: () => administer(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`),
  };
}

/** Administrator's URL of the PostgreSQL of this jest run. */
export function testAdminUrl(): string {
  const url = process.env['MAILLAGE_TEST_POSTGRES_URL'];
  if (url === undefined)
    throw new Error('Tests of layers "unit" and "schema" have no database: move this test to tests/database.');
  return url;
}

async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: testAdminUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
