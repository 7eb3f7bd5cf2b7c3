import type { ClientBase } from 'pg';
import { closest, distance } from 'fastest-levenshtein';
import { type ReferenceName, joinsOf, REFERENCES } from './book-references';
import type { BookStep } from './book-steps';
import { fieldOf, stagedColumn } from './field';
import type { ImportKind } from './import-kinds';
import { NAMED_PER_REASON, type ProblemBook } from './problem-book';
import type { ProblemCode } from './problem-codes';

/** Something to look for in all lines at once. */
interface LineCheck {
  readonly code: ProblemCode;
  readonly field: string;
  readonly when: string;
  readonly reference?: ReferenceName;
}

/** How many rows a step speaks of, and whether several lines speak of one. */
export interface StepKeys {
  readonly keys: number;
  readonly isRepeated: boolean;
}

/** Looks for everything that is wrong in the staged lines, set by set. */
export async function checkLines(client: ClientBase, kind: ImportKind, problems: ProblemBook): Promise<void> {
  const checks: LineCheck[] = [...referenceChecks(kind), ...kind.checks];
  if (checks.length === 0) return;
  const joins = joinsOf([...kind.references, ...kind.checks.flatMap(({ references }) => references)], 'LEFT JOIN');
  const conditions = checks.map(({ when }) => `(${when})`);
  await client.query('DROP TABLE IF EXISTS pg_temp.import_problem');
  await client.query(`
    CREATE TEMP TABLE import_problem AS
    SELECT s.line, p.number FROM import_line s
    ${joins}
    CROSS JOIN LATERAL (VALUES ${conditions.map((when, number) => `(${number}, ${when})`).join(', ')}) p (number, is_wrong)
    WHERE (${conditions.join(' OR ')}) AND p.is_wrong`);
  const { rows } = await client.query<{
    number: number;
    line: string;
    line_values: Record<string, unknown>;
    total: string;
  }>(
    `SELECT p.number, p.line, to_jsonb(s) AS line_values, p.total
    FROM (
      SELECT number, line, count(*) OVER (PARTITION BY number) AS total,
        row_number() OVER (PARTITION BY number ORDER BY line) AS rank
      FROM import_problem) p
    JOIN import_line s ON s.line = p.line
    WHERE p.rank <= $1 ORDER BY p.number, p.line`,
    [NAMED_PER_REASON],
  );
  const suggest = await suggestions(client, checks, new Set(rows.map(({ number }) => number)));
  const named = new Map<number, number>();
  for (const { number, line, line_values: values } of rows) {
    const check = checks[number];
    if (check === undefined) continue;
    named.set(number, (named.get(number) ?? 0) + 1);
    const value = textOf(values[stagedColumn(check.field)]);
    problems.add(Number(line), fieldOf(check.field), value, check.code, value === null ? null : suggest(check, value));
  }
  for (const [number, count] of named) {
    const check = checks[number];
    const total = Number(rows.find((row) => row.number === number)?.total ?? 0);
    if (check !== undefined && total > count) problems.count(check.code, check.field, total - count);
  }
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value as string | number | boolean);
}

/** Rows that lines name must be there, unless the line leaves an optional one out. A missing desk is said once only. */
function referenceChecks(kind: ImportKind): LineCheck[] {
  const names: ReferenceName[] = [];
  const visit = (name: ReferenceName): void => {
    REFERENCES[name].after.forEach(visit);
    if (!names.includes(name)) names.push(name);
  };
  kind.references.forEach(visit);
  return names.map((name) => {
    const { field, after, isOptional } = REFERENCES[name];
    const parents = after.map((parent) => ` AND r_${parent}.id IS NOT NULL`).join('');
    const isSaid = isOptional === true ? ` AND s.${stagedColumn(field)} IS NOT NULL` : '';
    return { code: 'REFERENCE_UNKNOWN', field, when: `r_${name}.id IS NULL${parents}${isSaid}`, reference: name };
  });
}

/** Natural key of a reference's rows, for suggestions. */
const KEY_OF: Readonly<Partial<Record<ReferenceName, string>>> = {
  desk: 'reference',
  buyer: 'siren',
  company: 'siret',
  holder: 'siret',
  operation: 'reference',
  contract: 'reference',
  participant: 'reference',
  work: 'reference',
  facilitator: 'name',
};
/** Keys that are compared: beyond, no suggestion is worth the time. */
const COMPARED = 20_000;

async function suggestions(
  client: ClientBase,
  checks: readonly LineCheck[],
  found: ReadonlySet<number>,
): Promise<(check: LineCheck, value: string) => string | null> {
  const known = new Map<ReferenceName, string[]>();
  for (const number of found) {
    const name = checks[number]?.reference;
    const key = name === undefined ? undefined : KEY_OF[name];
    if (name === undefined || key === undefined) continue;
    const { rows } = await client.query<{ key: string }>(
      `SELECT DISTINCT ${key} AS key FROM ${REFERENCES[name].table} WHERE ${key} IS NOT NULL LIMIT $1`,
      [COMPARED],
    );
    known.set(
      name,
      rows.map((row) => row.key),
    );
  }
  return (check, value) => {
    const keys = check.reference === undefined ? [] : (known.get(check.reference) ?? []);
    const nearest = keys.length === 0 ? '' : closest(value, keys);
    return nearest !== '' && distance(value, nearest) <= Math.max(1, value.length / 4) ? nearest : null;
  };
}

/** SQL of the fields by which lines name a step's row. */
function keyOf(step: BookStep): string[] {
  return step.keyFields.map((field) => (field === 'lot' ? 'coalesce(s.lot, 1)' : `s.${stagedColumn(field)}`));
}

/**
 * Counts the rows that a step will write, and finds lines that say different things of one row. Lines that say the
 * same again are fine.
 */
export async function checkStep(
  client: ClientBase,
  step: BookStep,
  fields: ReadonlySet<string>,
  problems: ProblemBook,
): Promise<StepKeys> {
  const keys = keyOf(step);
  const where = step.when === undefined ? '' : `WHERE ${step.when}`;
  const { rows } = await client.query<{ keys: string; repeated: string }>(
    `SELECT count(*) AS keys, count(*) FILTER (WHERE lines > 1) AS repeated
    FROM (SELECT count(*) AS lines FROM import_line s ${where} GROUP BY ${keys.join(', ')}) k`,
  );
  const counted = { keys: Number(rows[0]?.keys ?? 0), isRepeated: Number(rows[0]?.repeated ?? 0) > 0 };
  const said = step.columns.filter(({ field }) => fields.has(field)).map(({ field }) => `s.${stagedColumn(field)}`);
  if (counted.isRepeated && said.length > 0) await findConflicts(client, step, keys, said, where, problems);
  return counted;
}

async function findConflicts(
  client: ClientBase,
  step: BookStep,
  keys: readonly string[],
  said: readonly string[],
  where: string,
  problems: ProblemBook,
): Promise<void> {
  const { rows } = await client.query<{ line: string; first: string; key: string; total: string }>(
    `SELECT line, first, key, count(*) OVER () AS total FROM (
      SELECT s.line, first_value(s.line) OVER w AS first, concat_ws(' ', ${keys.join(', ')}) AS key,
        ROW(${said.join(', ')}) IS DISTINCT FROM first_value(ROW(${said.join(', ')})) OVER w AS differs
      FROM import_line s ${where}
      WINDOW w AS (PARTITION BY ${keys.join(', ')} ORDER BY s.line)) l
    WHERE differs ORDER BY line LIMIT $1`,
    [NAMED_PER_REASON],
  );
  const field = fieldOf(step.keyFields.at(-1) ?? '');
  for (const { line, first, key } of rows) problems.add(Number(line), field, key, 'CONFLICT_IN_FILE', `ligne ${first}`);
  const total = Number(rows[0]?.total ?? 0);
  if (total > rows.length) problems.count('CONFLICT_IN_FILE', field.name, total - rows.length);
}
