import type { Client } from 'pg';
import { HubError } from '../errors';
import { MIGRATIONS_TABLE } from '../postgres';

/** A table of a database, as far as its rows are concerned. */
export interface DescribedTable {
  readonly name: string;
  /** Columns that hold something of their own: not those that PostgreSQL computes. */
  readonly columns: readonly string[];
  /** Columns that order its rows: its primary key, else all. */
  readonly key: readonly string[];
}

/** What a backup takes of a database. */
export interface DescribedDatabase {
  readonly name: string;
  /** Names of its migrations, oldest first. */
  readonly migrations: readonly string[];
  /** Every table after those that it refers to. */
  readonly tables: readonly DescribedTable[];
  readonly sequences: readonly { readonly name: string; readonly last: string; readonly isCalled: boolean }[];
}

/** Settings under which the same rows are always written as the same bytes. Local to the transaction. */
export const SAME_BYTES = [
  `SET LOCAL DateStyle = 'ISO, YMD'`,
  `SET LOCAL IntervalStyle = 'postgres'`,
  `SET LOCAL TimeZone = 'UTC'`,
  `SET LOCAL extra_float_digits = 3`,
  `SET LOCAL bytea_output = 'hex'`,
  `SET LOCAL client_encoding = 'UTF8'`,
  `SET LOCAL statement_timeout = 0`,
  `SET LOCAL idle_in_transaction_session_timeout = 0`,
].join(';');

const TABLES = `
  SELECT c.relname AS name,
    array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns,
    (SELECT array_agg(k.attname::text ORDER BY position.n)
     FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY position (attnum, n)
     JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = position.attnum
     WHERE i.indrelid = c.oid AND i.indisprimary) AS key
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> $1
  GROUP BY c.oid, c.relname ORDER BY c.relname`;

const REFERENCES = `
  SELECT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to" FROM pg_constraint
  WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`;

const SEQUENCES = `
  SELECT sequencename AS name, coalesce(last_value, start_value)::text AS last, last_value IS NOT NULL AS "isCalled"
  FROM pg_sequences WHERE schemaname = 'public' AND sequencename NOT LIKE $1 ORDER BY 1`;

/** Describes the database of a connection, inside its transaction. */
export async function describeDatabase(client: Client): Promise<DescribedDatabase> {
  const { rows: named } = await client.query<{ name: string }>('SELECT current_database() AS name');
  const { rows: levels } = await client.query<{ exists: boolean }>('SELECT to_regclass($1) IS NOT NULL AS exists', [
    MIGRATIONS_TABLE,
  ]);
  const name = named[0]?.name ?? '';
  if (levels[0]?.exists !== true)
    throw new HubError(
      'BACKUP_LEVEL_MISMATCH',
      `The database "${name}" was never migrated, so it is none of the hub. Prepare it first (guide "reference region", step 1).`,
    );
  const { rows: migrations } = await client.query<{ name: string }>(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY id`);
  const { rows: tables } = await client.query<{ name: string; columns: string[] | null; key: string[] | null }>(
    TABLES,
    [MIGRATIONS_TABLE],
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(REFERENCES);
  const { rows: sequences } = await client.query<{ name: string; last: string; isCalled: boolean }>(SEQUENCES, [
    `${MIGRATIONS_TABLE}%`,
  ]);
  const described = tables.map(({ name: table, columns, key }) => ({
    name: table,
    columns: columns ?? [],
    key: key ?? columns ?? [],
  }));
  return { name, migrations: migrations.map((each) => each.name), tables: inOrder(described, references), sequences };
}

/** Every table after those that it refers to. Two that refer to each other cannot be restored this way: a fault of ours. */
function inOrder(
  tables: readonly DescribedTable[],
  references: readonly { readonly from: string; readonly to: string }[],
): readonly DescribedTable[] {
  const waiting = [...tables];
  const ordered: DescribedTable[] = [];
  while (waiting.length > 0) {
    const isFree = ({ name }: DescribedTable) =>
      references.every(({ from, to }) => from !== name || ordered.some((done) => done.name === to));
    const next = waiting.findIndex(isFree);
    if (next < 0) throw new Error(`Tables refer to each other: ${waiting.map(({ name }) => name).join(', ')}`);
    ordered.push(...waiting.splice(next, 1));
  }
  return ordered;
}
