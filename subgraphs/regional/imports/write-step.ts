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
 */
export async function writeStep(client: ClientBase, step: BookStep, context: StepContext): Promise<StepCounts> {
  const said = step.columns.filter(({ field }) => context.said.has(field));
  const changed = said.length === 0 ? 0 : await changeRows(client, step, said, context);
  const added = await addRows(client, step, said, context);
  return { table: step.table, added, changed };
}

async function changeRows(
  client: ClientBase,
  step: BookStep,
  said: readonly StepColumn[],
  context: StepContext,
): Promise<number> {
  const stamps = (step.stamps ?? []).filter(([, , field]) => context.said.has(field));
  const columns = said.map((one) => [one.column, saidOf(one)] as const);
  const source = sourceOf(step, [...columns, ...stamps.map(([column, value]) => [column, value] as const)], context);
  // A column that always holds something keeps it when the line leaves it out; others are emptied.
  const lasting = new Set(said.filter(({ otherwise }) => otherwise !== undefined).map(({ column }) => column));
  const after = (column: string): string =>
    lasting.has(column) ? `coalesce(src.${column}, t.${column})` : `src.${column}`;
  const sets = [...columns.map(([column]) => column), ...stamps.map(([column]) => column)];
  const { rowCount } = await client.query(
    `UPDATE ${step.table} t SET ${sets.map((column) => `${column} = ${after(column)}`).join(', ')},
      origin = ${TAKEN_OVER}, import_run_id = $1
    FROM (${source}) src
    WHERE ${step.key.map(([column]) => `t.${column} = src.k_${column}`).join(' AND ')}
      AND ROW(${columns.map(([column]) => `t.${column}`).join(', ')})
        IS DISTINCT FROM ROW(${columns.map(([column]) => after(column)).join(', ')})`,
    [context.importRun],
  );
  return rowCount ?? 0;
}

async function addRows(
  client: ClientBase,
  step: BookStep,
  said: readonly StepColumn[],
  context: StepContext,
): Promise<number> {
  const defaults = step.columns.filter((one) => !said.includes(one) && one.otherwise !== undefined);
  const columns = [
    ...said.map((one) => [one.column, valueOf(one)] as const),
    ...defaults.map((one) => [one.column, one.otherwise ?? 'NULL'] as const),
    ...(step.stamps ?? [])
      .filter(([, , field]) => context.said.has(field))
      .map(([column, value]) => [column, value] as const),
  ];
  const onInsert = step.onInsert ?? [];
  const keys = step.key.map(([column]) => column);
  const names = [...keys, ...columns.map(([column]) => column), ...onInsert.map(([column]) => column)];
  const values = [
    ...keys.map((key) => `src.k_${key}`),
    ...columns.map(([column]) => `src.${column}`),
    ...onInsert.map(([, value]) => value),
  ];
  const { rowCount } = await client.query(
    `INSERT INTO ${step.table} (${names.join(', ')}, origin, import_run_id)
    SELECT ${values.join(', ')}, 'IMPORTED', $1::bigint FROM (${sourceOf(step, columns, context)}) src
    WHERE NOT EXISTS (SELECT FROM ${step.table} t WHERE ${keys.map((key) => `t.${key} = src.k_${key}`).join(' AND ')})`,
    [context.importRun],
  );
  return rowCount ?? 0;
}

function saidOf({ field, value }: StepColumn): string {
  return value ?? `s.${stagedColumn(field)}`;
}

function valueOf(column: StepColumn): string {
  const said = saidOf(column);
  const { otherwise } = column;
  return otherwise === undefined ? said : `coalesce(${said}, ${otherwise})`;
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
