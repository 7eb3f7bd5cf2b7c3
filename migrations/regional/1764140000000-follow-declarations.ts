import type { MigrationInterface, QueryRunner } from 'typeorm';

/** First half of the advisory lock of a desk's declarations; the second is the desk. */
const LOCK = 5_341;

const ACTOR = `nullif(current_setting('maillage.actor', true), '')`;
/** Columns of a declaration that the federated face reads: who declared and why it was reopened stay in the region. */
const PUBLISHED = 'id, desk_id, month, state, declared_at, first_declared_at';
const READERS = 'maillage_reader_books, maillage_reader_buyer';

/**
 * A month that was declared is reopened by whatever changes the hours that figures count, in the transaction that changes
 * them, whoever writes and by whatever way.
 */
export class FollowDeclarations1764140000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REOPEN);
    await runner.query(HOURS_CHANGED);
    await runner.query(WORK_MOVED);
    for (const name of ['maillage_reopen(bigint[], date[], text)', 'maillage_hours_changed()', 'maillage_work_moved()'])
      await runner.query(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`);
    for (const [event, tables] of EVENTS) {
      await runner.query(`
        CREATE TRIGGER tr_hour_entry_declaration_${event.toLowerCase()} AFTER ${event} ON hour_entry
        REFERENCING ${tables} FOR EACH STATEMENT EXECUTE FUNCTION maillage_hours_changed()`);
    }
    await runner.query(`
      CREATE TRIGGER tr_work_contract_declaration AFTER UPDATE OF desk_id ON work_contract
      FOR EACH ROW WHEN (OLD.desk_id IS DISTINCT FROM NEW.desk_id) EXECUTE FUNCTION maillage_work_moved()`);
    await runner.query(`REVOKE SELECT ON declaration FROM ${READERS}`);
    await runner.query(`GRANT SELECT (${PUBLISHED}) ON declaration TO ${READERS}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`REVOKE SELECT (${PUBLISHED}) ON declaration FROM ${READERS}`);
    await runner.query(`GRANT SELECT ON declaration TO ${READERS}`);
    await runner.query('DROP TRIGGER tr_work_contract_declaration ON work_contract');
    for (const [event] of EVENTS) {
      await runner.query(`DROP TRIGGER tr_hour_entry_declaration_${event.toLowerCase()} ON hour_entry`);
    }
    await runner.query('DROP FUNCTION maillage_work_moved()');
    await runner.query('DROP FUNCTION maillage_hours_changed()');
    await runner.query('DROP FUNCTION maillage_reopen(bigint[], date[], text)');
  }
}

const EVENTS = [
  ['INSERT', 'NEW TABLE AS new_rows'],
  ['UPDATE', 'OLD TABLE AS old_rows NEW TABLE AS new_rows'],
  ['DELETE', 'OLD TABLE AS old_rows'],
] as const;

/**
 * Reopens months of desks. The shared lock waits for a declaration under way, which holds it alone: either the declaration
 * saw the change, or the change sees the declaration. Writers do not wait for each other.
 */
const REOPEN = `
  CREATE FUNCTION maillage_reopen(desks bigint[], months date[], reason text) RETURNS void LANGUAGE plpgsql
  SET search_path FROM CURRENT AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(${LOCK}, lock.desk::integer)
    FROM (SELECT DISTINCT desk % 2147483647 AS desk FROM unnest(desks) desk ORDER BY 1) lock;
    UPDATE declaration SET state = 'REOPENED', reopened_at = now(), reopened_by = coalesce(${ACTOR}, 'owner'),
      reopening_reason = coalesce(nullif(current_setting('maillage.reason', true), ''), reason)
        || coalesce(' (importation n° ' || nullif(current_setting('maillage.import_run', true), '') || ')', '')
    WHERE state = 'DECLARED' AND (desk_id, month) IN (SELECT * FROM unnest(desks, months));
  END $$`;

/**
 * Months whose validated hours changed. Demonstration rows that are loaded by nobody come with their declarations, and
 * reopen none; somebody's change of one does.
 */
const HOURS_CHANGED = `
  CREATE FUNCTION maillage_hours_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path FROM CURRENT AS $$
  DECLARE
    v_actor text := ${ACTOR};
    v_desks bigint[];
    v_months date[];
  BEGIN
    IF TG_OP = 'INSERT' THEN
      SELECT array_agg(desk_id), array_agg(month) INTO v_desks, v_months FROM (
        SELECT DISTINCT w.desk_id, n.month FROM new_rows n JOIN work_contract w ON w.id = n.work_contract_id
        WHERE n.state = 'VALIDATED' AND (n.origin <> 'DEMONSTRATION' OR v_actor IS NOT NULL)) changed;
    ELSIF TG_OP = 'UPDATE' THEN
      SELECT array_agg(desk_id), array_agg(month) INTO v_desks, v_months FROM (
        SELECT w.desk_id, side.month
        FROM old_rows o JOIN new_rows n ON n.id = o.id
        CROSS JOIN LATERAL (VALUES (o.work_contract_id, o.month, o.state), (n.work_contract_id, n.month, n.state))
          side (work_contract_id, month, state)
        JOIN work_contract w ON w.id = side.work_contract_id
        WHERE side.state = 'VALIDATED'
          AND (o.work_contract_id, o.month, o.hours, o.state)
            IS DISTINCT FROM (n.work_contract_id, n.month, n.hours, n.state)
        GROUP BY 1, 2) changed;
    ELSE
      SELECT array_agg(desk_id), array_agg(month) INTO v_desks, v_months FROM (
        SELECT DISTINCT w.desk_id, o.month FROM old_rows o JOIN work_contract w ON w.id = o.work_contract_id
        WHERE o.state = 'VALIDATED') changed;
    END IF;
    IF v_desks IS NOT NULL THEN
      PERFORM maillage_reopen(v_desks, v_months, 'Heures validées modifiées après la déclaration');
    END IF;
    RETURN NULL;
  END $$`;

/** Months in which a work contract that goes to another desk has validated hours: of both desks. */
const WORK_MOVED = `
  CREATE FUNCTION maillage_work_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path FROM CURRENT AS $$
  DECLARE
    v_desks bigint[];
    v_months date[];
  BEGIN
    SELECT array_agg(desk), array_agg(h.month) INTO v_desks, v_months
    FROM hour_entry h CROSS JOIN unnest(ARRAY[OLD.desk_id, NEW.desk_id]) desk
    WHERE h.work_contract_id = NEW.id AND h.state = 'VALIDATED';
    IF v_desks IS NOT NULL THEN
      PERFORM maillage_reopen(v_desks, v_months, 'Contrat de travail confié à un autre guichet après la déclaration');
    END IF;
    RETURN NULL;
  END $$`;
