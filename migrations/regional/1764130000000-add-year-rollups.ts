import type { MigrationInterface, QueryRunner } from 'typeorm';

const MONTHS = Array.from({ length: 12 }, (_, index) => `m${String(index + 1).padStart(2, '0')}`);

/** What is grouped and filtered by that a contract and its buyer say: column here, where it is read. */
const OF_CONTRACT = [
  ['contract_id', 'c.id'],
  ['operation_id', 'c.operation_id'],
  ['departement_code', 'c.departement_code'],
  ['sector', 'c.sector'],
  ['clause_type', 'c.clause_type'],
  ['contract_origin', 'c.origin'],
  ['buyer_id', 'c.buyer_id'],
  ['buyer_kind', 'b.kind'],
] as const;
const OF_PARTICIPANT = [
  ['participant_id', 'p.id'],
  ['sex', 'p.sex'],
  ['birth_year', 'p.birth_year'],
  ['education_level', 'p.education_level'],
  ['criterion', 'p.criterion'],
  ['lives_in_qpv', 'p.lives_in_qpv'],
] as const;
const OF_WORK = [
  ['lot_id', 'w.lot_id'],
  ['employer_id', 'w.employer_id'],
  ['type', 'w.type'],
  ['execution_mode', 'w.execution_mode'],
] as const;
type Columns = readonly (readonly [string, string])[];

/** Hours of a month in hundredths: what counts as done is validated. */
const DONE = `CASE WHEN state = 'VALIDATED' THEN (hours * 100)::bigint END`;
const PLANNED = '(hours * 100)::bigint';

/** One rollup: a row for each owner of months and year, with its twelve months and what figures need of its parents. */
interface Rollup {
  readonly table: string;
  readonly source: string;
  readonly owner: string;
  readonly value: string;
  readonly columns: Columns;
  /** The owner `w` with its parents. */
  readonly parents: string;
  /** Statements that lock the owners in `v_owners`, and everything above them. */
  readonly locks: string;
}

/**
 * Locks a generation of parents at a time, each in a statement of its own: none of them changes until this transaction ends,
 * and a change that was under way is waited for. In one statement with joins, READ COMMITTED would hold a parent that was just
 * changed against the grandparents of before, and lose the row.
 */
const lockOf = (table: string, ids: string): string => `
      PERFORM 1 FROM ${table} WHERE id IN (${ids}) ORDER BY id FOR SHARE;`;
const WORK = 'SELECT unnest(v_owners)';
const lotsOf = 'SELECT lot_id FROM work_contract WHERE id = ANY (v_owners)';
const contractsAbove = (lots: string): string => `
      ${lockOf('contract', `SELECT contract_id FROM lot WHERE id IN (${lots})`)}
      ${lockOf('buyer', `SELECT buyer_id FROM contract WHERE id IN (SELECT contract_id FROM lot WHERE id IN (${lots}))`)}`;

const WORK_YEAR: Rollup = {
  table: 'work_year',
  source: 'hour_entry',
  owner: 'work_contract_id',
  value: DONE,
  columns: [...OF_WORK, ...OF_PARTICIPANT, ...OF_CONTRACT],
  parents: `work_contract w JOIN participant p ON p.id = w.participant_id JOIN lot l ON l.id = w.lot_id
    JOIN contract c ON c.id = l.contract_id JOIN buyer b ON b.id = c.buyer_id`,
  locks:
    lockOf('work_contract', WORK) +
    lockOf('participant', 'SELECT participant_id FROM work_contract WHERE id = ANY (v_owners)') +
    lockOf('lot', lotsOf) +
    contractsAbove(lotsOf),
};
const PLANNED_YEAR: Rollup = {
  table: 'planned_year',
  source: 'hour_commitment',
  owner: 'lot_id',
  value: PLANNED,
  columns: OF_CONTRACT,
  parents: `lot w JOIN contract c ON c.id = w.contract_id JOIN buyer b ON b.id = c.buyer_id`,
  locks: lockOf('lot', WORK) + contractsAbove(WORK),
};

/**
 * Rollups by year, kept by triggers in the transaction that changes the rows (docs/adr/0015): one row for each work contract
 * and year with its validated hours by month, one for each lot and year with its committed hours, each with everything that
 * figures group and filter by. Nothing is ever stale, and there is no nightly job.
 */
export class AddYearRollups1764130000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner);
    for (const rollup of [WORK_YEAR, PLANNED_YEAR]) {
      await runner.query(monthsFunction(rollup));
      await runner.query(`REVOKE ALL ON FUNCTION maillage_${rollup.table}_months() FROM PUBLIC`);
      for (const [event, tables] of EVENTS) {
        await runner.query(`
          CREATE TRIGGER tr_${rollup.source}_rollup_${event.toLowerCase()} AFTER ${event} ON ${rollup.source}
          REFERENCING ${tables} FOR EACH STATEMENT EXECUTE FUNCTION maillage_${rollup.table}_months()`);
      }
    }
    for (const [table, body] of PARENT_CHANGES) {
      await runner.query(parentFunction(table, body));
      await runner.query(`REVOKE ALL ON FUNCTION maillage_rollup_${table}() FROM PUBLIC`);
      await runner.query(`
        CREATE TRIGGER tr_${table}_rollup AFTER UPDATE ON ${table} REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION maillage_rollup_${table}()`);
    }
    for (const rollup of [WORK_YEAR, PLANNED_YEAR]) await runner.query(fill(rollup));
    await runner.query(`CREATE INDEX ix_hour_entry_demonstration ON hour_entry (month) WHERE origin = 'DEMONSTRATION'`);
    await runner.query(
      `CREATE INDEX ix_hour_commitment_demonstration ON hour_commitment (month) WHERE origin = 'DEMONSTRATION'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_hour_commitment_demonstration');
    await runner.query('DROP INDEX ix_hour_entry_demonstration');
    for (const [table] of PARENT_CHANGES) {
      await runner.query(`DROP TRIGGER tr_${table}_rollup ON ${table}`);
      await runner.query(`DROP FUNCTION maillage_rollup_${table}()`);
    }
    for (const rollup of [WORK_YEAR, PLANNED_YEAR]) {
      for (const [event] of EVENTS) {
        await runner.query(`DROP TRIGGER tr_${rollup.source}_rollup_${event.toLowerCase()} ON ${rollup.source}`);
      }
      await runner.query(`DROP FUNCTION maillage_${rollup.table}_months()`);
      await runner.query(`DROP TABLE ${rollup.table}`);
    }
  }
}

const EVENTS = [
  ['INSERT', 'NEW TABLE AS new_rows'],
  ['UPDATE', 'OLD TABLE AS old_rows NEW TABLE AS new_rows'],
  ['DELETE', 'OLD TABLE AS old_rows'],
] as const;

async function createTables(runner: QueryRunner): Promise<void> {
  const contract = `
      contract_id bigint NOT NULL,
      operation_id bigint,
      departement_code text COLLATE "C",
      sector text COLLATE "C" NOT NULL,
      clause_type text COLLATE "C",
      contract_origin text COLLATE "C" NOT NULL,
      buyer_id bigint NOT NULL,
      buyer_kind text COLLATE "C" NOT NULL,`;
  const months = MONTHS.map((month) => `${month} bigint`).join(', ');
  await runner.query(`
    CREATE TABLE work_year (
      work_contract_id bigint NOT NULL
        CONSTRAINT fk_work_year_work_contract REFERENCES work_contract (id) ON DELETE CASCADE,
      year integer NOT NULL,
      lot_id bigint NOT NULL,
      employer_id bigint NOT NULL,
      type text COLLATE "C" NOT NULL,
      execution_mode text COLLATE "C" NOT NULL,
      participant_id bigint NOT NULL,
      sex text COLLATE "C" NOT NULL,
      birth_year integer,
      education_level text COLLATE "C" NOT NULL,
      criterion text COLLATE "C" NOT NULL,
      lives_in_qpv boolean,${contract}
      ${months},
      touched integer NOT NULL,
      CONSTRAINT pk_work_year PRIMARY KEY (work_contract_id, year))`);
  await runner.query(`
    CREATE TABLE planned_year (
      lot_id bigint NOT NULL CONSTRAINT fk_planned_year_lot REFERENCES lot (id) ON DELETE CASCADE,
      year integer NOT NULL,${contract}
      ${months},
      touched integer NOT NULL,
      CONSTRAINT pk_planned_year PRIMARY KEY (lot_id, year))`);
  for (const table of ['work_year', 'planned_year']) {
    await runner.query(`CREATE INDEX ix_${table}_year ON ${table} (year)`);
    await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
    await runner.query(`GRANT SELECT ON ${table} TO maillage_reader_books`);
    await runner.query(`CREATE POLICY ps_${table}_books ON ${table} FOR SELECT TO maillage_reader_books USING (true)`);
  }
}

/** Months of a set of (owner, month, value) as one row for each owner and year. */
const byYear = (owner: string, from: string): string => `
  SELECT ${owner} AS owner, extract(year FROM month)::integer AS year,
    ${MONTHS.map((name, index) => `sum(value) FILTER (WHERE extract(month FROM month) = ${index + 1})::bigint AS ${name}`).join(', ')},
    bit_or(1 << (extract(month FROM month)::integer - 1)) AS touched
  FROM ${from} GROUP BY 1, 2`;

const insertInto = ({ table, owner, columns, parents }: Rollup): string => `
  INSERT INTO ${table} (${owner}, year, ${columns.map(([column]) => column).join(', ')}, ${MONTHS.join(', ')}, touched)
  SELECT y.owner, y.year, ${columns.map(([, expression]) => expression).join(', ')},
    ${MONTHS.map((month) => `y.${month}`).join(', ')}, y.touched
  FROM years y JOIN (${parents}) ON w.id = y.owner
  ORDER BY y.owner, y.year
  ON CONFLICT (${owner}, year) DO UPDATE SET touched = excluded.touched,
    ${MONTHS.map((month, index) => `${month} = CASE WHEN excluded.touched & ${1 << index} <> 0 THEN excluded.${month} ELSE ${table}.${month} END`).join(', ')}`;

/**
 * Each month belongs to one row of the source, which its writer holds; so a statement sets the months that it touched and
 * leaves the others as they are, whoever else writes them. With an isolation above READ COMMITTED a statement would not see
 * what others have committed meanwhile: that is refused.
 */
function monthsFunction(rollup: Rollup): string {
  const { table, owner, value } = rollup;
  const added = `SELECT ${owner}, month, ${value} AS value FROM new_rows`;
  const gone = (unless: string) => `SELECT o.${owner}, o.month, NULL::bigint AS value FROM old_rows o ${unless}`;
  const moved = `WHERE NOT EXISTS (SELECT FROM new_rows n WHERE n.${owner} = o.${owner} AND n.month = o.month)`;
  const write = (changed: string) => `
      SELECT array_agg(DISTINCT changed.${owner}) INTO v_owners FROM (${changed}) changed;
      IF v_owners IS NULL THEN RETURN NULL; END IF;
      ${rollup.locks}
      WITH changed AS (${changed}), years AS (${byYear(owner, 'changed')}) ${insertInto(rollup)};`;
  return `
    CREATE FUNCTION maillage_${table}_months() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
    AS $$
    DECLARE v_owners bigint[];
    BEGIN
      IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'the books are written in READ COMMITTED, so that rollups see every other change'
          USING ERRCODE = 'feature_not_supported';
      END IF;
      IF TG_OP = 'INSERT' THEN ${write(`SELECT * FROM (${added}) a WHERE value IS NOT NULL`)}
      ELSIF TG_OP = 'UPDATE' THEN ${write(`${added} UNION ALL ${gone(moved)}`)}
      ELSE ${write(gone(''))}
      END IF;
      RETURN NULL;
    END $$`;
}

const setting = (columns: Columns): string =>
  columns.map(([column, expression]) => `${column} = ${expression}`).join(', ');
const changed = (columns: readonly string[]): string =>
  `(${columns.map((column) => `o.${column}`).join(', ')}) IS DISTINCT FROM (${columns.map((column) => `n.${column}`).join(', ')})`;
const CHANGED = 'new_rows n JOIN old_rows o ON o.id = n.id';

/**
 * What a change of a parent does to the rollups. Each sets the columns of that parent alone: two changes of two parents of
 * the same row never undo each other. What it takes from further up is locked, as above. The rows are found by the books and
 * by their own columns: a row that another transaction has just given other parents is left to it.
 */
const PARENT_CHANGES: readonly (readonly [string, string])[] = [
  [
    'participant',
    `UPDATE work_year t SET ${setting(OF_PARTICIPANT)}
     FROM ${CHANGED} JOIN participant p ON p.id = n.id
     WHERE t.work_contract_id IN (SELECT w.id FROM work_contract w WHERE w.participant_id = n.id) AND t.participant_id = n.id
       AND ${changed(['sex', 'birth_year', 'education_level', 'criterion', 'lives_in_qpv'])};`,
  ],
  [
    'work_contract',
    `SELECT array_agg(n.id) INTO v_owners FROM ${CHANGED}
     WHERE ${changed(['participant_id', 'lot_id', 'employer_id', 'type', 'execution_mode'])};
     ${WORK_YEAR.locks}
     UPDATE work_year t SET ${setting([...OF_WORK, ...OF_PARTICIPANT, ...OF_CONTRACT])}
     FROM ${CHANGED} JOIN work_contract w ON w.id = n.id JOIN participant p ON p.id = w.participant_id
       JOIN lot l ON l.id = w.lot_id JOIN contract c ON c.id = l.contract_id JOIN buyer b ON b.id = c.buyer_id
     WHERE t.work_contract_id = n.id
       AND ${changed(['participant_id', 'lot_id', 'employer_id', 'type', 'execution_mode'])};`,
  ],
  [
    'lot',
    `SELECT array_agg(n.id) INTO v_owners FROM ${CHANGED} WHERE ${changed(['contract_id'])};
     ${PLANNED_YEAR.locks}
     UPDATE work_year t SET ${setting(OF_CONTRACT)}
     FROM ${CHANGED} JOIN contract c ON c.id = n.contract_id JOIN buyer b ON b.id = c.buyer_id
     WHERE t.work_contract_id IN (SELECT w.id FROM work_contract w WHERE w.lot_id = n.id) AND t.lot_id = n.id
       AND ${changed(['contract_id'])};
     UPDATE planned_year t SET ${setting(OF_CONTRACT)}
     FROM ${CHANGED} JOIN contract c ON c.id = n.contract_id JOIN buyer b ON b.id = c.buyer_id
     WHERE t.lot_id = n.id AND ${changed(['contract_id'])};`,
  ],
  [
    'contract',
    `${lockOf('buyer', `SELECT n.buyer_id FROM ${CHANGED} WHERE ${changed(['buyer_id'])}`)}
     UPDATE work_year t SET ${setting(OF_CONTRACT)}
     FROM ${CHANGED} JOIN contract c ON c.id = n.id JOIN buyer b ON b.id = c.buyer_id
     WHERE t.work_contract_id IN (SELECT w.id FROM work_contract w JOIN lot l ON l.id = w.lot_id WHERE l.contract_id = n.id)
       AND t.contract_id = n.id AND ${changed(['operation_id', 'departement_code', 'sector', 'clause_type', 'origin', 'buyer_id'])};
     UPDATE planned_year t SET ${setting(OF_CONTRACT)}
     FROM ${CHANGED} JOIN contract c ON c.id = n.id JOIN buyer b ON b.id = c.buyer_id
     WHERE t.lot_id IN (SELECT l.id FROM lot l WHERE l.contract_id = n.id) AND t.contract_id = n.id
       AND ${changed(['operation_id', 'departement_code', 'sector', 'clause_type', 'origin', 'buyer_id'])};`,
  ],
  [
    'buyer',
    `UPDATE work_year t SET buyer_kind = n.kind FROM ${CHANGED}
     WHERE ${changed(['kind'])} AND t.buyer_id = n.id AND t.work_contract_id IN (
       SELECT w.id FROM work_contract w JOIN lot l ON l.id = w.lot_id JOIN contract c ON c.id = l.contract_id
       WHERE c.buyer_id = n.id);
     UPDATE planned_year t SET buyer_kind = n.kind FROM ${CHANGED}
     WHERE ${changed(['kind'])} AND t.buyer_id = n.id AND t.lot_id IN (
       SELECT l.id FROM lot l JOIN contract c ON c.id = l.contract_id WHERE c.buyer_id = n.id);`,
  ],
];

function parentFunction(table: string, body: string): string {
  return `
    CREATE FUNCTION maillage_rollup_${table}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
    AS $$ DECLARE v_owners bigint[]; BEGIN ${body} RETURN NULL; END $$`;
}

/** Rows that were there before the rollups. */
function fill(rollup: Rollup): string {
  const { source, owner, value } = rollup;
  return `
    WITH changed AS (SELECT * FROM (SELECT ${owner}, month, ${value} AS value FROM ${source}) a WHERE value IS NOT NULL),
      years AS (${byYear(owner, 'changed')}) ${insertInto(rollup)}`;
}
