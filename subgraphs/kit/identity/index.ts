export { type Caller, callerForRegions, callerKey, callerSchema, MAX_CALLER_SIRENS, PUBLIC_CALLER } from './caller';
export { CONVENTION_AUDIENCE, CONVENTION_PATH } from './convention';
export { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, signDevelopmentToken } from './development-issuer';
export { hubKeysOf, hubKeysSettings } from './hub-keys-settings';
export { type KeySource, makeSigningKey, readKeyFile, trustedKeys } from './hub-keys';
export {
  API_KEY_AUDIENCE,
  API_KEY_PATH,
  API_KEY_ROLES,
  type ApiKeyRole,
  looksLikeApiKey,
  makeApiKey,
  makeSecret,
  MAX_API_KEY_DAYS,
  type NewApiKey,
  type PresentedApiKey,
  readApiKey,
  readSecret,
} from './api-key';
export { type KeySetTimes, remoteKeys } from './remote-keys';
export { type HubSigningKeys, parseSigningKey, parseSigningKeys, publicKeysOf } from './signing-keys';
export {
  createHubTokenSigner,
  createHubTokenVerifier,
  HUB_ALGORITHM,
  HUB_ISSUER,
  HUB_TOKEN_SECONDS,
  type HubSigningKey,
  type HubTokenBearer,
  type HubTokenQuestion,
  type HubTokenSigner,
  type HubTokenVerifier,
} from './hub-token';
export { POLICIES, type Policy } from './policies';
export { type Role, ROLES, type Scope, SCOPES, scopesOf, seesExactFigures } from './roles';
