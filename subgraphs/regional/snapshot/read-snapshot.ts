import type { QueryResult } from 'pg';
import type { DataSource, EntityTarget, ObjectLiteral, QueryRunner, Repository } from 'typeorm';
import { type Visibility, visibilitySql } from '../visibility';

/** The books as they were at one moment, as far as one caller sees them: every query sees the same rows. */
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
  /** Rows of one table as entities. */
  repository<Row extends ObjectLiteral>(entity: EntityTarget<Row>): Repository<Row>;
}

interface Opening {
  readonly as_of: Date;
  readonly state: string;
}

/**
 * Runs `read` over one snapshot: a REPEATABLE READ, READ ONLY transaction on a connection of its own, which sees what
 * `visibility` says and nothing else. Throws FORBIDDEN before any connection is taken when that is refused.
 */
export async function readSnapshot<Result>(
  dataSource: DataSource,
  visibility: Visibility,
  read: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  const opening = openingSql(visibility);
  const runner = dataSource.createQueryRunner();
  try {
    try {
      const result = await read(await openSnapshot(runner, opening));
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

/** Transaction, caller, moment and state in one round trip. */
function openingSql(visibility: Visibility): string {
  return `
    BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
    SELECT ${visibilitySql(visibility)};
    SELECT now() AS as_of,
      pg_current_snapshot()::text || '@' || extract(epoch FROM pg_postmaster_start_time()) AS state`;
}

async function openSnapshot(runner: QueryRunner, sql: string): Promise<Snapshot> {
  // The driver's own connection: TypeORM drops the results of several statements.
  const connection = (await runner.connect()) as { query(sql: string): Promise<QueryResult<Opening>[]> };
  const opening = (await connection.query(sql)).at(-1)?.rows[0];
  if (opening === undefined) throw new Error('PostgreSQL did not say what time it is');
  return {
    asOf: opening.as_of,
    state: opening.state,
    query: async <Row>(sql: string, values: readonly unknown[] = []) => (await runner.query(sql, [...values])) as Row[],
    repository: (entity) => runner.manager.getRepository(entity),
  };
}
