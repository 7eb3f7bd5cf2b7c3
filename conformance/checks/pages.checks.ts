import { expect, NotRun } from '../report';
import { type Json, type PageQuestion, type Session, shown, textOf } from '../session';
import type { CheckGroup } from './check';
import {
  type Entry,
  readContracts,
  readPage,
  readRows,
  readSample,
  requirePage,
  sirenOf,
  walk,
} from './contract-facts';
import { expectMoment } from './figures.checks';

const SMALL_PAGE = 3;
const SMALL_PAGES = 4;
/** Ends the digits of every day: such a key stands for "never notified". */
const NO_DAY = 99_999_999;
const LOCAL_DIGITS = 12;

type Filter = NonNullable<PageQuestion['filter']>;

const isBefore = (left: Entry, right: Entry) =>
  left.sort === right.sort ? left.id < right.id : left.sort < right.sort;

/** The sort key of a row, as the guide for regions says. */
function sortKeyOf({ region }: Session, row: Json): string {
  const notified = textOf(row, 'notifiedOn');
  const day = notified === undefined ? NO_DAY : NO_DAY - Number(notified.replaceAll('-', ''));
  const local = (textOf(row, 'id') ?? '').slice(region.code.length + 1);
  return `${String(day).padStart(8, '0')}-${local.padStart(LOCAL_DIGITS, '0')}`;
}

/** For each list of the filter, a code of the region's and the rows of the sample that have it. */
function filtersOf(
  { schemaVersion }: Session,
  rows: readonly Json[],
): readonly { filter: Filter; has: (row: Json) => boolean }[] {
  const lists: readonly (readonly [keyof Filter, (row: Json) => string | undefined])[] = [
    ['sectors', (row) => textOf(row, 'sector')],
    ['departements', (row) => textOf(row, 'departement')],
    ['clauseTypes', (row) => textOf(row, 'clauseType')],
    ['origins', (row) => textOf(row, 'origin')],
    ['buyers', sirenOf],
  ];
  const byList = lists.flatMap(([list, codeOf]) => {
    const code = rows.map(codeOf).find((one) => one !== undefined);
    return code === undefined ? [] : [{ filter: { [list]: [code] }, has: (row: Json) => codeOf(row) === code }];
  });
  return Number(schemaVersion) < 3 ? byList : [...byList, ...filtersByDay(rows)];
}

/** Days of the filter, since version 3: each from a row of the sample. */
function filtersByDay(rows: readonly Json[]): readonly { filter: Filter; has: (row: Json) => boolean }[] {
  const days = [
    ['notifiedOn', 'notifiedFrom', 'notifiedTo'],
    ['endsOn', 'endsFrom', 'endsTo'],
  ] as const;
  return days.flatMap(([field, from, to]) => {
    const day = rows.map((row) => textOf(row, field)).find((one) => one !== undefined);
    if (day === undefined) return [];
    const isSince = (row: Json): boolean => (textOf(row, field) ?? '') >= day;
    const isUntil = (row: Json): boolean => textOf(row, field) !== undefined && (textOf(row, field) ?? '') <= day;
    return [
      { filter: { [from]: day }, has: isSince },
      { filter: { [to]: day }, has: isUntil },
    ];
  });
}

/** That contracts are listed in the order of the hub, each once, and whole. */
export const pagesChecks: CheckGroup = {
  name: 'pages',
  needs: ['scope.answered-for'],
  checks: [
    {
      name: 'size',
      title: 'gives at most as many rows as asked',
      run: async (session) => {
        for (const first of [1, 2, 5]) {
          const { entries } = await requirePage(session, { first });
          expect(entries.length <= first, 'PAGE_TOO_LONG', `Asked for ${first} rows, the page has ${entries.length}.`);
        }
      },
    },
    {
      name: 'once',
      title: 'gives every contract once over all pages',
      needs: ['pages.size'],
      run: async (session) => {
        const { entries } = await readContracts(session);
        const seen = new Set<string>();
        for (const { id } of entries) {
          expect(!seen.has(id), 'PAGE_REPEATS', `The contract ${id} is given twice.`);
          seen.add(id);
        }
      },
    },
    {
      name: 'identifiers',
      title: 'names its own contracts only',
      needs: ['pages.size'],
      run: async (session) => {
        const { entries } = await readContracts(session);
        const foreign = entries.find(({ id }) => !id.startsWith(`${session.region.code}-`));
        expect(foreign === undefined, 'ID_NOT_OWN', `A page names the contract ${foreign?.id}.`);
      },
    },
    {
      name: 'order',
      title: 'orders contracts by their sort keys',
      needs: ['pages.once'],
      run: async (session) => {
        const { entries } = await readContracts(session);
        entries.slice(1).forEach((entry, index) => {
          const before = entries[index] ?? entry;
          const what = `${before.id} (${before.sort}) is given before ${entry.id} (${entry.sort}).`;
          expect(isBefore(before, entry), 'PAGE_OUT_OF_ORDER', what);
        });
      },
    },
    {
      name: 'complete',
      title: 'gives as many contracts as it counts',
      needs: ['pages.once', 'pages.order'],
      run: async (session) => {
        const all = await readContracts(session);
        const buyers = [sirenOf((await readSample(session))[0] ?? {}) ?? ''];
        const found = all.isWhole ? all : await walk(session, { buyers });
        const { totalCount, entries } = found;
        if (!found.isWhole) throw new NotRun('NO_DATA', 'No part of the contracts is small enough to read whole.');
        const what = `${entries.length} contracts are given over all pages and ${shown(totalCount)} counted.`;
        const reason = entries.length < (totalCount ?? 0) ? 'PAGE_INCOMPLETE' : 'TOTAL_COUNT_WRONG';
        expect(totalCount === entries.length, reason, what);
      },
    },
    {
      name: 'cursor',
      title: 'goes on after a row, whatever the size of pages',
      needs: ['pages.order'],
      run: async (session) => {
        const { entries, isWhole } = await readContracts(session);
        const end = isWhole
          ? SMALL_PAGES * SMALL_PAGE
          : Math.min(SMALL_PAGES * SMALL_PAGE, entries.length - SMALL_PAGE);
        let after: Entry | null = null;
        for (let start = 0; start < end; start += SMALL_PAGE) {
          const page = await requirePage(session, { first: SMALL_PAGE, after });
          const wanted = entries.slice(start, start + SMALL_PAGE);
          const what = () =>
            `After ${shown(after)} come ${shown(page.entries)}; in larger pages come ${shown(wanted)}.`;
          expect(shown(page.entries) === shown(wanted), 'CURSOR_UNSTABLE', what);
          after = page.entries.at(-1) ?? null;
          if (after === null) return;
        }
      },
    },
    {
      name: 'ties',
      title: "goes on after another region's row with the same sort key, by identifier",
      needs: ['pages.cursor'],
      run: async (session) => {
        const { entries } = await readContracts(session);
        const [first, second] = entries;
        if (first === undefined || second === undefined)
          throw new NotRun('NO_DATA', 'There are fewer than two contracts.');
        // "0" is before every code of a region, "a" behind: capital letters and digits are all below it.
        for (const [id, wanted] of [['0-1', first] as const, ['a-1', second] as const]) {
          const { entries: found } = await requirePage(session, { first: 1, after: { sort: first.sort, id } });
          const what = () =>
            `After the row ${id} of sort key ${first.sort} comes ${shown(found[0])}, not ${shown(wanted)}.`;
          expect(found[0]?.id === wanted.id, 'CURSOR_TIES_WRONG', what);
        }
      },
    },
    {
      name: 'rows',
      title: 'resolves every contract of a page, with its buyer',
      needs: ['pages.identifiers', 'pages.once'],
      run: async (session) => {
        const { entries } = await readContracts(session);
        const asked = entries.slice(0, 100);
        const rows = await readRows(
          session,
          asked.map(({ id }) => id),
        );
        rows.forEach((row, index) => {
          const id = asked[index]?.id;
          expect(row !== null, 'PAGE_ROW_NOT_RESOLVED', `The contract ${id} is on a page and not found by its key.`);
          const what = `The key ${id} leads to the contract ${shown(row['id'])}.`;
          expect(row['id'] === id, 'ENTITY_DIFFERS', what);
        });
      },
    },
    {
      name: 'sort-keys',
      title: 'writes sort keys of the day of notification and the identifier',
      needs: ['pages.rows'],
      run: async (session) => {
        const { entries } = await readContracts(session);
        const rows = new Map((await readSample(session)).map((row) => [row['id'], row]));
        for (const { id, sort } of entries.slice(0, rows.size)) {
          const wanted = sortKeyOf(session, rows.get(id) ?? {});
          expect(
            sort === wanted,
            'SORT_KEY_WRONG',
            `The contract ${id} has the sort key ${sort}; it must be ${wanted}.`,
          );
        }
      },
    },
    {
      name: 'filters',
      title: 'lists the contracts that every list of the filter lets through',
      needs: ['pages.rows'],
      run: async (session) => {
        for (const { filter, has } of filtersOf(session, await readSample(session))) {
          const { entries } = await requirePage(session, { filter });
          const rows = await readRows(
            session,
            entries.map(({ id }) => id),
          );
          const wrong = rows.find((row) => row !== null && !has(row));
          expect(wrong === undefined, 'PAGE_FILTER_IGNORED', () => `With ${shown(filter)}, ${shown(wrong)} is listed.`);
          expect(entries.length > 0, 'PAGE_INCOMPLETE', `With ${shown(filter)}, nothing is listed.`);
        }
      },
    },
    {
      name: 'by-id',
      title: 'finds the one contract of an identifier',
      needs: ['pages.rows'],
      run: async (session) => {
        const { entries } = await readContracts(session);
        const id = entries.at(-1)?.id ?? '';
        const found = await requirePage(session, { filter: { id } });
        const what = () =>
          `With the id ${id}, ${shown(found.entries)} is listed and ${shown(found.totalCount)} counted.`;
        expect(found.entries.length === 1 && found.entries[0]?.id === id, 'PAGE_ID_WRONG', what);
        const none = await readPage(session, { filter: { id: `${session.region.code}-999999999999` } });
        expect(none === null || none.entries.length === 0, 'PAGE_ID_WRONG', 'An unknown id lists contracts.');
      },
    },
    {
      name: 'as-of',
      title: 'says at which moment the page was true',
      run: async (session) => expectMoment(session, (await requirePage(session)).asOf, 'the page'),
    },
  ],
};
