import { HubError } from '../../kit/errors';
import type { BookActor } from './book-transaction';
import type { BookNoun } from './nouns';

/** Throws FORBIDDEN when the role of the caller writes no rows of this noun; row-level security has the last word. */
export function mayWrite({ role }: BookActor, { name, writers }: BookNoun): void {
  if (writers.some((writer) => writer === role)) return;
  throw new HubError('FORBIDDEN', `The role "${role}" does not write ${name}. ${writers.join(' and ')} do.`, {});
}
