import type { SqlParameters } from './sql-parameters';

/** Which contracts count; a list left out excludes nothing. */
export interface ContractFilter {
  readonly departements?: readonly string[];
  readonly sectors?: readonly string[];
  readonly clauseTypes?: readonly string[];
  readonly origins?: readonly string[];
  /** SIRENs. */
  readonly buyers?: readonly string[];
  readonly buyerKinds?: readonly string[];
}

/** A filter as SQL over the aliases c (contract) and b (buyer). */
export interface ContractFilterSql {
  /** "true" when nothing is filtered. */
  readonly condition: string;
  /** Whether the condition reads the buyer. */
  readonly readsBuyer: boolean;
}

/** What each list compares: the same expressions as breakdowns group by, so that UNKNOWN can be filtered too. */
const EXPRESSIONS: Readonly<Record<keyof ContractFilter, string>> = {
  departements: `coalesce(c.departement_code, 'UNKNOWN')`,
  sectors: 'c.sector',
  clauseTypes: `coalesce(c.clause_type, 'UNKNOWN')`,
  origins: 'c.origin',
  buyers: 'b.siren',
  buyerKinds: 'b.kind',
};

/** Writes a filter as SQL. */
export function contractFilterSql(filter: ContractFilter, parameters: SqlParameters): ContractFilterSql {
  const conditions = (Object.keys(EXPRESSIONS) as (keyof ContractFilter)[]).flatMap((name) => {
    const values = filter[name];
    return values === undefined ? [] : [`${EXPRESSIONS[name]} = ANY(${parameters.add(values)}::text[])`];
  });
  return {
    condition: conditions.length === 0 ? 'true' : conditions.join(' AND '),
    readsBuyer: filter.buyers !== undefined || filter.buyerKinds !== undefined,
  };
}
