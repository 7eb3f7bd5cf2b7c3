import type { EntityManager } from 'typeorm';
import type { Caller } from '../../subgraphs/kit/identity';
import { type BookActor, withinBooks } from '../../subgraphs/regional/bookkeeping';
import { BOOK_NOUNS } from '../../subgraphs/regional/bookkeeping/nouns';
import { createRandom } from '../../subgraphs/regional/demonstration/random';
import { BooksOracle, type Expected, ORACLE_TABLES, type OracleRow, type OracleTable } from '../support/books-oracle';
import { type BooksTester, COORDINATION, createBooksTester } from '../support/books-tester';

/** Reads and writes; `npm run books:access` makes 20,000. */
const STEPS = Number(process.env['MAILLAGE_BOOKS_STEPS'] ?? 500);
const DESKS = 4;

describe('generated reads and writes of random roles', () => {
  const oracle = new BooksOracle();
  const random = createRandom('books-access');
  let books: BooksTester;
  let desks: string[];
  let actors: BookActor[];
  let count = 0;

  beforeAll(async () => {
    books = await createBooksTester();
    desks = [];
    for (let desk = 0; desk < DESKS; desk += 1) desks.push((await books.buildDesk()).id);
    actors = [
      ...desks.map((desk): BookActor => ({ subject: `person of ${desk}`, role: 'desk', desk })),
      { subject: 'coordination', role: 'coordination', desk: null },
      { subject: 'auditor', role: 'auditor', desk: null },
    ];
    // Lists that a migration brought, the same for everybody.
    for (const table of ORACLE_TABLES) {
      for (const row of await ownerRows(table)) oracle.add(table, { ...row, desk: null });
    }
    for (const name of ['buyer', 'contractor']) await plant(tableOf(name), null);
    for (const desk of desks) {
      for (const name of ['contract', 'lot', 'participant', 'work_contract', 'hour_entry', 'participant_criterion']) {
        await plant(tableOf(name), desk);
      }
    }
  });
  afterAll(() => books.close());

  it(`${STEPS} times, leak nothing: rows, counts, marks and history are those of an oracle`, async () => {
    for (let step = 0; step < STEPS; step += 1) {
      const actor = pick(actors);
      const table = pick(ORACLE_TABLES);
      const work = pick([readAll, readAll, readOne, add, add, change, change, move, remove, history, overApi]);
      await work(actor, table);
      if (step % 1_000 === 999) await compareAll();
    }
    await compareAll();
  });

  async function readAll(actor: BookActor, table: OracleTable): Promise<void> {
    const read = as(actor, (manager) =>
      manager.query(`SELECT id::text, import_run_id::int AS mark FROM ${table.name}`),
    );
    if (!oracle.mayRead(actor, table)) return expect(read).rejects.toThrow('permission denied');
    expect(sorted((await read) as Marked[])).toEqual(sorted(oracle.visible(actor, table)));
  }

  async function readOne(actor: BookActor, table: OracleTable): Promise<void> {
    const row = anyRow(table);
    if (row === undefined || !oracle.mayRead(actor, table)) return;
    const seen = await as(actor, (manager) =>
      manager.query(`SELECT id::text FROM ${table.name} WHERE id = $1 OR import_run_id = $2`, [row.id, row.mark]),
    );
    expect(seen).toEqual(oracle.visible(actor, table).includes(row) ? [{ id: row.id }] : []);
  }

  async function add(actor: BookActor, table: OracleTable): Promise<void> {
    const target = ownerOf(table, pick(desks));
    if (target === undefined) return;
    const expected = oracle.adding(actor, table, target.desk);
    const made = as(actor, (manager) => insert(manager, table, target.id, actor.desk));
    if (expected === 'denied') return expect(made).rejects.toThrow(/permission denied|row-level security/);
    note(actor, table, { id: await made, desk: target.desk, mark: null });
  }

  async function change(actor: BookActor, table: OracleTable): Promise<void> {
    const row = anyRow(table);
    if (row === undefined) return;
    const mark = next();
    const changed = as(actor, (manager) =>
      manager.query(`UPDATE ${table.name} SET import_run_id = $2 WHERE id = $1`, [row.id, mark]),
    );
    if (await became(changed, oracle.changing(actor, table, row))) {
      row.mark = mark;
      oracle.note(actor, table);
    }
  }

  /** Gives a row to another desk. */
  async function move(actor: BookActor, table: OracleTable): Promise<void> {
    const row = anyRow(table);
    const hasDesk = table.belonging.is === 'own' || table.belonging.is === 'network';
    if (row === undefined || !hasDesk) return;
    const desk = pick(desks.filter((each) => each !== row.desk));
    const own = oracle.changing(actor, table, row);
    const expected = own === 'taken' && actor.role === 'desk' ? 'denied' : own;
    const moved = as(actor, (manager) =>
      manager.query(`UPDATE ${table.name} SET desk_id = $2 WHERE id = $1`, [row.id, desk]),
    ).catch((error: unknown) => {
      // Two strategies of one desk that begin on the same day: a rule of the books, not of access.
      if (/uq_/.test(String(error))) return 'refused';
      throw error;
    });
    if (expected === 'taken' && (await moved) === 'refused') return;
    if (await became(moved, expected)) {
      row.desk = desk;
      oracle.note(actor, table);
    }
  }

  async function remove(actor: BookActor, table: OracleTable): Promise<void> {
    const row = anyRow(table);
    if (row === undefined || !table.isLeaf) return;
    const removed = as(actor, (manager) => manager.query(`DELETE FROM ${table.name} WHERE id = $1`, [row.id]));
    if (await became(removed, oracle.changing(actor, table, row))) {
      oracle.rows.get(table.name)?.delete(row.id);
      oracle.note(actor, table);
    }
  }

  async function history(actor: BookActor): Promise<void> {
    const [seen] = (await as(actor, (manager) =>
      manager.query(`SELECT count(*)::int AS count FROM change_record`),
    )) as { count: number }[];
    expect(seen?.count).toBe(oracle.history(actor));
    const forged = as(actor, (manager) => manager.query(`UPDATE change_record SET actor = 'somebody else'`));
    await expect(forged).rejects.toThrow('permission denied');
  }

  /** What the API shows is what the tables show, and what it refuses it does not do. */
  async function overApi(actor: BookActor, table: OracleTable): Promise<void> {
    const noun = BOOK_NOUNS.find((each) => each.table === table.name);
    if (noun === undefined) return;
    const caller = callerOf(actor);
    const row = anyRow(table);
    const one = row === undefined ? '' : `one: ${singular(noun.name)}(id: "53-${row.id}") { id }`;
    const answer = await books.ask<{ all: { totalCount: number }; one?: { id: string } | null }>(
      caller,
      `{ all: ${noun.plural}(first: 1) { totalCount } ${one} }`,
    );
    if (!oracle.mayRead(actor, table)) {
      expect(answer.data ?? null).toBeNull();
      return;
    }
    const visible = oracle.visible(actor, table);
    expect(answer.data?.all.totalCount).toBe(visible.length);
    if (row !== undefined) expect(answer.data?.one?.id).toBe(visible.includes(row) ? `53-${row.id}` : undefined);
    if (row === undefined || visible.includes(row) || noun.without?.includes('delete')) return;
    const refused = await books.ask<{ answer: { __typename: string } }>(
      caller,
      `mutation { answer: delete${noun.name}(input: { id: "53-${row.id}", version: 1 }) { __typename } }`,
    );
    expect(refused.data?.answer.__typename ?? 'FORBIDDEN').toMatch(/^(?:RowNotFound|FORBIDDEN)$/);
  }

  /** The whole books as their owner sees them, beside the oracle: no denied write left anything. */
  async function compareAll(): Promise<void> {
    for (const table of ORACLE_TABLES) {
      expect({ [table.name]: sorted(await ownerRows(table)) }).toEqual({ [table.name]: sorted(oracle.all(table)) });
    }
  }

  /** Whether the change was made, which has to be what was expected. */
  async function became(result: Promise<unknown>, expected: Expected): Promise<boolean> {
    if (expected === 'denied') {
      await expect(result).rejects.toThrow(/permission denied|row-level security/);
      return false;
    }
    const [, affected] = (await result) as [unknown, number];
    expect(affected).toBe(expected === 'taken' ? 1 : 0);
    return expected === 'taken';
  }

  function note(actor: BookActor, table: OracleTable, row: OracleRow): void {
    oracle.add(table, row);
    oracle.note(actor, table);
  }

  /** Adds a row as the owner, of which the history says nothing. */
  async function plant(table: OracleTable, desk: string | null): Promise<void> {
    const target = ownerOf(table, desk ?? '');
    if (target === undefined) throw new Error(`Nothing to put a row of ${table.name} below`);
    const id = await insert(books.dataSource.manager, table, target.id, desk);
    oracle.add(table, { id, desk, mark: null });
  }

  /** The desk that a new row names, or the row of its parent: one of that desk, as far as there is any. */
  function ownerOf({ belonging }: OracleTable, desk: string): { id: string; desk: string | null } | undefined {
    if (belonging.is === 'list' || belonging.is === 'directory') return { id: '', desk: null };
    if (belonging.is !== 'below') return { id: desk, desk };
    return pick(oracle.all(tableOf(belonging.parent)).filter((row) => row.desk === desk));
  }

  async function insert(
    manager: EntityManager,
    table: OracleTable,
    owner: string,
    desk: string | null,
  ): Promise<string> {
    const idOf = (name: string, of: string | null) =>
      pick(oracle.all(tableOf(name)).filter((row) => row.desk === of))?.id ?? '0';
    const row = table.row(next(), {
      owner,
      buyer: idOf('buyer', null),
      contractor: idOf('contractor', null),
      lot: idOf('lot', desk),
      participant: idOf('participant', desk),
    });
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`);
    const [added] = (await manager.query(
      `INSERT INTO ${table.name} (origin, ${columns.join(', ')}) VALUES ('ENTERED', ${places.join(', ')})
       RETURNING id::text AS id`,
      Object.values(row),
    )) as { id: string }[];
    return added?.id ?? '';
  }

  async function ownerRows({ name }: OracleTable): Promise<Marked[]> {
    return (await books.dataSource.query(`SELECT id::text, import_run_id::int AS mark FROM ${name}`)) as Marked[];
  }

  function as<Result>(actor: BookActor, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return withinBooks(books.dataSource, actor, work);
  }

  function callerOf({ role, desk }: BookActor): Caller {
    if (role === 'desk') return books.desk(desk ?? '');
    return role === 'coordination' ? COORDINATION : { role: 'auditor' };
  }

  function anyRow(table: OracleTable): OracleRow | undefined {
    return pick(oracle.all(table));
  }

  function pick<Value>(values: readonly Value[]): Value {
    return values[random.below(values.length)] as Value;
  }

  function next(): number {
    return (count += 1);
  }
});

interface Marked {
  readonly id: string;
  readonly mark: number | null;
}

function tableOf(name: string): OracleTable {
  const found = ORACLE_TABLES.find((table) => table.name === name);
  if (found === undefined) throw new Error(`The oracle knows no table ${name}`);
  return found;
}

function sorted(rows: readonly Marked[]): string[] {
  return rows.map(({ id, mark }) => `${id} ${mark}`).sort();
}

function singular(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
