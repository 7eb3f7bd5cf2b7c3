import type { Exchange, Intervention, Json, RegionAnswer } from '../support/answer-forwarder';
import { codesOf } from '../support/ask';
import { createTestFederation, type TestFederation } from '../support/test-federation';

const PERIOD = 'period: { from: "2021-01", to: "2021-12" }';
const SQL_PERIOD = ['2021-01-01', '2021-12-01'];

interface Missing {
  readonly code: string;
  readonly status: string;
}
interface Coverage {
  readonly expected: number;
  readonly answered: number;
  readonly missing: readonly Missing[];
}
interface Consolidated {
  readonly consolidation: {
    readonly total:
      (Json & { partial: { indicator: string; value: number; answered: number; missing: Missing[] }[] }) | null;
    readonly coverage: Coverage;
    readonly regions: { region: { code: string }; status: string; figures: Json | null }[];
  };
}

const CONSOLIDATION = `{ consolidation(${PERIOD}) {
  total { hoursPlanned hoursDone workContracts participants womenShare qpvShare contracts lots operations
    partial { indicator value answered missing { code status } } }
  coverage { expected answered missing { code status } }
  regions { region { code } status figures { hoursDone participants } }
} }`;

/** Sums of one member's books, by its own SQL. */
const BOOKS = `
  SELECT (sum(h.hours) * 100)::integer AS "hoursDone",
         count(DISTINCT w.id)::integer AS "workContracts",
         count(DISTINCT w.participant_id)::integer AS participants,
         count(DISTINCT w.participant_id) FILTER (WHERE p.sex = 'F')::integer AS women,
         count(DISTINCT w.participant_id) FILTER (WHERE p.sex <> 'UNKNOWN')::integer AS "knownSex",
         count(DISTINCT l.id)::integer AS lots,
         count(DISTINCT c.id)::integer AS contracts,
         count(DISTINCT c.operation_id)::integer AS operations
    FROM hour_entry h JOIN work_contract w ON w.id = h.work_contract_id JOIN participant p ON p.id = w.participant_id
    JOIN lot l ON l.id = w.lot_id JOIN contract c ON c.id = l.contract_id
   WHERE h.month BETWEEN $1 AND $2`;

interface Books {
  readonly hoursDone: number;
  readonly workContracts: number;
  readonly participants: number;
  readonly women: number;
  readonly knownSex: number;
  readonly lots: number;
  readonly contracts: number;
  readonly operations: number;
}

describe('a real federation of three regions, one of them on an older schema', () => {
  let federation: TestFederation;
  /** Books of the regions 06, 53 and 94. */
  let books: Readonly<Record<string, Books>>;

  beforeAll(async () => {
    federation = await createTestFederation({
      '53': { schemaVersion: '2', extraSdl: '\nextend type BretagneNetwork { breizhLabel: String }' },
      '94': { schemaVersion: '2' },
      '06': { schemaVersion: '1' },
    });
    const [mayotte, bretagne, corse] = await federation.inEveryMember<Books>(BOOKS, SQL_PERIOD);
    if (mayotte === undefined || bretagne === undefined || corse === undefined)
      throw new Error('A region has no books');
    books = { '06': mayotte, '53': bretagne, '94': corse };
  });
  afterAll(() => federation.close());
  afterEach(() => federation.restore());

  const sumOf = (name: keyof Books, codes: readonly string[] = ['06', '53', '94']) =>
    codes.reduce((sum, code) => sum + (books[code]?.[name] ?? NaN), 0);
  const consolidate = async () => {
    const answer = await federation.ask<Consolidated>(CONSOLIDATION);
    return { ...answer.data.consolidation, errors: answer.errors, codes: codesOf(answer) };
  };
  const members = ({ missing }: Coverage) => missing.filter(({ status }) => status !== 'NOT_CONNECTED');
  const intervene = (code: string, intervention: Intervention) =>
    federation.member(code).forwarder.intervene(intervention);

  it('adds up to what SQL finds in the books of its members, buyers and companies once over all regions', async () => {
    const { data, errors } = await federation.ask<Consolidated>(
      `{ consolidation(${PERIOD}) { total { hoursPlanned hoursDone workContracts participants womenShare contracts
           operations buyers companies } coverage { expected answered missing { code status } } } }`,
    );
    const planned = await federation.inEveryMember<{ sum: number }>(
      'SELECT (sum(hours) * 100)::integer AS sum FROM hour_commitment WHERE month BETWEEN $1 AND $2',
      SQL_PERIOD,
    );
    const sirens = await federation.inEveryMember<{ id: string }>(
      `SELECT DISTINCT b.siren AS id FROM hour_entry h JOIN work_contract w ON w.id = h.work_contract_id
         JOIN lot l ON l.id = w.lot_id JOIN contract c ON c.id = l.contract_id JOIN buyer b ON b.id = c.buyer_id
        WHERE h.month BETWEEN $1 AND $2`,
      SQL_PERIOD,
    );
    const sirets = await federation.inEveryMember<{ id: string }>(
      `SELECT DISTINCT e.siret AS id FROM hour_entry h JOIN work_contract w ON w.id = h.work_contract_id
         JOIN contractor e ON e.id = w.employer_id WHERE h.month BETWEEN $1 AND $2 AND e.siret IS NOT NULL`,
      SQL_PERIOD,
    );
    const distinct = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id)).size;
    expect(errors).toEqual([]);
    expect(data.consolidation.total).toEqual({
      hoursPlanned: planned.reduce((total, { sum }) => total + sum, 0) / 100,
      hoursDone: sumOf('hoursDone') / 100,
      workContracts: sumOf('workContracts'),
      participants: sumOf('participants'),
      womenShare: expect.closeTo(sumOf('women') / sumOf('knownSex'), 12) as number,
      contracts: sumOf('contracts'),
      operations: sumOf('operations'),
      buyers: distinct(sirens),
      companies: distinct(sirets),
    });
    // Some buyers work in several regions: a plain sum of the regions' counts would be wrong.
    expect(sirens.length).toBeGreaterThan(distinct(sirens));
  });

  it('expects the 18 regions of the law, and says that those that take no part are not connected', async () => {
    const { coverage } = await consolidate();
    expect(coverage).toMatchObject({ expected: 18, answered: 3 });
    expect(coverage.missing).toHaveLength(15);
    expect(new Set(coverage.missing.map(({ status }) => status))).toEqual(new Set(['NOT_CONNECTED']));
  });

  it('gives null and no region when all are down, never 0 hours', async () => {
    for (const code of ['06', '53', '94']) intervene(code, () => 'CUT');
    const { total, coverage, regions, codes } = await consolidate();
    expect(total).toBeNull();
    expect(coverage).toMatchObject({ expected: 18, answered: 0 });
    expect(members(coverage)).toEqual(['06', '53', '94'].map((code) => ({ code, status: 'UNREACHABLE' })));
    expect(regions.every(({ figures }) => figures === null)).toBe(true);
    expect(codes).toEqual(['REGION_UNREACHABLE', 'REGION_UNREACHABLE', 'REGION_UNREACHABLE']);
  });

  describe('with a shard of Bretagne that is not an answer', () => {
    const others = () => ({
      hoursDone: sumOf('hoursDone', ['06', '94']) / 100,
      participants: sumOf('participants', ['06', '94']),
    });
    const excluded = async (status: string) => {
      const { total, coverage, regions, errors } = await consolidate();
      expect(total).toMatchObject(others());
      expect(coverage.answered).toBe(2);
      expect(members(coverage)).toEqual([{ code: '53', status }]);
      expect(regions.find(({ region }) => region.code === '53')).toEqual({
        region: { code: '53' },
        status,
        figures: null,
      });
      return errors;
    };

    it('because it is null', async () => {
      intervene('53', () => ({ data: { _entities: [null] } }));
      expect(await excluded('MISSING')).toMatchObject([{ extensions: { region: '53' } }]);
    });

    it('because it is {}', async () => {
      intervene('53', () => ({ data: { _entities: [{}] } }));
      expect(await excluded('INVALID')).toMatchObject([{ extensions: { code: 'REGION_INVALID', region: '53' } }]);
    });

    it('because every value of it is null', async () => {
      intervene(
        '53',
        changeShard((shard) => Object.fromEntries(Object.keys(shard).map((key) => [key, null]))),
      );
      await excluded('MISSING');
    });

    it('because it is the answer of another region', async () => {
      let corsican: RegionAnswer | undefined;
      intervene('94', async ({ passOn }) => (corsican = await passOn()));
      await consolidate();
      const stolen = firstShard(corsican);
      intervene(
        '53',
        changeShard((shard) => ({ ...shard, ...stolen, __typename: shard['__typename'] })),
      );
      await excluded('INVALID');
    });

    it('because it answers another period', async () => {
      let recorded: RegionAnswer | undefined;
      intervene('53', async ({ passOn }) => (recorded = await passOn()));
      await federation.ask(CONSOLIDATION.replace('2021-01', '2020-01').replace('2021-12', '2020-12'));
      const stale = recorded;
      expect(firstShard(stale)).toMatchObject({ hoursDone: expect.any(Number) as number });
      intervene('53', () => stale ?? 'CUT');
      await excluded('INVALID');
    });

    it.each([
      ['a count is negative', { participants: -1 }],
      ['hours are negative', { hoursDone: -100 }],
      ['a number is written as text', { hoursDone: '100' }],
      ['a number is not whole', { participants: 1.5 }],
      ['women outnumber the participants', { womenParticipants: 9_000_000 }],
    ])('because %s', async (_, changed) => {
      intervene(
        '53',
        changeShard((shard) => ({ ...shard, ...changed })),
      );
      await excluded('INVALID');
    });
  });

  it('with one indicator in error, keeps the others whole and names that one with its own coverage', async () => {
    intervene('53', async ({ passOn }) => ({
      ...changed(await passOn(), (shard) => ({ ...shard, womenParticipants: null })),
      errors: [{ message: 'relation "participant" at db.js:12', path: ['_entities', 0, 'womenParticipants'] }],
    }));
    const { total, coverage, errors } = await consolidate();
    expect(coverage).toMatchObject({ answered: 3 });
    expect(total).toMatchObject({
      hoursDone: sumOf('hoursDone') / 100,
      participants: sumOf('participants'),
      womenShare: null,
    });
    expect(total?.partial.find(({ indicator }) => indicator === 'WOMEN_SHARE')).toEqual({
      indicator: 'WOMEN_SHARE',
      value: expect.closeTo(sumOf('women', ['06', '94']) / sumOf('knownSex', ['06', '94']), 12) as number,
      answered: 2,
      missing: [{ code: '53', status: 'MISSING' }],
    });
    expect(errors).toMatchObject([{ extensions: { code: 'REGION_ERROR', region: '53' } }]);
    expect(JSON.stringify(errors)).not.toContain('db.js');
  });

  it('does not ask a region on an older schema for what is newer, and says which figures lack it', async () => {
    const { total, coverage, errors } = await consolidate();
    expect(errors).toEqual([]);
    expect(coverage.answered).toBe(3);
    expect(total).toMatchObject({ hoursDone: sumOf('hoursDone') / 100, lots: null, qpvShare: null });
    const missing = [{ code: '06', status: 'OUTDATED_SCHEMA' }];
    expect(total?.partial).toMatchObject([
      { indicator: 'QPV_SHARE', answered: 2, missing },
      { indicator: 'LOTS', value: sumOf('lots', ['53', '94']), answered: 2, missing },
    ]);
    expect(federation.member('06').forwarder.queries.join()).not.toMatch(/\blots\b/);
    expect(federation.member('53').forwarder.queries.join()).toMatch(/\blots\b/);
  });

  it('shows the desks of a region on an older schema, without what is newer', async () => {
    const { data, errors } = await federation.ask<{
      regions: { code: string; network: { desks: { id: string; name: string; openedOn: string | null }[] } }[];
    }>('{ regions(codes: ["06", "53"]) { code network { desks { id name openedOn } } } }');
    const [old, current] = data.regions.map(({ network }) => network.desks);
    expect(errors).toEqual([]);
    expect(old?.length).toBeGreaterThan(0);
    expect(old?.every(({ name, openedOn }) => name !== null && openedOn === null)).toBe(true);
    expect(current?.every(({ openedOn }) => openedOn !== null)).toBe(true);
  });

  it('reaches what only one region has', async () => {
    // Stands for a region with software of its own: the reference subgraph has no such field.
    const ofItsOwn: Intervention = ({ query, passOn }: Exchange) =>
      query.includes('breizhLabel')
        ? { data: { _entities: [{ __typename: 'BretagneNetwork', breizhLabel: 'Tro Breizh' }] } }
        : passOn();
    intervene('53', ofItsOwn);
    const { data, errors } = await federation.ask<{ regions: { code: string; network: Json | null }[] }>(
      '{ regions(codes: ["53", "94"]) { code network { ... on BretagneNetwork { breizhLabel } } } }',
    );
    expect(errors).toEqual([]);
    expect(data.regions).toEqual([
      { code: '53', network: { breizhLabel: 'Tro Breizh' } },
      { code: '94', network: {} },
    ]);
  });

  describe('listing contracts', () => {
    interface Page {
      readonly contracts: {
        readonly edges: { region: { code: string }; node: { id: string; title: string | null } | null }[];
        readonly pageInfo: { hasNextPage: boolean; endCursor: string };
        readonly coverage: Coverage;
        readonly skippedEarlier: Missing[];
      };
    }
    const page = (first: number, after: string | null = null) =>
      federation.ask<Page>(
        `query ($first: Int!, $after: String) { contracts(first: $first, after: $after) {
           edges { region { code } node { id title } } pageInfo { hasNextPage endCursor }
           coverage { expected answered missing { code status } } skippedEarlier { code status } } }`,
        { first, after },
      );

    it('says which rows are lost when a region goes between the list and the rows', async () => {
      const whole = await page(30);
      intervene('53', ({ query, passOn }) => (query.includes('BretagneContractPage') ? passOn() : 'CUT'));
      const lossy = await page(30);
      const regionsOf = ({ data }: typeof whole) => data.contracts.edges.map(({ region }) => region.code);
      expect(new Set(regionsOf(whole))).toEqual(new Set(['06', '53', '94']));
      expect(regionsOf(lossy)).toEqual(regionsOf(whole));
      const titles = (answer: typeof whole, isBretagne: boolean) =>
        answer.data.contracts.edges
          .filter(({ region }) => (region.code === '53') === isBretagne)
          .map(({ node }) => node?.title ?? null);
      expect(titles(lossy, false)).toEqual(titles(whole, false));
      expect(titles(lossy, true).every((title) => title === null)).toBe(true);
      expect(whole.errors).toEqual([]);
      expect(lossy.errors.length).toBeGreaterThan(0);
      expect(lossy.errors.every(({ extensions }) => extensions?.['region'] === '53')).toBe(true);
    });

    it('says that a region is back whose earlier contracts were never listed', async () => {
      intervene('94', () => 'CUT');
      const first = await page(5);
      expect(members(first.data.contracts.coverage)).toEqual([{ code: '94', status: 'UNREACHABLE' }]);
      expect(first.data.contracts.skippedEarlier).toEqual([]);
      federation.restore();
      const second = await page(5, first.data.contracts.pageInfo.endCursor);
      expect(second.data.contracts.coverage.answered).toBe(3);
      expect(second.data.contracts.skippedEarlier).toMatchObject([{ code: '94' }]);
      const third = await page(5, second.data.contracts.pageInfo.endCursor);
      expect(third.data.contracts.skippedEarlier).toMatchObject([{ code: '94' }]);
    });

    it('lists every contract of every region once over its pages', async () => {
      const listed: string[] = [];
      let after: string | null = null;
      do {
        const { data }: Awaited<ReturnType<typeof page>> = await page(100, after);
        listed.push(...data.contracts.edges.map(({ node }) => node?.id ?? ''));
        after = data.contracts.pageInfo.hasNextPage ? data.contracts.pageInfo.endCursor : null;
      } while (after !== null);
      const inBooks = await federation.inEveryMember<{ count: number }>(
        'SELECT count(*)::integer AS count FROM contract',
      );
      expect(listed.length).toBe(inBooks.reduce((sum, { count }) => sum + count, 0));
      expect(new Set(listed).size).toBe(listed.length);
    });
  });
});

/** Lets a region answer and changes the figures in its answer. */
function changeShard(change: (shard: Json) => Json): Intervention {
  return async ({ passOn }) => changed(await passOn(), change);
}

function changed(answer: RegionAnswer, change: (shard: Json) => Json): RegionAnswer {
  return { ...answer, data: { ...answer.data, _entities: [change(firstShard(answer))] } };
}

function firstShard(answer: RegionAnswer | undefined): Json {
  const [shard] = (answer?.data?.['_entities'] ?? []) as Json[];
  if (shard === undefined) throw new Error('The region gave no shard');
  return shard;
}
