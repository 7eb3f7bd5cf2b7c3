/** Day from which article L2112-2-1 of the Code de la commande publique applies (loi 2021-1104, article 35). */
export const OBLIGATION_SINCE = '2026-08-22';

/** Parameter with the European threshold, by kind of contract. */
export const THRESHOLD_OF: Readonly<Record<'WORKS' | 'SUPPLIES' | 'SERVICES', string>> = {
  WORKS: 'EU_THRESHOLD_WORKS',
  SUPPLIES: 'EU_THRESHOLD_SUPPLIES_SERVICES',
  SERVICES: 'EU_THRESHOLD_SUPPLIES_SERVICES',
};

/**
 * SQL condition over a contract `c`: above the threshold of its day, without a clause and without a reason for having none.
 * A contract that does not say its kind is one of works when its CPV begins with 45 (CPV 2008, division of construction work);
 * without either it is not listed.
 */
export const CLAUSE_MISSING_SQL = `(c.clause_type IS NULL AND c.obligation IS DISTINCT FROM 'EXEMPT'
  AND c.obligation IS DISTINCT FROM 'NOT_SUBJECT' AND c.notified_on >= DATE '${OBLIGATION_SINCE}'
  AND EXISTS (SELECT FROM dated_parameter p
    WHERE p.code = CASE coalesce(c.kind, CASE WHEN c.cpv LIKE '45%' THEN 'WORKS' WHEN c.cpv IS NOT NULL THEN 'SERVICES' END)
      ${Object.entries(THRESHOLD_OF)
        .map(([kind, code]) => `WHEN '${kind}' THEN '${code}'`)
        .join(' ')} END
    AND p.valid_from <= c.notified_on AND (p.valid_to IS NULL OR p.valid_to >= c.notified_on)
    AND c.amount_cents >= p.value * 100))`;
