export { HourEntryEntity } from './hour-entry.entity';
export { WorkContractEntity } from './work-contract.entity';
