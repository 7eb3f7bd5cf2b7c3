import { createLogger } from '../../subgraphs/kit/log';
import type { Caller } from '../../subgraphs/kit/identity';
import { findRegion, type Region } from '../../subgraphs/kit/regions';
import { createBooksServer } from '../../subgraphs/regional/bookkeeping';
import { type GraphQLAnswer, recordingLogger } from './regional-tester';
import { createTestBooks, type TestBooks } from './test-books';

/** The own API of Bretagne over HTTP, on books of its own. */
export interface BooksTester extends TestBooks {
  readonly region: Region;
  /** Asks as somebody, and returns the answer as it is. */
  ask<Data = Record<string, unknown>>(caller: Caller, query: string, variables?: object): Promise<GraphQLAnswer<Data>>;
  /** Asks for the one field of an operation; throws when there is any error. */
  field<Value = Record<string, unknown>>(caller: Caller, query: string, variables?: object): Promise<Value>;
  /** The caller of a desk, by its local identifier. */
  desk(id: string): Caller;
  /** SQL statements that `action` makes the API run on the books, transaction control left out. */
  statementsOf(action: () => Promise<unknown>): Promise<string[]>;
}

/** A caller in the place of a token: tests of sign-in are elsewhere. */
const tokenOf = (caller: Caller) => `a.${Buffer.from(JSON.stringify(caller)).toString('base64url')}.c`;

/** Key of the books of tests, which seals nothing of anybody. */
export const TEST_BOOKS_KEY = 'A'.repeat(43);

/** Coordination of the region of the tester. */
export const COORDINATION: Caller = { role: 'coordination', region: '53' };

/** Starts the own API on empty books. Close it in `afterAll`. */
export async function createBooksTester(): Promise<BooksTester> {
  const region = findRegion('53');
  if (region === undefined) throw new Error('There is no region 53');
  const books = await createTestBooks();
  const statements: string[] = [];
  const server = await createBooksServer(
    { region, databaseUrl: books.databaseUrl, port: 0, limits: { drainDelay: 0 }, booksKey: TEST_BOOKS_KEY },
    {
      logger: createLogger('test', 'silent'),
      queryLogger: recordingLogger(statements),
      readToken: (token) => {
        const caller = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Caller;
        return Promise.resolve({ caller, subject: `someone of ${caller.role}` });
      },
    },
  );
  const ask = async <Data>(caller: Caller, query: string, variables: object = {}) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(caller)}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphQLAnswer<Data>;
  };
  return {
    ...books,
    region,
    ask,
    field: async <Value>(caller: Caller, query: string, variables?: object) => {
      const { data, errors } = await ask<Record<string, Value>>(caller, query, variables);
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
      return Object.values(data ?? {})[0] as Value;
    },
    desk: (id) => ({ role: 'desk', region: '53', desk: `53-${id}` }),
    statementsOf: async (action) => {
      statements.length = 0;
      await action();
      return statements.filter((statement) => /\bFROM\b/.test(statement));
    },
    close: async () => {
      await server.stop();
      await books.close();
    },
  };
}
