import type { EntityManager } from 'typeorm';

/** Any number, always the same: the lock has no table. */
const LOCK = 4_204_053;

/**
 * Lets one transaction at a time change what is served, among all processes of the registry; it is given back at the
 * end of the transaction, or by PostgreSQL when the process dies.
 */
export async function lockSupergraph(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
}
