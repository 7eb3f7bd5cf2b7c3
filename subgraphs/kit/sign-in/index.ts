export { callerOfClaims, type ClaimsMapping, PLAIN_MAPPING, readClaimsMapping } from './claims-mapping';
export { ANONYMOUS, type Credentials, type Identify, type Identity } from './identity';
export { ALGORITHMS, type Issuer, issuerKeys, remoteKeys } from './issuer';
export { hasRepeatedNames } from './repeated-claims';
export { type IssuerConfig, issuersOf, openIssuer, signInSettings } from './sign-in-settings';
export { createTokenReader } from './token-identity';
