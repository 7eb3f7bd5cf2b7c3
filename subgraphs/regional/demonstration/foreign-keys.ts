import type { ClientBase } from 'pg';

/** A foreign key that was dropped and how to create it again. */
export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Drops the foreign keys from and to the tables, within the caller's transaction. Checking each of a million
 * rows by trigger takes several times as long as validating the keys once the tables are full, and marks the
 * rows referred to; TRUNCATE refuses tables that others refer to.
 */
export async function setForeignKeysAside(
  client: ClientBase,
  tables: readonly string[],
): Promise<readonly ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint
      WHERE contype = 'f' AND ARRAY[conrelid, confrelid] && $1::text[]::regclass[]::oid[]
      ORDER BY conrelid, conname`,
    [tables],
  );
  await client.query(rows.map((key) => `ALTER TABLE ${key.table} DROP CONSTRAINT ${key.name}`).join(';'));
  return rows;
}

/** Creates the keys again; PostgreSQL validates every row. */
export async function restoreForeignKeys(client: ClientBase, keys: readonly ForeignKey[]): Promise<void> {
  const statements = keys.map((key) => `ALTER TABLE ${key.table} ADD CONSTRAINT ${key.name} ${key.definition}`);
  await client.query(statements.join(';'));
}
