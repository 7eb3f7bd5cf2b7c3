export { ContractClauseEntity } from './contract-clause.entity';
