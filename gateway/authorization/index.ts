export { type Authorization, createAuthorization } from './create-authorization';
export type { Need } from './collect-needs';
export { servedSupergraph } from './served-supergraph';
