import type { GatewayIdentity } from '../../gateway/identity';
import {
  type Caller,
  callerSchema,
  type HubTokenSigner,
  type HubTokenVerifier,
  PUBLIC_CALLER,
} from '../../subgraphs/kit/identity';

/** A caller who sees everything that is national, exactly. */
export const CONSOLIDATOR: Caller = { role: 'consolidator' };

/** Stands where a subgraph reads tokens, for tests of something else: whoever asks is that caller. */
export function trusting(caller: Caller = CONSOLIDATOR, subject?: string): HubTokenVerifier {
  return { callerOf: () => Promise.resolve(caller), bearerOf: () => Promise.resolve({ caller, subject }) };
}

/** Stands where the gateway signs tokens, for tests of something else. */
export const fakeSigner: HubTokenSigner = { tokenFor: () => Promise.resolve('token.of.test') };

/** Stands where the gateway finds out who calls, for tests of something else: every request is that caller's. */
export function identityOf(caller: Caller = CONSOLIDATOR): GatewayIdentity {
  const subject = caller.role === 'public' ? undefined : `test ${caller.role}`;
  return { identify: () => Promise.resolve({ caller, subject }), signer: fakeSigner, publicKeys: { keys: [] } };
}

/** The header by which a test says who asks, where `spokenIdentity` or `spokenTokens` listen. */
export function speakingAs(caller: Caller): string {
  return `Bearer ${Buffer.from(JSON.stringify(caller)).toString('base64url')}`;
}

/** Stands where a subgraph reads tokens, and believes what they say without any signature. */
export const spokenTokens: HubTokenVerifier = {
  callerOf: async (authorization) => spokenCaller(authorization),
  bearerOf: async (authorization) => ({ caller: spokenCaller(authorization), subject: undefined }),
};

/** Stands for the identity of a gateway that believes its callers, and hands on who they say they are. */
export const spokenIdentity: GatewayIdentity = {
  identify: ({ authorization }) => {
    const caller = spokenCaller(authorization);
    return Promise.resolve({ caller, subject: caller.role === 'public' ? undefined : JSON.stringify(caller) });
  },
  signer: { tokenFor: ({ caller }) => Promise.resolve(speakingAs(caller).slice('Bearer '.length)) },
  publicKeys: { keys: [] },
};

function spokenCaller(authorization: string | undefined): Caller {
  if (authorization === undefined) return PUBLIC_CALLER;
  const said = Buffer.from(authorization.replace(/^Bearer /, ''), 'base64url').toString('utf8');
  return callerSchema.parse(JSON.parse(said));
}
