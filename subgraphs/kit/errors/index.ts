export type { ErrorDefinition } from './error-definition';
export { ERRORS, REMOVED_CODES, type ErrorCode } from './error-table';
export { HubError, asHubError, type ErrorDetails } from './hub-error';
export { UnreachableCaseError } from './unreachable-case-error';
