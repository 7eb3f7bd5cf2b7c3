import { Client, escapeIdentifier, escapeLiteral, Pool } from 'pg';
import { HubError } from '../../errors';

/** One database and the one role that may use it. */
export interface DatabaseGrant {
  readonly database: string;
  readonly role: string;
  readonly password: string;
  /** Roles of the cluster without login that the role may become; made when they are missing. */
  readonly mayBecome?: readonly string[];
}

/** How `ensureDatabases` works. */
export interface EnsureDatabasesOptions {
  /** Databases created at the same time; each costs about 100 ms of one core. */
  readonly parallel?: number;
  /** Told after each database that stands. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Makes the databases and roles exist, each role owning its database and able to connect to no other one of
 * the list; sets the passwords. A role may own several of them. Repeatable. Returns the URL of each database, in the order of the list.
 * Throws DATABASE_UNAVAILABLE when the server cannot be reached or the administrator may not do it.
 */
export async function ensureDatabases(
  adminUrl: string,
  grants: readonly DatabaseGrant[],
  { parallel = 3, onProgress }: EnsureDatabasesOptions = {},
): Promise<string[]> {
  const pool = new Pool({ connectionString: adminUrl, max: parallel, connectionTimeoutMillis: 10_000 });
  pool.on('error', () => undefined);
  try {
    const existing = await pool.query<{ name: string }>('SELECT datname AS name FROM pg_database');
    const names = new Set(existing.rows.map((row) => row.name));
    await ensureRoles(pool, grants);
    const missing = grants.filter((grant) => !names.has(grant.database));
    let done = grants.length - missing.length;
    onProgress?.(done, grants.length);
    const createNext = async (): Promise<void> => {
      for (let grant = missing.shift(); grant !== undefined; grant = missing.shift()) {
        // template0 is the only template that takes any encoding, whatever the server's own is.
        await pool.query(
          `CREATE DATABASE ${escapeIdentifier(grant.database)} OWNER ${escapeIdentifier(grant.role)} TEMPLATE template0 ENCODING 'UTF8'`,
        );
        onProgress?.((done += 1), grants.length);
      }
    };
    await Promise.all(Array.from({ length: parallel }, createNext));
    await pool.query(
      grants.map(({ database }) => `REVOKE ALL ON DATABASE ${escapeIdentifier(database)} FROM PUBLIC`).join(';'),
    );
    return grants.map((grant) => urlOf(adminUrl, grant));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'no reason given';
    throw new HubError('DATABASE_UNAVAILABLE', `The databases could not be prepared: ${reason}.`, {}, { cause });
  } finally {
    await pool.end();
  }
}

/** One database and its role; see `ensureDatabases`. */
export async function ensureDatabase(adminUrl: string, grant: DatabaseGrant): Promise<string> {
  const [url = ''] = await ensureDatabases(adminUrl, [grant]);
  return url;
}

/** Closes the maintenance database to everyone but administrators. For a cluster that is ours alone. */
export async function closeMaintenanceDatabases(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(
      'REVOKE CONNECT ON DATABASE postgres FROM PUBLIC; REVOKE CONNECT ON DATABASE template1 FROM PUBLIC',
    );
  } finally {
    await client.end();
  }
}

async function ensureRoles(pool: Pool, grants: readonly DatabaseGrant[]): Promise<void> {
  const { rows } = await pool.query<{ name: string }>('SELECT rolname AS name FROM pg_roles');
  const names = new Set(rows.map((row) => row.name));
  const groups = [...new Set(grants.flatMap(({ mayBecome = [] }) => mayBecome))];
  for (const group of groups.filter((name) => !names.has(name))) await createGroup(pool, group);
  const administrator = await pool.query<{ isSuperuser: boolean }>(
    `SELECT rolsuper AS "isSuperuser" FROM pg_roles WHERE rolname = current_user`,
  );
  const byRole = new Map(grants.map((grant) => [grant.role, grant]));
  const statements = [...byRole.values()].flatMap(({ role, password }) => {
    const name = escapeIdentifier(role);
    const verb = names.has(role) ? 'ALTER' : 'CREATE';
    return [
      `${verb} ROLE ${name} LOGIN NOCREATEDB NOCREATEROLE PASSWORD ${escapeLiteral(password)}`,
      // Only a member of a role may give it a database; a superuser counts as a member of all.
      ...(administrator.rows[0]?.isSuperuser === true ? [] : [`GRANT ${name} TO CURRENT_USER`]),
    ];
  });
  await pool.query(statements.join(';'));
  await grantGroups(pool, [...byRole.values()]);
}

/** Hubs that share a server may make the same role at the same time. */
async function createGroup(pool: Pool, group: string): Promise<void> {
  await pool.query(`
    DO $$ BEGIN CREATE ROLE ${escapeIdentifier(group)} NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$`);
}

/** Grants only what is missing: an administrator who did not make the roles needs no right over them then. */
async function grantGroups(pool: Pool, grants: readonly DatabaseGrant[]): Promise<void> {
  const { rows } = await pool.query<{ pair: string }>(
    `SELECT g.rolname || ' ' || m.rolname AS pair FROM pg_auth_members a
     JOIN pg_roles g ON g.oid = a.roleid JOIN pg_roles m ON m.oid = a.member`,
  );
  const granted = new Set(rows.map(({ pair }) => pair));
  const missing = grants.flatMap(({ role, mayBecome = [] }) =>
    mayBecome
      .filter((group) => !granted.has(`${group} ${role}`))
      .map((group) => `GRANT ${escapeIdentifier(group)} TO ${escapeIdentifier(role)}`),
  );
  await pool.query(missing.join(';'));
}

function urlOf(adminUrl: string, { database, role, password }: DatabaseGrant): string {
  const url = new URL(adminUrl);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.toString();
}
