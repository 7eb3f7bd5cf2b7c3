import { z } from 'zod';
import { HubError } from '../../subgraphs/kit/errors';
import {
  type Caller,
  CONVENTION_AUDIENCE,
  CONVENTION_PATH,
  type HubTokenSigner,
  MAX_CALLER_SIRENS,
} from '../../subgraphs/kit/identity';
import type { Identity } from '../../subgraphs/kit/sign-in';
import { openNationalQuestion } from './ask-national';

/** SIRENs of the other parties of the conventions of a buyer that hold today. Throws IDENTITY_UNAVAILABLE. */
export type LookUpConvention = (sirens: readonly string[]) => Promise<readonly string[]>;

const answerSchema = z.strictObject({ sirens: z.array(z.string().regex(/^[0-9]{9}$/)) });

/** Milliseconds for which an answer is believed: how long a convention that ended may still show contracts. */
const VALID_MILLISECONDS = 30_000;
/** Most buyers remembered. */
const MOST_KEPT = 5_000;

/** Asks the national level, over connections of its own. */
export function createConventionLookUp(
  nationalUrl: string,
  signer: HubTokenSigner,
): { readonly lookUp: LookUpConvention; close(): Promise<void> } {
  const place = { path: CONVENTION_PATH, audience: CONVENTION_AUDIENCE };
  const question = openNationalQuestion(nationalUrl, signer, place);
  return {
    async lookUp(sirens) {
      const outcome = await question.ask({ sirens });
      if ('failure' in outcome) throw unavailable(outcome.failure);
      const answer = answerSchema.safeParse(outcome.answer);
      if (!answer.success) throw unavailable('the national level answered something else');
      return answer.data.sirens;
    },
    close: () => question.close(),
  };
}

/**
 * Adds to a buyer the other parties of its conventions: the contracts of a convention are seen by all of them (docs/adr/0026). Without an
 * answer nobody is let in: figures of a part of them would look whole. Throws IDENTITY_UNAVAILABLE, and FORBIDDEN for more SIRENs than
 * a caller may have.
 */
export function createConventionReader(
  lookUp: LookUpConvention,
  now: () => number = Date.now,
): (identity: Identity) => Promise<Identity> {
  // The caller itself is kept: tokens that were signed for it are found by it.
  const kept = new Map<string, { readonly caller: Promise<Caller>; readonly until: number }>();
  const callerOf = async (sirens: readonly string[]): Promise<Caller> => {
    const convention = await lookUp(sirens);
    if (sirens.length + convention.length > MAX_CALLER_SIRENS) throw tooMany();
    const own: Caller = { role: 'buyer', sirens: [...sirens] };
    return convention.length === 0 ? own : { ...own, convention: [...convention] };
  };
  return async (identity) => {
    const { caller } = identity;
    if (caller.role !== 'buyer') return identity;
    const own = [...new Set(caller.sirens)].sort();
    const key = own.join(',');
    let known = kept.get(key);
    if (known === undefined || known.until <= now()) {
      known = { caller: callerOf(own), until: now() + VALID_MILLISECONDS };
      known.caller.catch(() => kept.delete(key));
      kept.delete(key);
      kept.set(key, known);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    }
    return { ...identity, caller: await known.caller };
  };
}

function tooMany(): HubError {
  return new HubError(
    'FORBIDDEN',
    `The conventions of this buyer name more than ${MAX_CALLER_SIRENS} SIRENs. Ask the association to split them.`,
  );
}

function unavailable(reason: string): HubError {
  return new HubError(
    'IDENTITY_UNAVAILABLE',
    'Which conventions this buyer is under cannot be found out now. Ask again in a minute.',
    {},
    { cause: new Error(reason) },
  );
}
