import type { ClientBase } from 'pg';
import { joinsOf, type ReferenceName, REFERENCES } from './book-references';
import type { BookStep, StepColumn } from './book-steps';
import { stagedColumn } from './field';

/** What a step did to its table. */
export interface StepCounts {
  readonly table: string;
  readonly added: number;
  readonly changed: number;
}

/** What of a file a step knows. */
export interface StepContext {
  /** Fields that the file says. */
  readonly said: ReadonlySet<string>;
  /** Fields of the kind: the columns of the staging table. */
  readonly staged: ReadonlySet<string>;
  /** Whether several lines speak of one row, all saying the same. */
  readonly isRepeated: boolean;
  readonly importRun: string;
}

/** Where rows come from that an import may correct without leaving them to their source. */
const TAKEN_OVER = `CASE WHEN t.origin = 'DECP' THEN 'IMPORTED' ELSE t.origin END`;

/**
 * Brings the rows of one table to what the staged lines say: rows that differ are changed, rows that are not there are
 * added, others are not touched at all.
 *
 * What has to be written is looked up first and kept aside: one join serves both, and a table that grows under the very
 * statement that looks into it is read again and again.
 */
export async function writeStep(client: ClientBase, step: BookStep, context: StepContext): Promise<StepCounts> {
  const said = step.columns.filter(({ field }) => context.said.has(field));
  const stamps = (step.stamps ?? []).filter(([, , field]) => context.said.has(field));
  await client.query('DROP TABLE IF EXISTS pg_temp.import_row');
  await client.query(`CREATE TEMP TABLE import_row AS ${rowsToWrite(step, said, stamps, context)}`);
  await client.query('ANALYZE import_row');
  const changed = said.length === 0 ? 0 : await changeRows(client, step, said, stamps, context);
  const added = await addRows(client, step, said, stamps, context);
  return { table: step.table, added, changed };
}

type Stamp = readonly [string, string, string];

/** Rows that are new (`row_id` is null) or differ: key as `k_…`, what the line says as it is, values of a new row as `n_…`. */
function rowsToWrite(
  step: BookStep,
  said: readonly StepColumn[],
  stamps: readonly Stamp[],
  context: StepContext,
): string {
  const columns = [
    ...said.map((one) => [one.column, saidOf(one)] as const),
    ...step.columns
      .filter((one) => one.otherwise !== undefined)
      .map((one) => [`n_${one.column}`, newValueOf(one, said.includes(one))] as const),
    ...stamps.map(([column, value]) => [column, value] as const),
  ];
  const before = said.map(({ column }) => `t.${column}`).join(', ');
  const after = said.map((one) => afterOf(one, 'src')).join(', ');
  const differs = said.length === 0 ? '' : `OR ROW(${before}) IS DISTINCT FROM ROW(${after})`;
  return `SELECT src.*, t.id AS row_id FROM (${sourceOf(step, columns, context)}) src
    LEFT JOIN ${step.table} t ON ${step.key.map(([column]) => `t.${column} = src.k_${column}`).join(' AND ')}
    WHERE t.id IS NULL ${differs}`;
}

async function changeRows(
  client: ClientBase,
  step: BookStep,
  said: readonly StepColumn[],
  stamps: readonly Stamp[],
  context: StepContext,
): Promise<number> {
  const sets = [
    ...said.map((one) => `${one.column} = ${afterOf(one, 'src')}`),
    ...stamps.map(([column]) => `${column} = src.${column}`),
  ];
  const { rowCount } = await client.query(
    `UPDATE ${step.table} t SET ${sets.join(', ')}, origin = ${TAKEN_OVER}, import_run_id = $1
    FROM import_row src WHERE src.row_id IS NOT NULL AND t.id = src.row_id`,
    [context.importRun],
  );
  return rowCount ?? 0;
}

async function addRows(
  client: ClientBase,
  step: BookStep,
  said: readonly StepColumn[],
  stamps: readonly Stamp[],
  context: StepContext,
): Promise<number> {
  const columns = step.columns.filter((one) => said.includes(one) || one.otherwise !== undefined);
  const written = [
    ...step.key.map(([column]) => [column, `src.k_${column}`] as const),
    ...columns.map(
      ({ column, otherwise }) => [column, `src.${otherwise === undefined ? column : `n_${column}`}`] as const,
    ),
    ...stamps.map(([column]) => [column, `src.${column}`] as const),
    ...(step.onInsert ?? []),
  ];
  const { rowCount } = await client.query(
    `INSERT INTO ${step.table} (${written.map(([column]) => column).join(', ')}, origin, import_run_id)
    SELECT ${written.map(([, value]) => value).join(', ')}, 'IMPORTED', $1::bigint FROM import_row src
    WHERE src.row_id IS NULL`,
    [context.importRun],
  );
  return rowCount ?? 0;
}

/** What a row holds after a line: a column that always holds something keeps it when the line leaves it out. */
function afterOf({ column, otherwise }: StepColumn, source: string): string {
  return otherwise === undefined ? `${source}.${column}` : `coalesce(${source}.${column}, t.${column})`;
}

function newValueOf(column: StepColumn, isSaid: boolean): string {
  const otherwise = column.otherwise ?? 'NULL';
  return isSaid ? `coalesce(${saidOf(column)}, ${otherwise})` : otherwise;
}

function saidOf({ field, value }: StepColumn): string {
  return value ?? `s.${stagedColumn(field)}`;
}

/** The rows that the lines speak of, each once: key as `k_…`, then the columns. */
function sourceOf(step: BookStep, columns: readonly (readonly [string, string])[], context: StepContext): string {
  const keys = step.key.map(([column, value]) => `${value} AS k_${column}`);
  const values = columns.map(([column, value]) => `${value} AS ${column}`);
  const distinct = context.isRepeated ? `DISTINCT ON (${step.key.map(([, value]) => value).join(', ')})` : '';
  const isStaged = (name: ReferenceName): boolean =>
    REFERENCES[name].isOptional !== true || context.staged.has(REFERENCES[name].field);
  const needed = step.references.filter(isStaged);
  return `SELECT ${distinct} ${[...keys, ...values].join(', ')} FROM import_line s
    ${joinsOf(needed, 'JOIN')} ${step.when === undefined ? '' : `WHERE ${step.when}`}`;
}
