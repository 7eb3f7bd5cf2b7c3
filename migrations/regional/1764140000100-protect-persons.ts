import type { MigrationInterface, QueryRunner } from 'typeorm';

const [DESK, COORDINATION, AUDITOR] = [
  'maillage_writer_desk',
  'maillage_writer_coordination',
  'maillage_reader_auditor',
] as const;
/** What is only ever stored sealed; demonstration rows are of invented persons. */
const SENSITIVE = `('DISABLED_WORKER', 'MINIMUM_BENEFITS', 'PRISON_LEAVER', 'REFUGEE')`;
const SEALED = ['participant', 'participant_criterion'] as const;
/** What the roles of the federated face count work by: not what the desk calls it, nor its days. */
const WORK_COLUMNS = 'id, participant_id, lot_id, desk_id, employer_id, type, execution_mode, origin';
const WORK_READERS = 'maillage_reader_books, maillage_reader_desk, maillage_reader_buyer';
const ACTOR = `current_setting('maillage.actor', true)`;
const OWN_PERSONS = 'participant_id IN (SELECT p.id FROM participant p)';

/** Who looked at whom, and how a person is forgotten while the figures stay as they were. */
export class ProtectPersons1764140000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE participant ADD erased_on date,
      ADD CONSTRAINT ck_participant_erased
        CHECK (erased_on IS NULL OR (reference IS NULL AND residence_commune IS NULL))`);
    for (const table of SEALED)
      await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ck_${table}_open
        CHECK (origin = 'DEMONSTRATION' OR criterion NOT IN ${SENSITIVE})`);
    await runner.query(`REVOKE SELECT ON work_contract FROM ${WORK_READERS}`);
    await runner.query(`GRANT SELECT (${WORK_COLUMNS}) ON work_contract TO ${WORK_READERS}`);
    await createAccessRecord(runner);
    await runner.query(`
      CREATE TABLE erasure_record (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_erasure_record PRIMARY KEY,
        erased_at timestamptz NOT NULL DEFAULT now(),
        actor text NOT NULL,
        role text NOT NULL,
        reason text NOT NULL CONSTRAINT ck_erasure_record_reason CHECK (reason IN ('REQUEST', 'RETENTION')),
        persons integer NOT NULL CONSTRAINT ck_erasure_record_persons CHECK (persons > 0))`);
    await runner.query('ALTER TABLE erasure_record ENABLE ROW LEVEL SECURITY');
    await runner.query(`GRANT SELECT ON erasure_record TO ${COORDINATION}, ${AUDITOR}`);
    await runner.query(`
      CREATE POLICY ps_erasure_record ON erasure_record FOR SELECT TO ${COORDINATION}, ${AUDITOR} USING (true)`);
    await runner.query(ERASE);
    await runner.query('REVOKE ALL ON FUNCTION maillage_erase_participants(bigint[], text) FROM PUBLIC');
    await runner.query(`GRANT EXECUTE ON FUNCTION maillage_erase_participants(bigint[], text) TO ${DESK}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION maillage_erase_participants(bigint[], text)');
    await runner.query('DROP TABLE erasure_record');
    await runner.query('DROP TABLE access_record');
    await runner.query(`REVOKE SELECT (${WORK_COLUMNS}) ON work_contract FROM ${WORK_READERS}`);
    await runner.query(`GRANT SELECT ON work_contract TO ${WORK_READERS}`);
    for (const table of SEALED) await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ck_${table}_open`);
    await runner.query('ALTER TABLE participant DROP CONSTRAINT ck_participant_erased, DROP COLUMN erased_on');
  }
}

/** Everybody adds records of what they do themselves, at the time it is; nobody but the owner takes any away. */
async function createAccessRecord(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE access_record (
      id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_access_record PRIMARY KEY,
      accessed_at timestamptz NOT NULL DEFAULT now(),
      actor text NOT NULL,
      role text NOT NULL,
      desk_id bigint,
      participant_id bigint NOT NULL,
      operation text NOT NULL)`);
  await runner.query('CREATE INDEX ix_access_record_participant ON access_record (participant_id, id)');
  await runner.query('CREATE INDEX ix_access_record_accessed_at ON access_record (accessed_at)');
  await runner.query('ALTER TABLE access_record ENABLE ROW LEVEL SECURITY');
  await runner.query(`
    GRANT INSERT (actor, role, desk_id, participant_id, operation) ON access_record
    TO ${DESK}, ${COORDINATION}, ${AUDITOR}`);
  await runner.query(`GRANT SELECT ON access_record TO ${DESK}, ${AUDITOR}`);
  await runner.query(`
    CREATE POLICY ps_access_record_insert ON access_record FOR INSERT TO ${DESK}, ${COORDINATION}
    WITH CHECK (actor = ${ACTOR} AND ${OWN_PERSONS})`);
  await runner.query(`
    CREATE POLICY ps_access_record_auditor_insert ON access_record FOR INSERT TO ${AUDITOR}
    WITH CHECK (actor = ${ACTOR})`);
  await runner.query(
    `CREATE POLICY ps_access_record_desk ON access_record FOR SELECT TO ${DESK} USING (${OWN_PERSONS})`,
  );
  await runner.query(`CREATE POLICY ps_access_record_auditor ON access_record FOR SELECT TO ${AUDITOR} USING (true)`);
}

/**
 * Forgets persons: what identifies or describes them beyond what figures count goes, in the rows and in the history. The
 * rows that figures are made of stay: sex, year of birth, level, main criterion (a sensitive one as the token that it is),
 * QPV, and the months of hours. A desk forgets persons whom it follows and who have worked for no other desk. Gives how many
 * were forgotten; the record of it names none of them.
 */
const ERASE = `
  CREATE FUNCTION maillage_erase_participants(persons bigint[], reason text) RETURNS integer LANGUAGE plpgsql
  SECURITY DEFINER SET search_path FROM CURRENT AS $$
  DECLARE
    v_is_desk boolean := current_setting('role') = '${DESK}';
    v_desk bigint := maillage_own_desk();
    v_persons bigint[];
    v_works bigint[];
  BEGIN
    SELECT array_agg(p.id) INTO v_persons FROM (
      SELECT p.id FROM participant p
      WHERE p.id = ANY (persons) AND p.erased_on IS NULL
        AND (NOT v_is_desk OR (p.desk_id = v_desk AND NOT EXISTS (
          SELECT FROM work_contract w WHERE w.participant_id = p.id AND w.desk_id <> v_desk)))
      ORDER BY p.id FOR UPDATE) p;
    IF v_persons IS NULL THEN RETURN 0; END IF;
    SELECT array_agg(w.id) INTO v_works FROM work_contract w WHERE w.participant_id = ANY (v_persons);
    DELETE FROM participant_criterion WHERE participant_id = ANY (v_persons);
    UPDATE work_contract SET reference = NULL, weekly_hours = NULL,
      starts_on = date_trunc('month', starts_on)::date,
      ends_on = (date_trunc('month', ends_on) + interval '1 month' - interval '1 day')::date
    WHERE id = ANY (v_works);
    UPDATE participant SET pseudonym = 'efface-' || gen_random_uuid(), reference = NULL, residence_commune = NULL,
      erased_on = current_date
    WHERE id = ANY (v_persons);
    UPDATE change_record SET before = NULL, after = NULL
    WHERE (table_name = 'participant' AND row_id = ANY (v_persons))
      OR (table_name = 'participant_criterion'
        AND (coalesce(after, before) ->> 'participant_id')::bigint = ANY (v_persons));
    UPDATE change_record SET before = before - v_gone, after = after - v_gone
    FROM (SELECT ARRAY['reference', 'weekly_hours', 'starts_on', 'ends_on', 'participant_id'] AS v_gone) gone
    WHERE table_name = 'work_contract' AND (row_id = ANY (v_works)
      OR (coalesce(after, before) ->> 'participant_id')::bigint = ANY (v_persons));
    INSERT INTO erasure_record (actor, role, reason, persons)
    VALUES (coalesce(nullif(${ACTOR}, ''), 'owner'), coalesce(nullif(current_setting('maillage.role', true), ''), 'owner'),
      reason, cardinality(v_persons));
    RETURN cardinality(v_persons);
  END $$`;
