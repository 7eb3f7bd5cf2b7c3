import type { EntityManager } from 'typeorm';
import type { Region } from '../../../kit/regions';
import type { BookNoun } from '../nouns';
import { rulesOf } from '../rules';
import { checkField } from './check-field';
import { checkReferences } from './check-references';
import { type InputProblem, problem } from './input-problem';

/** What is to be checked: what the input says, and the row as it would be, as GraphQL shows it. */
export interface ProposedRow {
  readonly given: Readonly<Record<string, unknown>>;
  readonly whole: Readonly<Record<string, unknown>>;
}

/** Everything that is wrong with a proposed row, at once. */
export async function checkInput(
  books: EntityManager,
  noun: BookNoun,
  region: Region,
  { given, whole }: ProposedRow,
): Promise<readonly InputProblem[]> {
  const single = noun.fields
    .filter((field) => field.given !== 'never' && (field.isRequired || Object.hasOwn(given, field.name)))
    .flatMap((field) => checkField(field, whole[field.name], region));
  if (single.length > 0) return single;
  const references = await checkReferences(books, noun, region, given);
  if (references.length > 0) return references;
  return [...periodProblems(noun, whole), ...(await rulesOf(noun.name).problems(books, region, whole))];
}

function periodProblems({ period }: BookNoun, whole: Readonly<Record<string, unknown>>): readonly InputProblem[] {
  if (period === undefined) return [];
  const [from, to] = period.map((name) => whole[name]);
  if (typeof from !== 'string' || typeof to !== 'string' || from <= to) return [];
  return [problem('DATES_OUT_OF_ORDER', period[1], `La date de fin (${to}) précède celle du début (${from}).`)];
}
