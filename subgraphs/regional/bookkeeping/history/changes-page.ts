import type { EntityManager } from 'typeorm';
import { globalId, localIdOf } from '../../books';
import { recordAccess } from '../../privacy';
import { SqlParameters } from '../../sql';
import type { BooksContext } from '../books-context';
import { BOOK_NOUNS } from '../nouns';
import { pageSize, positionOf } from '../rows';

interface Raw {
  readonly id: string;
  readonly changed_at: Date;
  readonly actor: string;
  readonly role: string;
  readonly action: string;
  readonly table_name: string;
  readonly row_id: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

const typeOf = new Map(BOOK_NOUNS.map(({ table, name }) => [table, name]));
const tableOf = new Map(BOOK_NOUNS.map(({ table, name }) => [name, table]));

/** What every change changes, and nobody asks of the history. */
const BOOKKEEPING = new Set(['version', 'updated_at']);

/** A page of the history, the latest change first, as far as the caller may see it. */
export async function changesPage(context: BooksContext, args: Readonly<Record<string, unknown>>) {
  const { region, within } = context;
  const first = pageSize(args['first'] as number | null);
  const parameters = new SqlParameters();
  const conditions = conditionsOf(context, (args['filter'] ?? {}) as Readonly<Record<string, unknown>>, parameters);
  if (args['after'] != null) conditions.push(`id < ${parameters.add(positionOf(region, String(args['after'])))}`);
  const rows = await within(async (books) => {
    const found = (await books.query(
      `SELECT id::text AS id, changed_at, actor, role, action, table_name, row_id::text AS row_id, before, after
       FROM change_record WHERE ${conditions.join(' AND ')} ORDER BY change_record.id DESC LIMIT ${first + 1}`,
      [...parameters.values],
    )) as Raw[];
    // What changed of a person is read of the person; of a row that is gone, only an auditor's look can be written down.
    const persons = found.filter((row) => row.table_name === 'participant').map((row) => row.row_id);
    await recordAccess(books, await personsThere(context, books, persons), 'changes');
    return found;
  });
  const nodes = rows.slice(0, first).map((row) => ({
    id: globalId(region, row.id),
    changedAt: row.changed_at,
    actor: row.actor,
    role: row.role,
    action: row.action,
    type: typeOf.get(row.table_name) ?? row.table_name,
    row: globalId(region, row.row_id),
    fields: changedFields(row),
  }));
  return {
    edges: nodes.map((node) => ({ cursor: node.id, node })),
    pageInfo: { hasNextPage: rows.length > first, endCursor: nodes.at(-1)?.id ?? null },
  };
}

function conditionsOf(
  { region }: BooksContext,
  filter: Readonly<Record<string, unknown>>,
  parameters: SqlParameters,
): string[] {
  const conditions = ['true'];
  const add = (value: unknown, condition: (place: string) => string) => {
    if (value != null) conditions.push(condition(parameters.add(value)));
  };
  const type = filter['type'] == null ? null : String(filter['type']);
  add(type === null ? null : (tableOf.get(type) ?? type), (place) => `table_name = ${place}`);
  // A row of another region has no history here.
  add(filter['row'] == null ? null : (localIdOf(region, String(filter['row'])) ?? '0'), (place) => `row_id = ${place}`);
  add(filter['actor'], (place) => `actor = ${place}`);
  add(filter['from'], (place) => `changed_at >= ${place}`);
  add(filter['to'], (place) => `changed_at < ${place}`);
  return conditions;
}

function changedFields({ before, after }: Raw) {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const shown = (row: Raw['before'], name: string) => (row === null ? null : JSON.stringify(row[name] ?? null));
  return names
    .filter((name) => !BOOKKEEPING.has(name))
    .map((name) => ({ name, before: shown(before, name), after: shown(after, name) }))
    .filter((each) => each.before !== each.after);
}

/** A desk and a coordination write down looks at persons that they see. */
async function personsThere(
  { actor }: BooksContext,
  books: EntityManager,
  persons: readonly string[],
): Promise<readonly string[]> {
  if (actor.role === 'auditor' || persons.length === 0) return persons;
  const rows: { id: string }[] = await books.query(
    'SELECT id::text AS id FROM participant WHERE id = ANY ($1::bigint[])',
    [persons],
  );
  return rows.map(({ id }) => id);
}
