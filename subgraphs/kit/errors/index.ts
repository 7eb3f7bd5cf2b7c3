export { ERRORS, REMOVED_CODES, type ErrorCode, type ErrorDefinition } from './error-table';
export { HubError, asHubError, type ErrorDetails } from './hub-error';
export { UnreachableCaseError } from './unreachable-case-error';
