import type DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import { HubError } from '../../kit/errors';
import type { Caller } from '../../kit/identity';
import { createRowLoader } from '../../kit/loaders';
import type { Region } from '../../kit/regions';
import { localIdOf } from '../books';
import type { BookKeys, BookKeySource } from '../privacy';
import { type BookActor, withinBooks } from './book-transaction';
import { BOOK_NOUNS } from './nouns';
import { watchPersons } from './persons/watch-persons';
import { type BookRow, rowsById } from './rows';

/** What every resolver of the region's own API has. */
export interface BooksContext {
  readonly region: Region;
  readonly actor: BookActor;
  /** Runs `work` in one transaction as the caller. */
  within<Result>(work: (books: EntityManager) => Promise<Result>): Promise<Result>;
  /** The same for a change: of an outcome that says why nothing was taken, nothing stays written. */
  changing<Outcome extends { readonly __typename: string }>(
    work: (books: EntityManager) => Promise<Outcome>,
  ): Promise<Outcome>;
  /** Keys of the region's books. Throws BOOKS_KEY_MISSING. */
  keys(): BookKeys;
  /** Loads a row of a noun by its local identifier, as the caller sees it. */
  load(noun: string, localId: string): Promise<BookRow | null>;
}

/** Types of outcomes of a change that was made; every other one says why it was not. */
const TAKEN = new Set(['written', 'DeleteRowSuccess', 'HourEntriesSuccess', 'LinkContractToDecpSuccess']);

/** Takes an outcome out of a transaction that is rolled back. */
class Refusal extends Error {
  constructor(readonly outcome: unknown) {
    super('the change was not taken');
  }
}

/** The context of one request. */
export function createBooksContext(
  dataSource: DataSource,
  region: Region,
  actor: BookActor,
  keys: BookKeySource | null = null,
): BooksContext {
  const within: BooksContext['within'] = (work) => withinBooks(dataSource, actor, work);
  const changing: BooksContext['changing'] = async (work) => {
    try {
      return await within(async (books) => {
        const outcome = await work(books);
        if (TAKEN.has(outcome.__typename)) return outcome;
        throw new Refusal(outcome);
      });
    } catch (error) {
      if (error instanceof Refusal) return error.outcome as Awaited<ReturnType<typeof work>>;
      throw error;
    }
  };
  const loaders = new Map<string, DataLoader<string, BookRow | null>>(
    BOOK_NOUNS.map((noun) => [
      noun.name,
      createRowLoader<string, BookRow>({
        name: `${noun.name}ById`,
        read: (ids) =>
          within(async (books) =>
            watchPersons(books, noun, await rowsById(books, noun, region, ids), 'participant of another row'),
          ),
        keyOf: (row) => String(row['localId']),
      }),
    ]),
  );
  return {
    region,
    actor,
    within,
    changing,
    keys: () => {
      if (keys !== null) return keys.current();
      throw new HubError(
        'BOOKS_KEY_MISSING',
        `The criteria of persons are sealed, and this process has no key of ${region.name}. Set BOOKS_KEY_FILE or BOOKS_KEY.`,
        { region: region.code },
      );
    },
    load: (noun, localId) => loaders.get(noun)?.load(localId) ?? Promise.resolve(null),
  };
}

/**
 * In which role somebody works in the books of this region. Throws FORBIDDEN for a role that does not, and for a desk or
 * a coordination of another region.
 */
export function actorOf(caller: Caller, subject: string | undefined, region: Region): BookActor {
  const who = subject ?? 'unknown';
  switch (caller.role) {
    case 'desk': {
      const desk = caller.region === region.code ? localIdOf(region, caller.desk) : null;
      if (desk === null) throw elsewhere(region);
      return { subject: who, role: 'desk', desk };
    }
    case 'coordination':
      if (caller.region !== region.code) throw elsewhere(region);
      return { subject: who, role: 'coordination', desk: null };
    case 'auditor':
      return { subject: who, role: 'auditor', desk: null };
    default:
      throw new HubError(
        'FORBIDDEN',
        `The role "${caller.role}" has no books. Desks, coordinations and auditors have.`,
        {},
      );
  }
}

function elsewhere({ name, code }: Region): HubError {
  return new HubError('FORBIDDEN', `These are the books of ${name}. You belong to another region.`, { region: code });
}
