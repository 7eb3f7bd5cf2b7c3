import type { DataSource, QueryRunner } from 'typeorm';

/** The books as they were at one moment: every query sees the same rows. */
export interface Snapshot {
  /** The moment, by the database's clock. */
  readonly asOf: Date;
  /**
   * Names the state of the database: while it is the same text, nothing was committed in between
   * (PostgreSQL's own snapshot identifier and the start of the server that gave it).
   */
  readonly state: string;
  /** Runs one SELECT. */
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

const OPENING = `
  SELECT now() AS as_of, pg_current_snapshot()::text || '@' || extract(epoch FROM pg_postmaster_start_time()) AS state`;

/** Runs `read` over one snapshot: a REPEATABLE READ, READ ONLY transaction on a connection of its own. */
export async function readSnapshot<Result>(
  dataSource: DataSource,
  read: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    try {
      const result = await read(await openSnapshot(runner));
      await runner.query('COMMIT');
      return result;
    } catch (error) {
      // The first error is the one that counts; a lost connection cannot roll back either.
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  } finally {
    await runner.release();
  }
}

async function openSnapshot(runner: QueryRunner): Promise<Snapshot> {
  const [opening] = (await runner.query(OPENING)) as { as_of: Date; state: string }[];
  if (opening === undefined) throw new Error('PostgreSQL did not say what time it is');
  return {
    asOf: opening.as_of,
    state: opening.state,
    query: async <Row>(sql: string, values: readonly unknown[] = []) => (await runner.query(sql, [...values])) as Row[],
  };
}
