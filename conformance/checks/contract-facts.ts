import { expect, NotRun } from '../report';
import { type Json, numberOf, objectsOf, PAGE_ROWS, type PageQuestion, type Session, shown, textOf } from '../session';
import type { Caller } from '../../subgraphs/kit/identity';

/** Rows that are read with one question. */
const BATCH = 100;

export const CONTRACT_FIELDS = [
  'id',
  'title',
  'operationTitle',
  'sector',
  'clauseType',
  'amount',
  'notifiedOn',
  'departement',
  'hoursPlanned',
  'hoursDone',
  'origin',
  'isDemonstration',
  'endsOn',
  'kind',
  'obligation',
  'exemptionReason',
  'decp',
];
export const BUYER_FIELDS = ['id', 'siren', 'name', 'kind'];

/** An entry of a page. */
export interface Entry {
  readonly id: string;
  readonly sort: string;
}

/** One page of contracts. */
export interface Page {
  readonly totalCount: number | null;
  readonly asOf: unknown;
  readonly entries: readonly Entry[];
}

/** Every contract that a filter lets through, page by page. */
export interface Walk {
  readonly totalCount: number | null;
  readonly entries: readonly Entry[];
  /** Whether the last page was reached. */
  readonly isWhole: boolean;
}

/** Reads one page; null when it is not answered. */
export async function readPage(session: Session, question: PageQuestion, caller?: Caller): Promise<Page | null> {
  const reference = { region: session.region.code, scope: session.scopes.contracts(question) };
  const { entities } = await session.resolve(
    'ShardContractPage',
    [reference],
    'asOf totalCount entries { id sort }',
    caller,
  );
  const [page] = entities;
  if (page == null || page['entries'] === null) return null;
  const entries = objectsOf(page['entries']).map((row) => ({ id: textOf(row, 'id'), sort: textOf(row, 'sort') }));
  const isWhole = entries.every((entry): entry is Entry => entry.id !== undefined && entry.sort !== undefined);
  expect(isWhole, 'VALUE_OF_WRONG_TYPE', () => `A page has the entries ${shown(page['entries'])}.`);
  return { totalCount: numberOf(page, 'totalCount') ?? null, asOf: page['asOf'], entries };
}

/** Reads one page that must be there. Throws QUESTION_REFUSED. */
export async function requirePage(session: Session, question: PageQuestion = {}): Promise<Page> {
  const page = await readPage(session, question);
  expect(page !== null, 'QUESTION_REFUSED', () => `The page of contracts for ${shown(question)} is not answered.`);
  return page;
}

/** Pages through the contracts that a filter lets through, up to the limit of the run. */
export async function walk(session: Session, filter: PageQuestion['filter'] = {}, first = PAGE_ROWS): Promise<Walk> {
  const entries: Entry[] = [];
  let totalCount: number | null = null;
  for (let after: Entry | null = null; ; after = entries.at(-1) ?? null) {
    const page: Page = await requirePage(session, { filter, first, after });
    totalCount ??= page.totalCount;
    entries.push(...page.entries);
    if (page.entries.length < first) return { totalCount, entries, isWhole: true };
    if (entries.length >= session.options.maxContracts) return { totalCount, entries, isWhole: false };
  }
}

/** All contracts of the region, once per run. Throws NO_DATA when there is none. */
export function readContracts(session: Session): Promise<Walk> {
  return session.once('contracts', async () => {
    const found = await walk(session, {}, Math.min(PAGE_ROWS, session.options.maxContracts));
    if (found.entries.length === 0) throw new NotRun('NO_DATA', 'The region has no contract.');
    return found;
  });
}

/** Reads contracts by their identifiers, with their buyers; null where there is none. */
export async function readRows(
  session: Session,
  ids: readonly string[],
  caller?: Caller,
): Promise<readonly (Json | null)[]> {
  const selection = `${session.select('ShardContract', CONTRACT_FIELDS)} buyer { ${BUYER_FIELDS.join(' ')} }`;
  const rows: (Json | null)[] = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    const references = ids.slice(start, start + BATCH).map((id) => ({ id }));
    rows.push(...(await session.resolve('ShardContract', references, selection, caller)).entities);
  }
  return rows;
}

/** The first rows of all contracts, once per run; a page that cannot be resolved whole is a check of its own. */
export function readSample(session: Session): Promise<readonly Json[]> {
  return session.once('contract rows', async () => {
    const { entries } = await readContracts(session);
    const rows = await readRows(
      session,
      entries.slice(0, 3 * BATCH).map(({ id }) => id),
    );
    return rows.filter((row) => row !== null);
  });
}

/** SIREN of the buyer of a row. */
export function sirenOf(row: Json): string | undefined {
  const [buyer] = objectsOf([row['buyer']]);
  return buyer === undefined ? undefined : textOf(buyer, 'siren');
}
