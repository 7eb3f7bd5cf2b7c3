export { addressKey, admitClient } from './admit-client';
export { checkDocument, type MeasuredDocument, type MeasuredOperation } from './check-document';
export { type AdmittedOperation, createGuard, type Guard, type GuardDeps } from './create-guard';
export { type DocumentLimits, type GatewayLimits, limitSettings, limitsOf, UNMETERED_LIMITS } from './limits-config';
export { PREFLIGHTED_HEADERS } from './http-rules';
export { readRegisteredOperations, registerOperations, type RegisteredOperations } from './registered-operations';
