/** Committed and validated hours of a contract over its whole life, in hundredths; null where its books hold none. */
export interface ContractHours {
  readonly contract_id: string;
  readonly planned: string | null;
  readonly done: string | null;
}

/** Aggregates for a batch of contracts ($1: local identifiers). */
export const CONTRACT_HOURS = `
  SELECT asked.id::text AS contract_id,
    (SELECT (sum(h.hours) * 100)::bigint FROM lot JOIN hour_commitment h ON h.lot_id = lot.id
      WHERE lot.contract_id = asked.id) AS planned,
    (SELECT (sum(h.hours) * 100)::bigint FROM lot
      JOIN work_contract w ON w.lot_id = lot.id JOIN hour_entry h ON h.work_contract_id = w.id
      WHERE lot.contract_id = asked.id AND h.state = 'VALIDATED') AS done
  FROM unnest($1::bigint[]) AS asked (id)`;
