import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ensureRoles } from './ensure-roles';

/**
 * Roles of the cluster as which a region's subgraph reads; none can log in. `maillage_reader` is what a connection
 * is from its first moment; a transaction becomes one of the others for the caller on whose behalf it reads.
 */
const READERS = ['maillage_reader', 'maillage_reader_books', 'maillage_reader_desk', 'maillage_reader_buyer'] as const;

type Reader = (typeof READERS)[number];

/** What a reader may read of a table. */
interface Grant {
  readonly table: string;
  readonly to: readonly Reader[];
  /** Rows that it sees. */
  readonly rows: string;
  /** All columns unless said. */
  readonly columns?: readonly string[];
}

const BOOKS: readonly Reader[] = ['maillage_reader_books'];
const BUYER: readonly Reader[] = ['maillage_reader_buyer'];
const DESK: readonly Reader[] = ['maillage_reader_desk'];
const DESK_AND_BUYER: readonly Reader[] = ['maillage_reader_desk', 'maillage_reader_buyer'];
/** What the figures and the rows of contracts are made of: whole for `maillage_reader_books`. */
const BOOK_TABLES = [
  'buyer',
  'operation',
  'contract',
  'contractor',
  'lot',
  'hour_commitment',
  'work_contract',
] as const;
/** What figures count of a person: never who it is. */
const PERSON_COLUMNS = ['id', 'birth_year', 'sex', 'education_level', 'criterion', 'lives_in_qpv'] as const;

/** The subqueries below are under the same policies, so that each table sees what the one above it lets through. */
const GRANTS: readonly Grant[] = [
  ...['coordination', 'desk', 'desk_territory', 'facilitator'].map((table) => ({ table, to: READERS, rows: 'true' })),
  { table: 'declaration', to: [...BOOKS, ...BUYER], rows: 'true' },
  { table: 'demonstration_load', to: BOOKS, rows: 'true' },
  ...[...BOOK_TABLES, 'hour_entry'].map((table) => ({ table, to: BOOKS, rows: 'true' })),
  { table: 'participant', to: BOOKS, rows: 'true', columns: PERSON_COLUMNS },
  { table: 'buyer', to: BUYER, rows: 'id = ANY ((SELECT maillage_own_buyers())::bigint[])' },
  { table: 'operation', to: BUYER, rows: 'buyer_id = ANY ((SELECT maillage_own_buyers())::bigint[])' },
  { table: 'contract', to: BUYER, rows: 'buyer_id = ANY ((SELECT maillage_own_buyers())::bigint[])' },
  { table: 'operation', to: DESK, rows: 'desk_id = (SELECT maillage_own_desk())' },
  {
    table: 'contract',
    to: DESK,
    rows: `desk_id = (SELECT maillage_own_desk())
      OR operation_id IN (SELECT o.id FROM operation o WHERE o.desk_id = (SELECT maillage_own_desk()))`,
  },
  { table: 'buyer', to: DESK, rows: 'id IN (SELECT c.buyer_id FROM contract c)' },
  { table: 'lot', to: DESK_AND_BUYER, rows: 'contract_id IN (SELECT c.id FROM contract c)' },
  { table: 'hour_commitment', to: DESK_AND_BUYER, rows: 'lot_id IN (SELECT l.id FROM lot l)' },
  { table: 'work_contract', to: DESK_AND_BUYER, rows: 'lot_id IN (SELECT l.id FROM lot l)' },
  { table: 'hour_entry', to: DESK_AND_BUYER, rows: 'work_contract_id IN (SELECT w.id FROM work_contract w)' },
  {
    table: 'participant',
    to: BUYER,
    rows: 'id IN (SELECT w.participant_id FROM work_contract w)',
    columns: PERSON_COLUMNS,
  },
  { table: 'contractor', to: BUYER, rows: 'id IN (SELECT w.employer_id FROM work_contract w)' },
];

/** Every table of the books; lot_contractor has no policy, since nothing that is served reads it. */
const TABLES = [...new Set([...GRANTS.map(({ table }) => table), 'lot_contractor'])];

/** Lets the subgraph that serves the federation read only what its caller may see. The owner reads and writes as before. */
export class AddRowLevelSecurity1764000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ensureRoles(runner, READERS);
    await createFunctions(runner);
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
    for (const grant of GRANTS) {
      const to = grant.to.join(', ');
      const columns = grant.columns === undefined ? '' : ` (${grant.columns.join(', ')})`;
      await runner.query(`GRANT SELECT${columns} ON ${grant.table} TO ${to}`);
      await runner.query(
        `CREATE POLICY ${policyOf(grant)} ON ${grant.table} FOR SELECT TO ${to} USING (${grant.rows})`,
      );
    }
  }

  /** The roles stay: other databases of the cluster use them. */
  async down(runner: QueryRunner): Promise<void> {
    for (const grant of GRANTS) await runner.query(`DROP POLICY ${policyOf(grant)} ON ${grant.table}`);
    for (const table of TABLES) {
      await runner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
      await runner.query(`REVOKE ALL ON ${table} FROM ${READERS.join(', ')}`);
    }
    await runner.query('DROP FUNCTION maillage_own_buyers()');
    await runner.query('DROP FUNCTION maillage_own_desk()');
  }
}

function policyOf({ table, to }: Grant): string {
  const readers = to.length === READERS.length ? 'everyone' : to.map((role) => role.split('_').at(-1)).join('_');
  return `ps_${table}_${readers}`;
}

/**
 * What the caller of a transaction owns, from settings that end with it; without them, nothing. The buyers are found
 * with the owner's rights, since a policy on `buyer` that read `buyer` would never end. Bodies are bound when they are
 * created: no search path of a session can lead them elsewhere.
 */
async function createFunctions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION maillage_own_desk() RETURNS bigint LANGUAGE sql STABLE
    RETURN nullif(current_setting('maillage.desk', true), '')::bigint`);
  await runner.query(`
    CREATE FUNCTION maillage_own_buyers() RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER
    RETURN ARRAY(
      SELECT b.id FROM buyer b
      WHERE b.siren = ANY (string_to_array(current_setting('maillage.sirens', true), ',')))`);
  await runner.query('REVOKE ALL ON FUNCTION maillage_own_buyers() FROM PUBLIC');
  await runner.query('GRANT EXECUTE ON FUNCTION maillage_own_buyers() TO maillage_reader_buyer');
}
