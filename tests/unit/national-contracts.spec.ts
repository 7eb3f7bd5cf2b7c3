import { REGIONS } from '../../subgraphs/kit/regions';
import { answeredFor, decodeContractsScope } from '../../subgraphs/kit/scope';
import { createContractService } from '../../subgraphs/national/modules/contract';
import { contractsScopeOf } from '../../subgraphs/national/modules/contract/ask-contracts';
import { CONSOLIDATOR } from '../support/callers';
import { directoryOf } from '../support/national-shards';

const directory = directoryOf();
const asking = { caller: CONSOLIDATOR, directory, today: () => '2026-11-25' };
const service = createContractService(directory);
const NONE = new Map();

interface Row {
  readonly id: string;
  readonly sort: string;
}

const sortOf = (day: number, local: number) => `${String(day).padStart(8, '0')}-${String(local).padStart(12, '0')}`;

/** Three regions whose contracts interleave, with ties on the day, and nothing elsewhere. */
const BOOKS: Readonly<Record<string, readonly Row[]>> = {
  '11': [1, 2, 3, 4, 5, 6, 7].map((n) => ({ id: `11-${n}`, sort: sortOf(100 + (n % 3), n) })),
  '53': [1, 2, 3, 4].map((n) => ({ id: `53-${n}`, sort: sortOf(101, n) })),
  '94': [1, 2].map((n) => ({ id: `94-${n}`, sort: sortOf(99 + n, n) })),
};

const before = (left: Row, right: Row) => left.sort < right.sort || (left.sort === right.sort && left.id < right.id);
const ordered = (rows: readonly Row[]) => [...rows].sort((left, right) => (before(left, right) ? -1 : 1));

/** Answers a page as sound regions would; regions of `down` stay silent. */
function answer(encoded: string, down: readonly string[] = []) {
  const scope = decodeContractsScope(encoded);
  const shards = scope.membership.asked.map((code) => {
    if (down.includes(code)) return null;
    const rows = ordered(BOOKS[code] ?? []).filter((row) => scope.after === null || before(scope.after, row));
    return { answeredFor: answeredFor(code, encoded), entries: rows.slice(0, scope.first), totalCount: rows.length };
  });
  return { scope: encoded, shards };
}

function page(first: number, after: string | null = null, down: readonly string[] = []) {
  const { scope } = service.scatter(contractsScopeOf({ first, after }, asking));
  const gathered = answer(scope, down);
  return {
    ids: service.edges(gathered, NONE)?.map((edge) => edge.node.id),
    info: service.pageInfo(gathered, NONE),
    coverage: service.coverage(gathered, NONE),
    skipped: service.skippedEarlier(gathered, NONE),
  };
}

describe('paging contracts over all regions', () => {
  it.each([1, 2, 3, 5, 13, 100])('gives every contract once in the global order, %i at a time', (first) => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let turn = 0; turn < 20; turn += 1) {
      const current = page(first, after);
      seen.push(...(current.ids ?? []));
      after = current.info?.endCursor ?? null;
      if (!current.info?.hasNextPage) break;
    }
    expect(seen).toEqual(ordered(Object.values(BOOKS).flat()).map((row) => row.id));
  });

  it('gives no page, and coverage 0 of 18, when no region answers', () => {
    const nobody = page(
      5,
      null,
      REGIONS.map((region) => region.code),
    );
    expect(nobody).toMatchObject({ ids: undefined, info: null, coverage: { expected: 18, answered: 0 } });
  });

  it('names on every later page a region that was missing on an earlier one and is back', () => {
    const without = page(3, null, ['53']);
    expect(without.coverage.missing.map((region) => region.code)).toEqual(['53']);
    const next = page(3, without.info?.endCursor ?? null);
    expect(next.coverage.missing).toEqual([]);
    expect(next.skipped.map((region) => region.code)).toEqual(['53']);
    expect(page(3, next.info?.endCursor ?? null).skipped.map((region) => region.code)).toEqual(['53']);
  });

  it.each<[string, readonly unknown[]]>([
    ['rows of another region', [{ id: '11-1', sort: sortOf(1, 1) }]],
    [
      'rows out of order',
      [
        { id: '53-2', sort: sortOf(5, 2) },
        { id: '53-1', sort: sortOf(1, 1) },
      ],
    ],
    [
      'a row twice',
      [
        { id: '53-1', sort: sortOf(1, 1) },
        { id: '53-1', sort: sortOf(1, 1) },
      ],
    ],
    ['more rows than asked', [1, 2, 3, 4, 5].map((n) => ({ id: `53-${n}`, sort: sortOf(1, n) }))],
    ['a sort key of its own making', [{ id: '53-1', sort: 'zzz' }]],
  ])('excludes a region that gives %s', (_, entries) => {
    const { scope } = service.scatter(contractsScopeOf({ first: 3 }, asking));
    const gathered = answer(scope);
    const shards = gathered.shards.map((shard) =>
      shard?.answeredFor.startsWith('53:') ? { ...shard, entries: entries as Row[] } : shard,
    );
    expect(service.coverage({ scope, shards }, NONE).missing).toMatchObject([{ code: '53', status: 'INVALID' }]);
  });
});

describe('bad input about contracts', () => {
  const cursor = page(3).info?.endCursor ?? '';
  it.each<[string, Parameters<typeof contractsScopeOf>[0]]>([
    ['PAGE_SIZE_OUT_OF_RANGE', { first: 0 }],
    ['PAGE_SIZE_OUT_OF_RANGE', { first: 101 }],
    ['CURSOR_MALFORMED', { first: 5, after: 'abc' }],
    ['CURSOR_MALFORMED', { first: 5, after: cursor.slice(0, -10) }],
    ['CURSOR_OF_ANOTHER_QUERY', { first: 5, after: cursor, filter: { buyer: '552081317' } }],
    ['CURSOR_OF_ANOTHER_QUERY', { first: 5, after: cursor, filter: { regions: ['53'] } }],
    ['REGION_UNKNOWN', { first: 5, filter: { regions: ['99'] } }],
    ['SIREN_MALFORMED', { first: 5, filter: { buyer: '552081318' } }],
    ['FILTER_VALUE_UNKNOWN', { first: 5, filter: { sectors: ['BTPP'] } }],
    ['FILTER_EMPTY', { first: 5, filter: { departements: [] } }],
    ['PERIOD_OUT_OF_ORDER', { first: 5, filter: { state: 'ENDED', endsFrom: '2026-11-25' } }],
    ['PERIOD_OUT_OF_ORDER', { first: 5, filter: { endsFrom: '2026-11-25', endsTo: '2026-11-24' } }],
  ])('is refused as %s', (code, given) => {
    expect(() => contractsScopeOf(given, asking)).toThrow(expect.objectContaining({ code }));
  });
});

describe('contracts by state', () => {
  const daysOf = (filter: NonNullable<Parameters<typeof contractsScopeOf>[0]['filter']>) => {
    const { notifiedFrom, notifiedTo, endsFrom, endsTo } = contractsScopeOf({ first: 5, filter }, asking).filter;
    return [notifiedFrom, notifiedTo, endsFrom, endsTo].map((day) => day ?? '…').join(' ');
  };

  it('are those of the days that the state means today, so that every contract with both days has one state', () => {
    expect(daysOf({ state: 'UPCOMING' })).toBe('2026-11-26 … … …');
    expect(daysOf({ state: 'IN_EXECUTION' })).toBe('… 2026-11-25 2026-11-25 …');
    expect(daysOf({ state: 'ENDED' })).toBe('… … … 2026-11-24');
  });

  it('are narrowed by the days that the filter says, never widened', () => {
    expect(daysOf({ state: 'ENDED', endsFrom: '2026-01-01', endsTo: '2027-12-31' })).toBe('… … 2026-01-01 2026-11-24');
    expect(daysOf({ state: 'ENDED', endsTo: '2026-06-30' })).toBe('… … … 2026-06-30');
    expect(daysOf({ state: 'IN_EXECUTION', notifiedFrom: '2025-01-01', endsTo: '2027-01-31' })).toBe(
      '2025-01-01 2026-11-25 2026-11-25 2027-01-31',
    );
    expect(daysOf({ endsFrom: '2026-01-01' })).toBe('… … 2026-01-01 …');
  });

  it('looks at no clock unless a state is asked for', () => {
    const clock = { ...asking, today: () => fail() };
    expect(() => contractsScopeOf({ first: 5, filter: { notifiedFrom: '2026-01-01' } }, clock)).not.toThrow();
  });
});

function fail(): never {
  throw new Error('nobody asked for a state');
}
