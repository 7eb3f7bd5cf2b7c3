import type { BookNoun } from './book-noun';
import { CONTRACT_NOUNS } from './contract-nouns';
import { LIST_NOUNS } from './list-nouns';
import { NETWORK_NOUNS } from './network-nouns';
import { PERSON_NOUNS } from './person-nouns';

/** Every noun of the region's own API, in the order of its schema. */
export const BOOK_NOUNS: readonly BookNoun[] = [...NETWORK_NOUNS, ...CONTRACT_NOUNS, ...PERSON_NOUNS, ...LIST_NOUNS];

const byName = new Map(BOOK_NOUNS.map((noun) => [noun.name, noun]));

/** The noun of that name. Throws on a name that is none: a bug. */
export function nounOf(name: string): BookNoun {
  const noun = byName.get(name);
  if (noun === undefined) throw new Error(`The books have no noun called ${name}`);
  return noun;
}
