import type { EntityManager } from 'typeorm';

/** Key of the advisory lock of whoever folds or counts in a database; a migration of declared years names it, too. */
const LOCK = 1_763_910_201;

/** Takes the lock until the transaction ends; false when somebody else holds it. */
export async function takeFoldLock(manager: EntityManager): Promise<boolean> {
  const [row] = (await manager.query('SELECT pg_try_advisory_xact_lock($1) AS "isTaken"', [LOCK])) as {
    isTaken: boolean;
  }[];
  return row?.isTaken ?? false;
}
