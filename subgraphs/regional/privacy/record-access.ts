import type { EntityManager } from 'typeorm';

/** Longest name of an operation that is kept. */
const MOST_CHARACTERS = 120;

/**
 * Writes down that whoever this transaction works for looks at these persons. Within `withinBooks`, in the transaction that
 * reads them: who reads and cannot be written down reads nothing.
 */
export async function recordAccess(
  books: EntityManager,
  participantIds: readonly string[],
  operation: string,
): Promise<void> {
  if (participantIds.length === 0) return;
  await books.query(
    `INSERT INTO access_record (actor, role, desk_id, participant_id, operation)
     SELECT current_setting('maillage.actor'), current_setting('maillage.role'),
       nullif(current_setting('maillage.desk', true), '')::bigint, person, $2
     FROM unnest($1::bigint[]) person`,
    [[...new Set(participantIds)], operation.slice(0, MOST_CHARACTERS)],
  );
}
