/**
 * The statements of the import. Each takes a batch as arrays, one per column, and answers one row of
 * counts. None writes a row that would not change, none touches a row whose origin is not DECP, and what
 * the file does not say (null) never replaces what is known. Insertions look first and only then rely on
 * the unique constraint, so that a second import does not consume identifiers.
 */

/** $1 sirens, $2 sirets, $3 names (null when not given). A buyer keeps its name once it has one. */
export const UPSERT_BUYERS = `
WITH input AS (SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) AS row (siren, siret, name)),
updated AS (
  UPDATE buyer SET name = input.name, updated_at = now() FROM input
  WHERE buyer.siren = input.siren AND buyer.origin = 'DECP' AND input.name IS NOT NULL
    AND buyer.name = 'SIREN ' || buyer.siren
  RETURNING 1),
inserted AS (
  INSERT INTO buyer (siren, siret, name, kind, origin)
  SELECT siren, siret, coalesce(name, 'SIREN ' || siren), 'UNKNOWN', 'DECP' FROM input
  WHERE NOT EXISTS (SELECT FROM buyer WHERE buyer.siren = input.siren)
  ON CONFLICT (siren) DO NOTHING RETURNING 1)
SELECT (SELECT count(*)::int FROM inserted) AS inserted, (SELECT count(*)::int FROM updated) AS updated`;

/** $1 sirets, $2 names (null when not given). */
export const UPSERT_CONTRACTORS = `
WITH input AS (SELECT * FROM unnest($1::text[], $2::text[]) AS row (siret, name)),
updated AS (
  UPDATE contractor SET name = input.name, updated_at = now() FROM input
  WHERE contractor.siret = input.siret AND contractor.origin = 'DECP' AND input.name IS NOT NULL
    AND contractor.name = 'SIRET ' || contractor.siret
  RETURNING 1),
inserted AS (
  INSERT INTO contractor (siret, name, origin)
  SELECT siret, coalesce(name, 'SIRET ' || siret), 'DECP' FROM input
  WHERE NOT EXISTS (SELECT FROM contractor WHERE contractor.siret = input.siret)
  ON CONFLICT (siret) DO NOTHING RETURNING 1)
SELECT (SELECT count(*)::int FROM inserted) AS inserted, (SELECT count(*)::int FROM updated) AS updated`;

/**
 * $1 uids, $2 sirens of buyers, $3 titles, $4 fallback titles, $5 CPV, $6 sectors, $7 whether the source
 * speaks of clauses, $8 clause types, $9 cents, $10 dates, $11 months, $12 kinds and $13 codes of place,
 * $14 départements. The desk and the operation, which people enter, are never written.
 */
export const UPSERT_CONTRACTS = `
WITH input AS (
  SELECT row.*, buyer.id AS buyer_id FROM unnest(
    $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::text[],
    $9::bigint[], $10::date[], $11::integer[], $12::text[], $13::text[], $14::text[]
  ) AS row (uid, siren, title, fallback_title, cpv, sector, speaks_of_clauses, clause_type,
    amount_cents, notified_on, duration_months, place_kind, place_code, departement_code)
  JOIN buyer ON buyer.siren = row.siren),
proposed AS (
  SELECT known.id, input.buyer_id,
    coalesce(input.title, known.title) AS title,
    coalesce(input.sector, known.sector) AS sector,
    coalesce(input.cpv, known.cpv) AS cpv,
    CASE WHEN input.speaks_of_clauses THEN input.clause_type ELSE known.clause_type END AS clause_type,
    coalesce(input.amount_cents, known.amount_cents) AS amount_cents,
    coalesce(input.notified_on, known.notified_on) AS notified_on,
    coalesce(input.duration_months, known.duration_months) AS duration_months,
    coalesce(input.place_kind, known.place_kind) AS place_kind,
    coalesce(input.place_code, known.place_code) AS place_code,
    CASE WHEN input.place_kind IS NULL AND known.place_kind IS NOT NULL THEN known.departement_code
      ELSE coalesce(input.departement_code, known.departement_code) END AS departement_code
  FROM input JOIN contract known ON known.source = 'DECP' AND known.external_id = input.uid
  WHERE known.origin = 'DECP'),
updated AS (
  UPDATE contract SET buyer_id = proposed.buyer_id, title = proposed.title, sector = proposed.sector,
    cpv = proposed.cpv, clause_type = proposed.clause_type, amount_cents = proposed.amount_cents,
    notified_on = proposed.notified_on, duration_months = proposed.duration_months,
    place_kind = proposed.place_kind, place_code = proposed.place_code,
    departement_code = proposed.departement_code, updated_at = now()
  FROM proposed
  WHERE contract.id = proposed.id AND (contract.buyer_id, contract.title, contract.sector, contract.cpv,
    contract.clause_type, contract.amount_cents, contract.notified_on, contract.duration_months,
    contract.place_kind, contract.place_code, contract.departement_code)
    IS DISTINCT FROM (proposed.buyer_id, proposed.title, proposed.sector, proposed.cpv,
    proposed.clause_type, proposed.amount_cents, proposed.notified_on, proposed.duration_months,
    proposed.place_kind, proposed.place_code, proposed.departement_code)
  RETURNING 1),
inserted AS (
  INSERT INTO contract (source, external_id, origin, buyer_id, title, sector, cpv, clause_type, amount_cents,
    notified_on, duration_months, place_kind, place_code, departement_code)
  SELECT 'DECP', uid, 'DECP', buyer_id, coalesce(title, fallback_title), coalesce(sector, 'OTHER_SERVICES'), cpv,
    clause_type, amount_cents, notified_on, duration_months, place_kind, place_code, departement_code
  FROM input
  WHERE NOT EXISTS (SELECT FROM contract WHERE source = 'DECP' AND external_id = input.uid)
  ON CONFLICT (source, external_id) DO NOTHING RETURNING 1)
SELECT (SELECT count(*)::int FROM inserted) AS inserted, (SELECT count(*)::int FROM updated) AS updated`;

/** $1 uids: one lot per contract that has none; the lot of the import follows the title of its contract. */
export const UPSERT_LOTS = `
WITH target AS (
  SELECT id, title FROM contract
  WHERE source = 'DECP' AND origin = 'DECP' AND external_id = ANY($1::text[])),
updated AS (
  UPDATE lot SET title = target.title, updated_at = now() FROM target
  WHERE lot.contract_id = target.id AND lot.number = 1 AND lot.origin = 'DECP' AND lot.title <> target.title
  RETURNING 1),
inserted AS (
  INSERT INTO lot (contract_id, number, title, origin)
  SELECT id, 1, title, 'DECP' FROM target WHERE NOT EXISTS (SELECT FROM lot WHERE lot.contract_id = target.id)
  ON CONFLICT (contract_id, number) DO NOTHING RETURNING 1)
SELECT (SELECT count(*)::int FROM inserted) AS inserted, (SELECT count(*)::int FROM updated) AS updated`;

/** $1 uids, $2 sirets of holders. Holders are added, never taken away: an extract may hold some only. */
export const INSERT_HOLDERS = `
WITH target AS (
  SELECT DISTINCT lot.id AS lot_id, contractor.id AS contractor_id
  FROM unnest($1::text[], $2::text[]) AS row (uid, siret)
  JOIN contract ON contract.source = 'DECP' AND contract.origin = 'DECP' AND contract.external_id = row.uid
  JOIN lot ON lot.contract_id = contract.id AND lot.number = 1 AND lot.origin = 'DECP'
  JOIN contractor ON contractor.siret = row.siret),
inserted AS (
  INSERT INTO lot_contractor (lot_id, contractor_id, role, origin)
  SELECT lot_id, contractor_id, 'HOLDER', 'DECP' FROM target
  WHERE NOT EXISTS (SELECT FROM lot_contractor known WHERE known.lot_id = target.lot_id
    AND known.contractor_id = target.contractor_id AND known.role = 'HOLDER')
  ON CONFLICT (lot_id, contractor_id, role) DO NOTHING RETURNING 1)
SELECT (SELECT count(*)::int FROM inserted) AS inserted, 0 AS updated`;
