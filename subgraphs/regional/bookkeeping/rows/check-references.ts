import type { EntityManager } from 'typeorm';
import type { Region } from '../../../kit/regions';
import { localIdOf } from '../../books';
import { type BookNoun, nounOf } from '../nouns';
import { type InputProblem, problem } from './input-problem';

type Input = Readonly<Record<string, unknown>>;

/** References to rows that are not there, or not there for the caller: the two read the same. */
export async function checkReferences(
  books: EntityManager,
  noun: BookNoun,
  region: Region,
  input: Input,
): Promise<readonly InputProblem[]> {
  const problems: InputProblem[] = [];
  for (const { name, kind } of noun.fields) {
    const given = input[name];
    if (kind.is !== 'reference' || typeof given !== 'string') continue;
    const id = localIdOf(region, given);
    if (id === null) continue;
    const found = (await books.query(`SELECT 1 FROM ${nounOf(kind.to).table} WHERE id = $1`, [id])) as unknown[];
    if (found.length === 0) problems.push(problem('REFERENCE_UNKNOWN', name, `Il n'y a pas de ligne « ${given} ».`));
  }
  return problems;
}
