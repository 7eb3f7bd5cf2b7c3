import type { EntityManager } from 'typeorm';
import type { Region } from '../../../kit/regions';
import { globalId } from '../../books';
import type { BookNoun } from '../nouns';
import { storedValue } from './column-values';
import { type InputProblem, problem } from './input-problem';

/** Most candidates that a warning names. */
const NAMED = 3;

/** A text without accents, capitals, spaces and punctuation, in SQL. */
function folded(expression: string): string {
  const plain = `translate(lower(${expression}), 'àâäáãçéèêëíìîïñóòôöõúùûüýÿ', 'aaaaaceeeeiiiinooooouuuuyy')`;
  return `regexp_replace(replace(replace(${plain}, 'œ', 'oe'), 'æ', 'ae'), '[^a-z0-9]', '', 'g')`;
}

/** Rows that may be the same thing under another spelling: a warning, never a merge. */
export async function similarRows(
  books: EntityManager,
  noun: BookNoun,
  region: Region,
  whole: Readonly<Record<string, unknown>>,
  ownId: string,
): Promise<readonly InputProblem[]> {
  const { similar } = noun;
  const value = similar === undefined ? undefined : whole[similar.field];
  if (similar === undefined || typeof value !== 'string') return [];
  const column = columnOf(noun, similar.field);
  const scope = noun.fields.find(({ name }) => name === similar.within);
  const within = scope === undefined ? 'true' : `${scope.column} IS NOT DISTINCT FROM $3::bigint`;
  const scopeValue = scope === undefined ? [] : [storedValue(scope, region, whole[scope.name])];
  const rows = (await books.query(
    `SELECT id::text AS id, ${column} AS text FROM ${noun.table}
     WHERE id <> $2 AND ${folded(column)} = ${folded('$1::text')} AND ${within} ORDER BY id LIMIT ${NAMED}`,
    [value, ownId, ...scopeValue],
  )) as { id: string; text: string }[];
  if (rows.length === 0) return [];
  const named = rows.map(({ id, text }) => `${globalId(region, id)} (« ${text} »)`).join(', ');
  return [problem('POSSIBLE_DUPLICATE', similar.field, `Peut-être un doublon de ${named}. Rien n'a été fusionné.`)];
}

function columnOf({ fields }: BookNoun, name: string): string {
  return fields.find((field) => field.name === name)?.column ?? name;
}
