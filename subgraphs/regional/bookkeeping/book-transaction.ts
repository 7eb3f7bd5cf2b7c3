import type { DataSource, EntityManager } from 'typeorm';
import { BOOK_ROLES, type BookRole } from '../../kit/postgres';

/** Who works in the books of a region: one person in one role. */
export interface BookActor {
  /** Subject of the person's token: what the history says of who it was. */
  readonly subject: string;
  readonly role: 'desk' | 'coordination' | 'auditor';
  /** Local identifier of the desk; only of the role `desk`. */
  readonly desk: string | null;
}

const ROLE_OF: Readonly<Record<BookActor['role'], BookRole>> = BOOK_ROLES;

/**
 * Runs `work` in one transaction as this actor: PostgreSQL lets it see and change its own rows and nothing else, and the
 * history says who it was. Everything ends with the transaction, which is rolled back when `work` throws.
 */
export async function withinBooks<Result>(
  dataSource: DataSource,
  actor: BookActor,
  work: (books: EntityManager) => Promise<Result>,
): Promise<Result> {
  return dataSource.transaction(async (books) => {
    await books.query(
      `SELECT set_config('role', $1, true), set_config('maillage.actor', $2, true),
        set_config('maillage.role', $3, true), set_config('maillage.desk', $4, true),
        set_config('maillage.import_run', '', true)`,
      [ROLE_OF[actor.role], actor.subject, actor.role, actor.desk ?? ''],
    );
    return work(books);
  });
}
