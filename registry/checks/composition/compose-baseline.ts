import { createHash } from 'node:crypto';
import type { Composer, CompositionOutcome, MemberPublication } from '../check-types';

type Publications = readonly Pick<MemberPublication, 'region' | 'sdl'>[];

/** What each composer composed last as a baseline: a check is often run again, and before each publish. */
const known = new WeakMap<Composer, Map<string, CompositionOutcome>>();
const MOST_KNOWN = 4;

/** Composes, or remembers what composing the same gave. */
export async function composeBaseline(composer: Composer, publications: Publications): Promise<CompositionOutcome> {
  const outcomes = known.get(composer) ?? new Map<string, CompositionOutcome>();
  known.set(composer, outcomes);
  const key = keyOf(publications);
  const remembered = outcomes.get(key);
  if (remembered !== undefined) return remembered;
  const outcome = await composer.compose(publications);
  if (outcome.kind !== 'COMPOSED') return outcome;
  const oldest = outcomes.keys().next().value;
  if (outcomes.size >= MOST_KNOWN && oldest !== undefined) outcomes.delete(oldest);
  outcomes.set(key, outcome);
  return outcome;
}

function keyOf(publications: Publications): string {
  const parts = publications.map(({ region, sdl }) => [region.code, region.prefix, sdl]);
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
