export { checksumOfSubmission, type Submission } from './check-run';
export { storePublication } from './store-publication';
export { createPublicationService, type CheckOutcome, type PublicationService } from './publication.service';
export type { PublishDependencies, PublishOutcome } from './publish-subgraph';
export type { RollbackOutcome, SupergraphRollbackOutcome } from './roll-back';
