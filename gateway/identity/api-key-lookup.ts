import { z } from 'zod';
import { HubError } from '../../subgraphs/kit/errors';
import {
  API_KEY_AUDIENCE,
  API_KEY_PATH,
  API_KEY_ROLES,
  type Caller,
  callerSchema,
  type HubTokenSigner,
  PUBLIC_CALLER,
  type PresentedApiKey,
} from '../../subgraphs/kit/identity';
import { createSubgraphTransport } from '../data-source';

/** What the national level knows of a key. */
export type KnownApiKey =
  { readonly status: 'valid'; readonly caller: Caller; readonly expiresAt: Date } | { readonly status: 'unknown' };

/** Asks the national level whose key that is. Throws IDENTITY_UNAVAILABLE when it cannot tell. */
export type LookUpApiKey = (key: PresentedApiKey) => Promise<KnownApiKey>;

/** Looks keys up over connections of its own. */
export interface ApiKeyLookUp {
  readonly lookUp: LookUpApiKey;
  close(): Promise<void>;
}

const MAX_ANSWER_BYTES = 16 * 1024;
const CONNECTIONS = 4;
const DEADLINE_MILLISECONDS = 2_000;

const ROLES: readonly string[] = API_KEY_ROLES;
const answerSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('valid'),
    // Whatever the database says: no key makes an administrator.
    caller: callerSchema.refine(({ role }) => ROLES.includes(role)),
    expiresAt: z.iso.datetime().transform((text) => new Date(text)),
  }),
  z.object({ status: z.literal('unknown') }),
]);

/**
 * Looks keys up at the national level, beside its GraphQL endpoint. The gateway shows a token of an audience of its
 * own, so that nothing a client sends can end there; only the hash of the secret travels.
 */
export function createApiKeyLookUp(nationalUrl: string, signer: HubTokenSigner): ApiKeyLookUp {
  const transport = createSubgraphTransport({
    // Beside `graphql`, whatever path a proxy puts before it.
    url: new URL(API_KEY_PATH.slice(1), nationalUrl).href,
    deadlineMilliseconds: DEADLINE_MILLISECONDS,
    bodyLimitBytes: MAX_ANSWER_BYTES,
    connections: CONNECTIONS,
  });
  return {
    async lookUp({ publicId, secretHash }) {
      const token = await signer.tokenFor({ audience: API_KEY_AUDIENCE, caller: PUBLIC_CALLER });
      const outcome = await transport.post({
        body: JSON.stringify({ publicId, secretHash }),
        headers: { authorization: `Bearer ${token}` },
        isRepeatable: true,
      });
      if (outcome.status === 'failure') throw unavailable(outcome.reason);
      const answer = answerSchema.safeParse(outcome.value.body);
      if (!answer.success) throw unavailable('the national level answered something else');
      return answer.data;
    },
    close: () => transport.close(),
  };
}

function unavailable(reason: string): HubError {
  return new HubError(
    'IDENTITY_UNAVAILABLE',
    'Whether the API key is valid cannot be checked now. Ask again in a minute.',
    {},
    { cause: new Error(reason) },
  );
}
