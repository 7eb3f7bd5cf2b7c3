import type { ContractFilter, SqlParameters } from '../../sql';

/** What each list compares in a source of hours: the same values as breakdowns group by, so that UNKNOWN can be filtered too. */
const CONDITIONS: Readonly<Record<keyof ContractFilter, (values: string) => string>> = {
  departements: (values) => `coalesce(departement_code, 'UNKNOWN') = ANY (${values})`,
  sectors: (values) => `sector = ANY (${values})`,
  clauseTypes: (values) => `coalesce(clause_type, 'UNKNOWN') = ANY (${values})`,
  origins: (values) => `contract_origin = ANY (${values})`,
  buyers: (values) => `buyer_id IN (SELECT id FROM buyer WHERE siren = ANY (${values}))`,
  buyerKinds: (values) => `buyer_kind = ANY (${values})`,
};

/** The filter of a scope over the columns of a source of hours; "true" when nothing is filtered. */
export function figuresFilterSql(filter: ContractFilter, parameters: SqlParameters): string {
  const conditions = (Object.keys(CONDITIONS) as (keyof ContractFilter)[]).flatMap((name) => {
    const values = filter[name];
    return values === undefined ? [] : [CONDITIONS[name](`${parameters.add(values)}::text[]`)];
  });
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}
