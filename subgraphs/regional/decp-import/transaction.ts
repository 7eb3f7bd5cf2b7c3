import type { ClientBase } from 'pg';

/** Runs work in one transaction: committed when it returns, rolled back when it throws. */
export async function inTransaction<Result>(client: ClientBase, work: () => Promise<Result>): Promise<Result> {
  await client.query('BEGIN');
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // The first error is the one to tell; a rollback fails only when the connection is lost already.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
