export { checksumOfSubmission, storeCheckRun, type Submission } from './check-run';
export { createPublicationService, type CheckOutcome, type PublicationService } from './publication.service';
export type { PublishDependencies, PublishOutcome } from './publish-subgraph';
export type { RollbackOutcome, SupergraphRollbackOutcome } from './roll-back';
