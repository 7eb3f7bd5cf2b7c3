import { basename } from 'node:path';
import { DatabaseError } from 'pg';
import { HubError } from '../../kit/errors';
import type { ImportSettings } from './import-settings';

/** One import at a time in a region, so that natural keys are looked up and written by nobody else's file. */
const IMPORT_LOCK = 1_764_120_000;

/** Runs `work` in one transaction that the history knows as an import; it stays only if `work` says so. */
export async function inImportTransaction<Result>(
  { client, kind, mapping, path, actor }: ImportSettings,
  work: (importRun: string) => Promise<{ readonly isKept: boolean; readonly result: Result }>,
): Promise<Result> {
  await client.query('BEGIN');
  try {
    await client.query(`SELECT pg_advisory_xact_lock($1), set_config('work_mem', '64MB', true)`, [IMPORT_LOCK]);
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO import_run (origin, actor, kind, file_name, file_sha256, mapping, rows_read, rows_added, rows_changed, rows_unchanged)
      VALUES ('IMPORTED', $1, $2, $3, repeat('0', 64), $4, 0, 0, 0, 0) RETURNING id`,
      [actor, kind.name, basename(path), JSON.stringify(mapping)],
    );
    const importRun = rows[0]?.id ?? '';
    await client.query(
      `SELECT set_config('maillage.actor', $1, true), set_config('maillage.role', 'owner', true),
        set_config('maillage.desk', '', true), set_config('maillage.import_run', $2, true)`,
      [actor, importRun],
    );
    const { isKept, result } = await work(importRun);
    await client.query(isKept ? 'COMMIT' : 'ROLLBACK');
    return result;
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined);
    if (cause instanceof DatabaseError && cause.constraint !== undefined) {
      // The detail is left out: it quotes values of a row.
      const message = `The books refused what the file says of "${cause.table ?? ''}" (${cause.constraint}). Nothing was taken.`;
      throw new HubError('IMPORT_REFUSED_BY_BOOKS', message, { constraint: cause.constraint });
    }
    throw cause;
  }
}
