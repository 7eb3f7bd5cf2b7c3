import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose changes are kept. */
const TABLES = [
  'coordination',
  'desk',
  'desk_territory',
  'facilitator',
  'declaration',
  'buyer',
  'buyer_establishment',
  'operation',
  'contract',
  'contract_clause',
  'contractor',
  'lot',
  'lot_contractor',
  'hour_commitment',
  'participant',
  'participant_criterion',
  'work_contract',
  'hour_entry',
  'outcome',
  'desk_host',
  'territory_strategy',
  'qualitative_record',
  'local_code',
  'dated_parameter',
] as const;

const EVENTS = [
  { event: 'INSERT', tables: 'NEW TABLE AS new_rows' },
  { event: 'UPDATE', tables: 'OLD TABLE AS old_rows NEW TABLE AS new_rows' },
  { event: 'DELETE', tables: 'OLD TABLE AS old_rows' },
] as const;

/**
 * Who changed what, when, before and after: filled by the database itself, in the transaction that changes the rows, so
 * that no way of writing forgets it. Rows that are added are recorded when a person adds them (`maillage.actor`); of an
 * import, its run stands for them, and bulk loads of the owner say what they are in `origin`. Changes and deletions are
 * recorded always. What is sealed never gets into the history.
 */
export class KeepHistory1764110000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE change_record (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_change_record PRIMARY KEY,
        changed_at timestamptz NOT NULL DEFAULT now(),
        actor text NOT NULL,
        role text NOT NULL,
        desk_id bigint,
        import_run_id bigint,
        action text NOT NULL CONSTRAINT ck_change_record_action CHECK (action IN ('INSERT', 'UPDATE', 'DELETE')),
        table_name text NOT NULL,
        row_id bigint NOT NULL,
        before jsonb,
        after jsonb)`);
    await runner.query(`CREATE INDEX ix_change_record_row ON change_record (table_name, row_id, id)`);
    await runner.query(`CREATE INDEX ix_change_record_desk ON change_record (desk_id, id)`);
    await runner.query(RECORD_CHANGES);
    await runner.query('REVOKE ALL ON FUNCTION maillage_record_changes() FROM PUBLIC');
    for (const table of TABLES) {
      for (const { event, tables } of EVENTS) {
        await runner.query(`
          CREATE TRIGGER tr_${table}_history_${event.toLowerCase()} AFTER ${event} ON ${table} REFERENCING ${tables}
          FOR EACH STATEMENT EXECUTE FUNCTION maillage_record_changes()`);
      }
    }
    await runner.query('ALTER TABLE change_record ENABLE ROW LEVEL SECURITY');
    await runner.query(
      'GRANT SELECT ON change_record TO maillage_writer_desk, maillage_writer_coordination, maillage_reader_auditor',
    );
    await runner.query(`
      CREATE POLICY ps_change_record_desk ON change_record FOR SELECT TO maillage_writer_desk
      USING (desk_id = (SELECT maillage_own_desk()))`);
    await runner.query(`
      CREATE POLICY ps_change_record_coordination ON change_record FOR SELECT TO maillage_writer_coordination
      USING (table_name NOT IN ('participant', 'participant_criterion'))`);
    await runner.query(`
      CREATE POLICY ps_change_record_auditor ON change_record FOR SELECT TO maillage_reader_auditor USING (true)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      for (const { event } of EVENTS) {
        await runner.query(`DROP TRIGGER tr_${table}_history_${event.toLowerCase()} ON ${table}`);
      }
    }
    await runner.query('DROP FUNCTION maillage_record_changes()');
    await runner.query('DROP TABLE change_record');
  }
}

/** With the owner's rights, since nobody else may add a record; its search path is that of the migration. */
const RECORD_CHANGES = `
  CREATE FUNCTION maillage_record_changes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
  AS $$
  DECLARE
    v_actor text := nullif(current_setting('maillage.actor', true), '');
    v_role text := coalesce(nullif(current_setting('maillage.role', true), ''), 'owner');
    v_desk bigint := nullif(current_setting('maillage.desk', true), '')::bigint;
    v_run bigint := nullif(current_setting('maillage.import_run', true), '')::bigint;
  BEGIN
    IF TG_OP = 'INSERT' THEN
      IF v_actor IS NULL OR v_run IS NOT NULL THEN RETURN NULL; END IF;
      INSERT INTO change_record (actor, role, desk_id, action, table_name, row_id, after)
      SELECT v_actor, v_role, v_desk, TG_OP, TG_TABLE_NAME, n.id, to_jsonb(n) - 'sealed_criterion' FROM new_rows n;
    ELSIF TG_OP = 'UPDATE' THEN
      INSERT INTO change_record (actor, role, desk_id, import_run_id, action, table_name, row_id, before, after)
      SELECT coalesce(v_actor, 'owner'), v_role, v_desk, v_run, TG_OP, TG_TABLE_NAME, n.id,
        to_jsonb(o) - 'sealed_criterion', to_jsonb(n) - 'sealed_criterion'
      FROM old_rows o JOIN new_rows n ON n.id = o.id;
    ELSE
      INSERT INTO change_record (actor, role, desk_id, import_run_id, action, table_name, row_id, before)
      SELECT coalesce(v_actor, 'owner'), v_role, v_desk, v_run, TG_OP, TG_TABLE_NAME, o.id,
        to_jsonb(o) - 'sealed_criterion'
      FROM old_rows o;
    END IF;
    RETURN NULL;
  END $$`;
