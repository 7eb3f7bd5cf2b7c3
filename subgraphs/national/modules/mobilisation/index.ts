export { MobilisationEventEntity, MobilisationMessageEntity } from './mobilisation-history.entity';
export { MobilisationProgrammeEntity, MobilisationProgrammeLineEntity } from './mobilisation-programme.entity';
export { MobilisationRequestEntity } from './mobilisation-request.entity';
export { programmeResolvers } from './programme.resolvers';
export { createProgrammeService, type ProgrammeService } from './programme.service';
export { mobilisationResolvers } from './mobilisation.resolvers';
export { createMobilisationService, type MobilisationService } from './mobilisation.service';
export type { RequestConnection } from './request-list';
