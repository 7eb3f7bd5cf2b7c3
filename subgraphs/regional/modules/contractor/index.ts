export { ContractorEntity } from './contractor.entity';
