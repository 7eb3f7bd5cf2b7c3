import { DemonstrationLoadEntity } from './books';
import { PlannedCellEntity, WorkCellEntity, YearSetEntity } from './cells';
import { BuyerEntity, BuyerEstablishmentEntity } from './modules/buyer';
import { ContractClauseEntity } from './modules/clause';
import { ContractEntity } from './modules/contract';
import { ContractorEntity } from './modules/contractor';
import { DatedParameterEntity } from './modules/dated-parameter';
import { DeclarationEntity } from './modules/declaration';
import { DeskEntity, DeskTerritoryEntity } from './modules/desk';
import { FacilitatorEntity } from './modules/facilitator';
import { ChangeRecordEntity } from './modules/history';
import { ImportRunEntity } from './modules/import-run';
import { LocalCodeEntity } from './modules/local-code';
import { HourCommitmentEntity, LotContractorEntity, LotEntity } from './modules/lot';
import { CoordinationEntity } from './modules/network';
import { OperationEntity } from './modules/operation';
import { OutcomeEntity } from './modules/outcome';
import { ParticipantCriterionEntity, ParticipantEntity } from './modules/participant';
import { QualitativeRecordEntity } from './modules/qualitative-record';
import { DeskHostEntity, TerritoryStrategyEntity } from './modules/strategy';
import { HourEntryEntity, WorkContractEntity } from './modules/work';
import { PlannedYearEntity, PlannedYearUndoneEntity, WorkYearEntity, WorkYearUndoneEntity } from './rollups';
import { AccessRecordEntity, ErasureRecordEntity } from './privacy';

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
  ImportRunEntity,
  BuyerEstablishmentEntity,
  ContractClauseEntity,
  ParticipantCriterionEntity,
  OutcomeEntity,
  DeskHostEntity,
  TerritoryStrategyEntity,
  QualitativeRecordEntity,
  LocalCodeEntity,
  DatedParameterEntity,
  ChangeRecordEntity,
  WorkYearEntity,
  PlannedYearEntity,
  WorkYearUndoneEntity,
  PlannedYearUndoneEntity,
  WorkCellEntity,
  PlannedCellEntity,
  YearSetEntity,
  AccessRecordEntity,
  ErasureRecordEntity,
  DemonstrationLoadEntity,
];
