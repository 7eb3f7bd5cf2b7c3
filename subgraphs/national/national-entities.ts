import { ApiKeyEntity } from './modules/api-key';
import { CorrespondentChangeEntity, CorrespondentEntity } from './modules/correspondent';
import {
  MobilisationEventEntity,
  MobilisationMessageEntity,
  MobilisationProgrammeEntity,
  MobilisationProgrammeLineEntity,
  MobilisationRequestEntity,
} from './modules/mobilisation';
import {
  DeskResourceEntity,
  ResourceVersionEntity,
  SharedResourceEntity,
  TrainingEntity,
  TrainingSeatEntity,
} from './modules/network-life';
import { BuyerEstablishmentEntity, NationalBuyerEntity } from './modules/national-buyer';
import {
  PartnershipChangeEntity,
  PartnershipDocumentEntity,
  PartnershipEntity,
  PartnershipMemberEntity,
  PartnershipObjectiveEntity,
} from './modules/partnership';
import { ReminderDeliveryEntity, ReminderTargetEntity } from './modules/reminder';

/** Every entity of the national database. */
export const NATIONAL_ENTITIES = [
  ApiKeyEntity,
  BuyerEstablishmentEntity,
  CorrespondentChangeEntity,
  CorrespondentEntity,
  MobilisationEventEntity,
  MobilisationMessageEntity,
  MobilisationProgrammeEntity,
  MobilisationProgrammeLineEntity,
  MobilisationRequestEntity,
  NationalBuyerEntity,
  PartnershipChangeEntity,
  PartnershipDocumentEntity,
  PartnershipEntity,
  PartnershipMemberEntity,
  PartnershipObjectiveEntity,
  ReminderDeliveryEntity,
  ReminderTargetEntity,
  DeskResourceEntity,
  ResourceVersionEntity,
  SharedResourceEntity,
  TrainingEntity,
  TrainingSeatEntity,
];
