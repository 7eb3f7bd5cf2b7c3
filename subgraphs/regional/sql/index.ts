export { contractFilterSql, type ContractFilter, type ContractFilterSql } from './contract-filter';
export { SqlParameters, type SqlStatement } from './sql-parameters';
