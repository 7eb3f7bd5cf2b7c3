export { HourCommitmentEntity } from './hour-commitment.entity';
export { LotContractorEntity } from './lot-contractor.entity';
export { LotEntity } from './lot.entity';
