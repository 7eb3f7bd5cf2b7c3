import type { EntityManager } from 'typeorm';
import type { Region } from '../../../kit/regions';
import { globalId, localIdOf } from '../../books';
import type { BookActor } from '../book-transaction';
import type { BookField, BookNoun } from '../nouns';
import { rulesOf } from '../rules';
import { checkInput } from './check-input';
import { type BookRow, storedValue } from './column-values';
import { isInUse, problemOfRefusal } from './database-refusals';
import { type InputProblem, type InvalidInput, invalidInput } from './input-problem';
import { rowById } from './read-rows';
import { similarRows } from './similar-rows';

type Input = Readonly<Record<string, unknown>>;

/** Where and for whom a row is changed. */
export interface ChangeContext {
  readonly books: EntityManager;
  readonly region: Region;
  readonly actor: BookActor;
}

/** A row that was written, with what may still be wrong with it. */
export interface WrittenRow {
  readonly __typename: 'written';
  readonly row: BookRow;
  readonly warnings: readonly InputProblem[];
}

/** Somebody else changed the row in between. */
export interface VersionConflict {
  readonly __typename: 'conflict';
  readonly message: string;
  readonly current: BookRow;
}

/** No row of that identifier is there for the caller. */
export interface RowNotFound {
  readonly __typename: 'RowNotFound';
  readonly message: string;
}

/** Adds a row, or says everything that is wrong with it. */
export async function createRow(
  context: ChangeContext,
  noun: BookNoun,
  input: Input,
): Promise<WrittenRow | InvalidInput> {
  const { books, region } = context;
  const given = withOwnDesk(context, noun, input);
  const problems = await checkInput(books, noun, region, { given, whole: given });
  if (problems.length > 0) return invalidInput(problems);
  const fields = noun.fields.filter((field) => field.given !== 'never' && given[field.name] !== undefined);
  const fixed = Object.entries(rulesOf(noun.name).fixedColumns());
  const columns = ['origin', ...fields.map(({ column }) => column), ...fixed.map(([column]) => column)];
  const values = ['ENTERED', ...stored(fields, region, given), ...fixed.map(([, value]) => value)];
  const places = values.map((_, index) => `$${index + 1}`);
  try {
    const [added] = (await books.query(
      `INSERT INTO ${noun.table} (${columns.join(', ')}) VALUES (${places.join(', ')}) RETURNING id::text AS id`,
      values,
    )) as { id: string }[];
    return await written(context, noun, added?.id ?? '');
  } catch (error) {
    return invalidInput([problemOfRefusal(error)]);
  }
}

/** Changes what the input names of a row that is still of the version that was read. */
export async function updateRow(
  context: ChangeContext,
  noun: BookNoun,
  input: Input & { readonly id: string; readonly version: number },
): Promise<WrittenRow | InvalidInput | VersionConflict | RowNotFound> {
  const { books, region } = context;
  const found = await unchangedRow(context, noun, input);
  if (found.__typename !== 'row') return found;
  const fields = noun.fields.filter((field) => field.given === 'always' && input[field.name] !== undefined);
  const whole = { ...referencesShown(noun, region, found.row), ...input };
  const problems = await checkInput(books, noun, region, { given: pick(fields, input), whole });
  if (problems.length > 0) return invalidInput(problems);
  if (fields.length === 0) return { __typename: 'written', row: found.row, warnings: [] };
  const settings = fields.map(({ column }, index) => `${column} = $${index + 2}`);
  try {
    await books.query(`UPDATE ${noun.table} SET ${settings.join(', ')} WHERE id = $1`, [
      localIdOf(region, input.id),
      ...stored(fields, region, input),
    ]);
    return await written(context, noun, localIdOf(region, input.id) ?? '');
  } catch (error) {
    return invalidInput([problemOfRefusal(error)]);
  }
}

/** What became of a row that was to be deleted. */
export type Deletion =
  | { readonly __typename: 'DeleteRowSuccess'; readonly id: string }
  | { readonly __typename: 'RowInUse'; readonly message: string }
  | VersionConflict
  | RowNotFound;

/** Deletes a row that nothing refers to and that is still of the version that was read. */
export async function deleteRow(
  context: ChangeContext,
  noun: BookNoun,
  input: { readonly id: string; readonly version: number },
): Promise<Deletion> {
  const found = await unchangedRow(context, noun, input);
  if (found.__typename !== 'row') return found;
  try {
    await context.books.query(`DELETE FROM ${noun.table} WHERE id = $1`, [localIdOf(context.region, input.id)]);
    return { __typename: 'DeleteRowSuccess', id: input.id };
  } catch (error) {
    if (isInUse(error))
      return { __typename: 'RowInUse', message: "D'autres lignes s'y rapportent : rien n'a été supprimé." };
    throw error;
  }
}

/** The row, locked, if it is of that version; otherwise what to say. */
export async function unchangedRow(
  { books, region }: ChangeContext,
  noun: BookNoun,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<{ readonly __typename: 'row'; readonly row: BookRow } | VersionConflict | RowNotFound> {
  const localId = localIdOf(region, id);
  const row = localId === null ? null : await rowById(books, noun, region, localId, true);
  if (row === null) return { __typename: 'RowNotFound', message: `Il n'y a pas de ligne « ${id} ».` };
  if (row.version === version) return { __typename: 'row', row };
  const message = `La ligne a changé entre-temps : version ${row.version}, et non ${version}. Relisez-la.`;
  return { __typename: 'conflict', message, current: row };
}

async function written({ books, region }: ChangeContext, noun: BookNoun, id: string): Promise<WrittenRow> {
  const row = await rowById(books, noun, region, id);
  if (row === null) throw new Error(`A row of ${noun.table} was written and is not there`);
  const whole = referencesShown(noun, region, row);
  const warnings = [
    ...(await similarRows(books, noun, region, whole, id)),
    ...(await rulesOf(noun.name).warnings(books, region, whole)),
  ];
  return { __typename: 'written', row, warnings };
}

/** A desk writes in its own name: it need not say so. */
function withOwnDesk({ actor, region }: ChangeContext, noun: BookNoun, input: Input): Input {
  const isOfDesk = noun.fields.some(({ name }) => name === 'desk');
  if (!isOfDesk || input['desk'] != null || actor.desk === null) return input;
  return { ...input, desk: globalId(region, actor.desk) };
}

/** A row with its references as an input would name them. */
function referencesShown({ fields }: BookNoun, region: Region, row: BookRow): Input {
  const shown = fields.map(({ name, kind }): [string, unknown] => {
    const value = row[name];
    return [name, kind.is === 'reference' && typeof value === 'string' ? globalId(region, value) : value];
  });
  return Object.fromEntries(shown);
}

function pick(fields: readonly BookField[], input: Input): Input {
  return Object.fromEntries(fields.map(({ name }) => [name, input[name]]));
}

function stored(fields: readonly BookField[], region: Region, input: Input): unknown[] {
  return fields.map((field) => storedValue(field, region, input[field.name]));
}
