import { DemonstrationLoadEntity } from './books';
import { BuyerEntity } from './modules/buyer';
import { ContractEntity } from './modules/contract';
import { ContractorEntity } from './modules/contractor';
import { DeclarationEntity, DeskEntity, DeskTerritoryEntity } from './modules/desk';
import { FacilitatorEntity } from './modules/facilitator';
import { HourCommitmentEntity, LotContractorEntity, LotEntity } from './modules/lot';
import { CoordinationEntity } from './modules/network';
import { OperationEntity } from './modules/operation';
import { ParticipantEntity } from './modules/participant';
import { HourEntryEntity, WorkContractEntity } from './modules/work';

/** One entity for every table of a regional database. */
export const REGIONAL_ENTITIES = [
  CoordinationEntity,
  DeskEntity,
  DeskTerritoryEntity,
  FacilitatorEntity,
  DeclarationEntity,
  BuyerEntity,
  OperationEntity,
  ContractEntity,
  ContractorEntity,
  LotEntity,
  LotContractorEntity,
  HourCommitmentEntity,
  ParticipantEntity,
  WorkContractEntity,
  HourEntryEntity,
  DemonstrationLoadEntity,
];
