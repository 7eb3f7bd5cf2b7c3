import { z } from 'zod';
import { HubError } from '../../subgraphs/kit/errors';
import {
  API_KEY_AUDIENCE,
  API_KEY_PATH,
  API_KEY_ROLES,
  type Caller,
  callerSchema,
  type HubTokenSigner,
  type PresentedApiKey,
} from '../../subgraphs/kit/identity';
import { openNationalQuestion } from './ask-national';

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

/** Looks keys up at the national level; only the hash of the secret travels. */
export function createApiKeyLookUp(nationalUrl: string, signer: HubTokenSigner): ApiKeyLookUp {
  const question = openNationalQuestion(nationalUrl, signer, { path: API_KEY_PATH, audience: API_KEY_AUDIENCE });
  return {
    async lookUp({ publicId, secretHash }) {
      const outcome = await question.ask({ publicId, secretHash });
      if ('failure' in outcome) throw unavailable(outcome.failure);
      const answer = answerSchema.safeParse(outcome.answer);
      if (!answer.success) throw unavailable('the national level answered something else');
      return answer.data;
    },
    close: () => question.close(),
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
