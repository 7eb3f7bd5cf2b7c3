import type { GatewayIdentity } from '../../gateway/identity';
import { type Caller, callerSchema, type HubTokenSigner, type HubTokenVerifier } from '../../subgraphs/kit/identity';

/** A caller who sees everything that is national, exactly. */
export const CONSOLIDATOR: Caller = { role: 'consolidator' };

/** Stands where a subgraph reads tokens, for tests of something else: whoever asks is that caller. */
export function trusting(caller: Caller = CONSOLIDATOR, subject?: string): HubTokenVerifier {
  return { callerOf: () => Promise.resolve(caller), bearerOf: () => Promise.resolve({ caller, subject }) };
}

/** Stands where a subgraph reads tokens: whoever asks is the caller that `headersOf` put there, else a consolidator. */
export const believing: HubTokenVerifier = {
  callerOf: async (authorization) => shownBy(authorization),
  bearerOf: async (authorization) => ({ caller: shownBy(authorization), subject: undefined }),
};

function shownBy(authorization: string | undefined): Caller {
  if (authorization === undefined) return CONSOLIDATOR;
  const text = Buffer.from(authorization.slice('Bearer '.length), 'base64url').toString();
  return callerSchema.parse(JSON.parse(text));
}

/** Headers of a request on behalf of that caller, for `believing`. */
export function headersOf(caller: Caller): Record<string, string> {
  return { authorization: `Bearer ${Buffer.from(JSON.stringify(caller)).toString('base64url')}` };
}

/** Stands where the gateway signs tokens, for tests of something else. */
export const fakeSigner: HubTokenSigner = { tokenFor: () => Promise.resolve('token.of.test') };

/** Stands where the gateway finds out who calls, for tests of something else: every request is that caller's. */
export function identityOf(caller: Caller = CONSOLIDATOR): GatewayIdentity {
  const subject = caller.role === 'public' ? undefined : `test ${caller.role}`;
  return { identify: () => Promise.resolve({ caller, subject }), signer: fakeSigner, publicKeys: { keys: [] } };
}
