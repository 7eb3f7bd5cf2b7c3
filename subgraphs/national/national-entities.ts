import { ApiKeyEntity } from './modules/api-key';
import { CorrespondentEntity } from './modules/correspondent';
import { NationalBuyerEntity, PartnershipEntity, PartnershipObjectiveEntity } from './modules/national-buyer';

/** Every entity of the national database. */
export const NATIONAL_ENTITIES = [
  ApiKeyEntity,
  CorrespondentEntity,
  NationalBuyerEntity,
  PartnershipEntity,
  PartnershipObjectiveEntity,
];
