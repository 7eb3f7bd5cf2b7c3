export { PartnershipChangeEntity } from './partnership-change.entity';
export {
  PartnershipDocumentEntity,
  PartnershipEntity,
  PartnershipMemberEntity,
  PartnershipObjectiveEntity,
} from './partnership.entity';
export { conventionRoute } from './look-up-convention';
export { type ObjectiveParent, partnershipResolvers } from './partnership.resolvers';
export { createPartnershipService, type PartnershipService } from './partnership.service';
