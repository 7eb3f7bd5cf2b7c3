export { createIdentify, createIdentity, type GatewayIdentity, type IdentityDeps } from './create-identity';
export { identifyRequest, identityOf, refuseUnidentified } from './identify-request';
export { ANONYMOUS, type Credentials, type Identify, type Identity } from '../../subgraphs/kit/sign-in';
export { type IdentityConfig, identityConfigOf, identitySettings } from './identity-config';
