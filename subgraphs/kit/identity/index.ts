export { type Caller, callerKey, callerSchema, MAX_CALLER_SIRENS, PUBLIC_CALLER } from './caller';
export { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, signDevelopmentToken } from './development-issuer';
export { hubKeysOf, hubKeysSettings } from './hub-keys-settings';
export { type KeySource, makeSigningKey, parseSigningKey, publicKeysOf, readKeyFile, trustedKeys } from './hub-keys';
export {
  createHubTokenSigner,
  createHubTokenVerifier,
  HUB_ALGORITHM,
  HUB_ISSUER,
  HUB_TOKEN_SECONDS,
  type HubSigningKey,
  type HubTokenQuestion,
  type HubTokenSigner,
  type HubTokenVerifier,
} from './hub-token';
export { type Role, ROLES, type Scope, SCOPES, scopesOf, seesExactFigures } from './roles';
