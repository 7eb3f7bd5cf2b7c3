import type { DataSource } from 'typeorm';

/** How long the history of a post keeps a person: two yearly confirmations see each other. */
const KEPT = '1 year';
const NOBODY = `'{"name": null, "email": null, "phone": null}'::jsonb`;
const NAMES = (column: string) => `coalesce(${column} ->> 'name', ${column} ->> 'email', ${column} ->> 'phone')`;

/** What was forgotten: rows of the history, and posts that have ended. */
export interface Forgotten {
  readonly changes: number;
  readonly posts: number;
}

/**
 * Takes name, e-mail and telephone out of changes that are older than a year, and out of posts that ended more than a year ago; what changed,
 * when and by whom stays (regulation (EU) 2016/679, article 5(1)(e)). Running it again does nothing.
 */
export async function forgetPersons(dataSource: DataSource, now: Date): Promise<Forgotten> {
  return dataSource.transaction(async (manager) => {
    const [, changes] = (await manager.query(
      `UPDATE correspondent_change SET after = after || ${NOBODY}, before = before || ${NOBODY}
        WHERE created_at < $1::timestamptz - interval '${KEPT}' AND (${NAMES('after')} IS NOT NULL OR ${NAMES('before')} IS NOT NULL)`,
      [now],
    )) as [unknown, number];
    const [, posts] = (await manager.query(
      `UPDATE correspondent SET name = NULL, email = NULL, phone = NULL, is_published = false, updated_at = now()
        WHERE valid_to < ($1::timestamptz - interval '${KEPT}')::date AND coalesce(name, email, phone) IS NOT NULL`,
      [now],
    )) as [unknown, number];
    return { changes, posts };
  });
}
