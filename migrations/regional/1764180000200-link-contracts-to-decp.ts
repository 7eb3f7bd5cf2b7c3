import type { MigrationInterface, QueryRunner } from 'typeorm';

const FUNCTIONS = ['maillage_decp_contract(text)', 'maillage_take_decp_contract(bigint, text)'];
const CALLERS = ['maillage_writer_desk', 'maillage_writer_coordination'];

/** A contract of the DECP import that nobody follows and that no work hangs on. */
const IS_FREE = `c.origin = 'DECP' AND c.desk_id IS NULL AND NOT EXISTS (
  SELECT FROM lot l JOIN work_contract w ON w.lot_id = l.id WHERE l.contract_id = c.id)`;

/**
 * Links a desk's contract to the public one of the DECP import. Contracts of the import belong to no desk, so policies hide them:
 * these functions show what is public of one, and let a desk take it over, and do nothing else.
 */
export class LinkContractsToDecp1764180000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION maillage_decp_contract(p_uid text) RETURNS TABLE (is_free boolean, buyer_id bigint, title text, sector text,
        cpv text, clause_type text, amount_cents bigint, notified_on date, duration_months integer, place_kind text, place_code text,
        departement_code text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
        SELECT f.is_free, (f.c).buyer_id, (f.c).title, (f.c).sector, (f.c).cpv, (f.c).clause_type, (f.c).amount_cents, (f.c).notified_on,
          (f.c).duration_months, (f.c).place_kind, (f.c).place_code, (f.c).departement_code
        FROM (SELECT c, ${IS_FREE} AS is_free FROM contract c WHERE c.source = 'DECP' AND c.external_id = p_uid) f
      $$`);
    await runner.query(`
      CREATE FUNCTION maillage_take_decp_contract(p_contract bigint, p_uid text) RETURNS boolean
      LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
      DECLARE v_twin bigint;
      BEGIN
        PERFORM 1 FROM contract WHERE id = p_contract AND desk_id = maillage_own_desk() AND external_id IS NULL FOR UPDATE;
        IF NOT FOUND THEN RETURN false; END IF;
        SELECT c.id INTO v_twin FROM contract c WHERE c.source = 'DECP' AND c.external_id = p_uid AND ${IS_FREE} FOR UPDATE;
        IF NOT FOUND THEN RETURN false; END IF;
        IF EXISTS (SELECT FROM lot WHERE contract_id = p_contract) THEN
          DELETE FROM lot_contractor WHERE lot_id IN (SELECT id FROM lot WHERE contract_id = v_twin);
          DELETE FROM hour_commitment WHERE lot_id IN (SELECT id FROM lot WHERE contract_id = v_twin);
          DELETE FROM lot WHERE contract_id = v_twin;
        ELSE
          UPDATE lot SET contract_id = p_contract WHERE contract_id = v_twin;
        END IF;
        DELETE FROM contract_clause WHERE contract_id = v_twin;
        DELETE FROM contract WHERE id = v_twin;
        UPDATE contract SET source = 'DECP', external_id = p_uid WHERE id = p_contract;
        RETURN true;
      END $$`);
    for (const name of FUNCTIONS) {
      await runner.query(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`);
      await runner.query(`GRANT EXECUTE ON FUNCTION ${name} TO ${CALLERS.join(', ')}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of FUNCTIONS) await runner.query(`DROP FUNCTION ${name}`);
  }
}
