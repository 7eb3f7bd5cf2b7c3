import type { DataSource, EntityManager } from 'typeorm';
import { parameterAt, type Parameter } from '../modules/dated-parameter';

/** Persons forgotten in one transaction, so that a purge of years holds up nobody. */
const AT_ONCE = 500;

/**
 * Forgets a person at their request (RGPD, article 17); within `withinBooks` as the desk that follows the person. False when
 * there is nobody to forget: unknown, forgotten before, followed by another desk, or with work for another desk, which
 * then has to agree: the owner's command forgets such a person.
 */
export async function erasePerson(books: EntityManager, participantId: string): Promise<boolean> {
  return (await erase(books, [participantId], 'REQUEST')) === 1;
}

/** What a purge did, or would do. */
export interface PurgeReport {
  readonly isDryRun: boolean;
  /** Persons whose retention is over. Demonstration rows are invented persons and stay. */
  readonly persons: number;
  readonly accessRecords: number;
  readonly retention: Parameter;
  readonly accessRetention: Parameter;
}

/**
 * Forgets everybody whose last hour, end of contract or observed outcome is longer ago than the retention, and the access log
 * beyond its own. As owner of the books; what was done so far stays done when it is ended midway.
 */
export async function purgeBooks(
  dataSource: DataSource,
  { today, isDryRun }: { readonly today: string; readonly isDryRun: boolean },
): Promise<PurgeReport> {
  const { manager } = dataSource;
  const retention = await parameterAt(manager, 'PARTICIPANT_RETENTION_MONTHS', today);
  const accessRetention = await parameterAt(manager, 'ACCESS_LOG_RETENTION_MONTHS', today);
  const ids = await overdue(manager, today, retention.value);
  const report = { isDryRun, retention, accessRetention };
  const old = `accessed_at < $1::date - make_interval(months => $2::integer)`;
  const values = [today, accessRetention.value];
  if (isDryRun) {
    const [found]: { count: string }[] = await manager.query(`SELECT count(*) FROM access_record WHERE ${old}`, values);
    return { ...report, persons: ids.length, accessRecords: Number(found?.count ?? 0) };
  }
  let persons = 0;
  for (let done = 0; done < ids.length; done += AT_ONCE)
    persons += await dataSource.transaction((books) => erase(books, ids.slice(done, done + AT_ONCE), 'RETENTION'));
  const [, accessRecords]: [unknown, number] = await manager.query(`DELETE FROM access_record WHERE ${old}`, values);
  return { ...report, persons, accessRecords };
}

async function erase(books: EntityManager, ids: readonly string[], reason: string): Promise<number> {
  const [row]: { erased: number }[] = await books.query('SELECT maillage_erase_participants($1, $2) AS erased', [
    ids,
    reason,
  ]);
  return row?.erased ?? 0;
}

/** A person without any work counts from the day on which the row was made. */
async function overdue(books: EntityManager, today: string, months: number): Promise<string[]> {
  const rows: { id: string }[] = await books.query(
    `SELECT p.id FROM participant p
     CROSS JOIN LATERAL (
       SELECT max(greatest(w.starts_on, w.ends_on,
         (SELECT max(h.month) + interval '1 month' - interval '1 day' FROM hour_entry h WHERE h.work_contract_id = w.id)::date,
         (SELECT max(o.observed_on) FROM outcome o WHERE o.work_contract_id = w.id))) AS last_day
       FROM work_contract w WHERE w.participant_id = p.id) work
     WHERE p.erased_on IS NULL AND p.origin <> 'DEMONSTRATION'
       AND coalesce(work.last_day, p.created_at::date) + make_interval(months => $2::integer) < $1::date
     ORDER BY p.id`,
    [today, months],
  );
  return rows.map(({ id }) => id);
}
