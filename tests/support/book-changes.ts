import fc from 'fast-check';
import type { DataSource, QueryRunner } from 'typeorm';

/** Work contracts, and as many participants, lots, contracts and buyers, of the books that are changed. */
const ROWS = 8;

/** One change of the books by somebody; positions count from 1. */
export type BookChange =
  | {
      readonly kind: 'hours';
      readonly work: number;
      readonly month: number;
      readonly hours: number;
      readonly isValidated: boolean;
    }
  | { readonly kind: 'remove'; readonly work: number; readonly month: number }
  | { readonly kind: 'move'; readonly work: number; readonly lot: number; readonly participant: number }
  | {
      readonly kind: 'person';
      readonly participant: number;
      readonly sex: string;
      readonly criterion: string;
      readonly birthYear: number | null;
    }
  | {
      readonly kind: 'contract';
      readonly contract: number;
      readonly sector: string;
      readonly departement: string | null;
      readonly buyer: number;
    }
  | { readonly kind: 'lot'; readonly lot: number; readonly contract: number }
  | { readonly kind: 'buyer'; readonly buyer: number; readonly buyerKind: string }
  | { readonly kind: 'planned'; readonly lot: number; readonly month: number; readonly hours: number }
  | { readonly kind: 'validateAll'; readonly isValidated: boolean }
  | { readonly kind: 'shift'; readonly work: number };

const row = fc.integer({ min: 1, max: ROWS });
/** Months of two years, so that a change can move hours from one year to another. */
const month = fc.integer({ min: 1, max: 24 });
const hours = fc.integer({ min: 1, max: 1_500 }).map((tenths) => tenths / 10);
const record = fc.record;

/** Any change, the frequent ones more often. */
export const bookChange: fc.Arbitrary<BookChange> = fc.oneof(
  {
    weight: 10,
    arbitrary: record({ kind: fc.constant('hours' as const), work: row, month, hours, isValidated: fc.boolean() }),
  },
  { weight: 3, arbitrary: record({ kind: fc.constant('remove' as const), work: row, month }) },
  { weight: 2, arbitrary: record({ kind: fc.constant('move' as const), work: row, lot: row, participant: row }) },
  {
    weight: 2,
    arbitrary: record({
      kind: fc.constant('person' as const),
      participant: row,
      sex: fc.constantFrom('F', 'M', 'UNKNOWN'),
      criterion: fc.constantFrom('RSA', 'OTHER'),
      birthYear: fc.constantFrom(1970, 2000, null),
    }),
  },
  {
    weight: 2,
    arbitrary: record({
      kind: fc.constant('contract' as const),
      contract: row,
      sector: fc.constantFrom('BTP', 'CLEANING'),
      departement: fc.constantFrom('29', '35', null),
      buyer: row,
    }),
  },
  { weight: 1, arbitrary: record({ kind: fc.constant('lot' as const), lot: row, contract: row }) },
  {
    weight: 1,
    arbitrary: record({
      kind: fc.constant('buyer' as const),
      buyer: row,
      buyerKind: fc.constantFrom('STATE', 'HOSPITAL'),
    }),
  },
  { weight: 3, arbitrary: record({ kind: fc.constant('planned' as const), lot: row, month, hours }) },
  { weight: 1, arbitrary: record({ kind: fc.constant('validateAll' as const), isValidated: fc.boolean() }) },
  { weight: 1, arbitrary: record({ kind: fc.constant('shift' as const), work: row }) },
);

/** Books of a few rows for `bookChange`, with identifiers from 1. */
export async function seedRollupBooks(dataSource: DataSource): Promise<void> {
  const all = `generate_series(1, ${ROWS}) AS n`;
  await dataSource.query(`
    INSERT INTO desk (id, origin, name, host_type, opened_on) VALUES (1, 'DEMONSTRATION', 'x', 'MDE', '2015-01-01');
    INSERT INTO buyer (id, origin, siren, name, kind) SELECT n, 'DEMONSTRATION', lpad(n::text, 9, '0'), 'x', 'STATE' FROM ${all};
    INSERT INTO contract (id, origin, buyer_id, title, sector) SELECT n, 'DEMONSTRATION', n, 'x', 'BTP' FROM ${all};
    INSERT INTO lot (id, origin, contract_id, number, title) SELECT n, 'DEMONSTRATION', n, n, 'x' FROM ${all};
    INSERT INTO contractor (id, origin, name) VALUES (1, 'DEMONSTRATION', 'x');
    INSERT INTO participant (id, origin, pseudonym, sex, education_level, criterion)
      SELECT n, 'DEMONSTRATION', n::text, 'F', 'LEVEL_3', 'RSA' FROM ${all};
    INSERT INTO work_contract (id, origin, participant_id, lot_id, desk_id, employer_id, type, execution_mode, starts_on)
      SELECT n, 'DEMONSTRATION', n, n, 1, 1, 'CDD', 'PLACEMENT', '2021-01-01' FROM ${all}`);
}

/** PostgreSQL ended one of two transactions that waited for each other. */
const DEADLOCK = '40P01';

/** Makes one change; one that PostgreSQL ends because of a deadlock is made again. */
export async function changeBooks(runner: QueryRunner, change: BookChange): Promise<void> {
  const { sql, values } = statementOf(change);
  try {
    await runner.query(sql, [...values]);
  } catch (error) {
    if ((error as { code?: unknown }).code !== DEADLOCK) throw error;
    await changeBooks(runner, change);
  }
}

function statementOf(change: BookChange): { readonly sql: string; readonly values: readonly unknown[] } {
  switch (change.kind) {
    case 'hours':
      return {
        sql: `INSERT INTO hour_entry (origin, work_contract_id, month, hours, state) VALUES ('DEMONSTRATION', $1, $2, $3, $4)
          ON CONFLICT (work_contract_id, month) DO UPDATE SET hours = excluded.hours, state = excluded.state`,
        values: [change.work, dayOf(change.month), change.hours, change.isValidated ? 'VALIDATED' : 'ENTERED'],
      };
    case 'remove':
      return {
        sql: 'DELETE FROM hour_entry WHERE work_contract_id = $1 AND month = $2',
        values: [change.work, dayOf(change.month)],
      };
    case 'move':
      return {
        sql: 'UPDATE work_contract SET lot_id = $2, participant_id = $3 WHERE id = $1',
        values: [change.work, change.lot, change.participant],
      };
    case 'person':
      return {
        sql: 'UPDATE participant SET sex = $2, criterion = $3, birth_year = $4 WHERE id = $1',
        values: [change.participant, change.sex, change.criterion, change.birthYear],
      };
    case 'contract':
      return {
        sql: 'UPDATE contract SET sector = $2, departement_code = $3, buyer_id = $4 WHERE id = $1',
        values: [change.contract, change.sector, change.departement, change.buyer],
      };
    case 'lot':
      return { sql: 'UPDATE lot SET contract_id = $2 WHERE id = $1', values: [change.lot, change.contract] };
    case 'buyer':
      return { sql: 'UPDATE buyer SET kind = $2 WHERE id = $1', values: [change.buyer, change.buyerKind] };
    case 'planned':
      return {
        sql: `INSERT INTO hour_commitment (origin, lot_id, month, hours) VALUES ('DEMONSTRATION', $1, $2, $3)
          ON CONFLICT (lot_id, month) DO UPDATE SET hours = excluded.hours`,
        values: [change.lot, dayOf(change.month), change.hours],
      };
    case 'validateAll':
      return { sql: 'UPDATE hour_entry SET state = $1', values: [change.isValidated ? 'VALIDATED' : 'ENTERED'] };
    case 'shift':
      // Into years that no other change writes, and only what is not there yet.
      return {
        sql: `UPDATE hour_entry SET month = (month + interval '24 months')::date
          WHERE work_contract_id = $1 AND month < '2023-01-01' AND NOT EXISTS (
            SELECT FROM hour_entry o WHERE o.work_contract_id = $1
              AND o.month = (hour_entry.month + interval '24 months')::date)`,
        values: [change.work],
      };
  }
}

function dayOf(month: number): string {
  const year = month > 12 ? 2022 : 2021;
  return `${year}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`;
}
