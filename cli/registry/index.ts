export {
  askConformanceRun,
  changeHost,
  type CredentialRequest,
  declareMaintenance,
  inviteMember,
  issueCredential,
  listCredentials,
  type PushedOperation,
  pushOperations,
  resumeMember,
  revokeCredential,
  rollBackSubgraph,
  rollBackSupergraph,
  suspendMember,
} from './administer';
export { askAuditLog, askServed, askStatus, auditPageSchema, statusSchema, type StatusView } from './ask-status';
export { renderCheckReport } from './render-report';
export { renderStatus } from './render-status';
export { checkSubgraph, type PublishOutcome, publishOutcomeSchema, publishSubgraph, type Submission } from './submit';
export { checkReportSchema, credentialSchema, type CredentialView, memberSchema, type MemberView } from './views';
