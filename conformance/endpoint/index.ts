export { type Endpoint, openEndpoint, type RawAnswer, type RawRequest } from './endpoint';
export { testKeyOf } from './test-key';
export { createTokens, type Tokens } from './tokens';
