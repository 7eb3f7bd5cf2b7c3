import type { MigrationInterface, QueryRunner } from 'typeorm';

const EVERYONE = ['maillage_reader', 'maillage_reader_books', 'maillage_reader_desk', 'maillage_reader_buyer'];

/** What the federated face reads since version 3 of the regional schema. */
interface Grant {
  readonly table: string;
  readonly name: string;
  readonly to: readonly string[];
  readonly rows: string;
  /** All columns when absent. */
  readonly columns?: string;
}

/** What of an outcome is counted. */
const COUNTED = 'id, work_contract_id, stage, situation, observed_on';

const GRANTS: readonly Grant[] = [
  { table: 'territory_strategy', name: 'everyone', to: EVERYONE, rows: 'true' },
  {
    table: 'qualitative_record',
    name: 'everyone',
    to: EVERYONE,
    // What its author shares, from the day of the consent until that of its withdrawal.
    rows: 'shared_on <= current_date AND (withdrawn_on IS NULL OR withdrawn_on > current_date)',
    columns:
      'id, origin, kind, theme, territory_kind, territory_code, author, title, body, occurred_on, shared_on, withdrawn_on',
  },
  { table: 'dated_parameter', name: 'everyone', to: EVERYONE, rows: 'true' },
  { table: 'outcome', name: 'books', to: ['maillage_reader_books'], rows: 'true', columns: COUNTED },
  {
    table: 'outcome',
    name: 'buyer',
    to: ['maillage_reader_buyer'],
    rows: 'work_contract_id IN (SELECT w.id FROM work_contract w)',
    columns: COUNTED,
  },
];

/** Lets the subgraph read strategies, shared records, thresholds and outcomes, each as far as its caller may see them. */
export class ShareWithTheNetwork1764190000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { table, name, to, rows, columns } of GRANTS) {
      const roles = to.join(', ');
      await runner.query(`GRANT SELECT${columns === undefined ? '' : ` (${columns})`} ON ${table} TO ${roles}`);
      await runner.query(`CREATE POLICY ps_${table}_${name} ON ${table} FOR SELECT TO ${roles} USING (${rows})`);
    }
    await runner.query('CREATE INDEX ix_outcome_observed_on ON outcome (observed_on)');
    await runner.query('CREATE INDEX ix_contract_ends_on ON contract (ends_on)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_contract_ends_on');
    await runner.query('DROP INDEX ix_outcome_observed_on');
    for (const { table, name, to, columns } of GRANTS) {
      await runner.query(`DROP POLICY ps_${table}_${name} ON ${table}`);
      const what = columns === undefined ? 'SELECT' : `SELECT (${columns})`;
      await runner.query(`REVOKE ${what} ON ${table} FROM ${to.join(', ')}`);
    }
  }
}
