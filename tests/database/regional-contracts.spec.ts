import { answeredFor, type ContractsScope, encodeScope } from '../../subgraphs/kit/scope';
import { createRegionalTester, type RegionalTester } from '../support/regional-tester';

interface Entry {
  readonly id: string;
  readonly sort: string;
}

const CONTRACT = `id title sector clauseType amount notifiedOn departement hoursPlanned hoursDone origin isDemonstration
  operationTitle buyer { id siren name kind }`;

function pageScope(overrides: Partial<ContractsScope> = {}): ContractsScope {
  const membership = { version: 1, expected: ['53'], asked: ['53'] };
  return { kind: 'CONTRACTS', filter: {}, first: 4, after: null, missedBefore: [], membership, ...overrides };
}

const byCodePoint = (left: Entry, right: Entry) => (`${left.sort} ${left.id}` < `${right.sort} ${right.id}` ? -1 : 1);

describe('the contracts of a region', () => {
  let tester: RegionalTester;

  beforeAll(async () => {
    tester = await createRegionalTester();
    const days = ['2021-03-01', '2021-03-01', '2024-12-31', null, '2019-07-14', '2021-03-01', null, '2022-02-28'];
    for (let index = 0; index < 24; index += 1) {
      await tester.buildContract({
        notifiedOn: days[index % days.length] ?? null,
        sector: index % 2 === 0 ? 'BTP' : 'CLEANING',
        clauseType: index % 3 === 0 ? null : 'RESERVED_SIAE',
        departementCode: index % 5 === 0 ? '35' : '29',
        origin: index % 4 === 0 ? 'DECP' : 'ENTERED',
      });
    }
  });
  afterAll(() => tester.close());

  const pageOf = async (scope: ContractsScope) => {
    const references = [{ region: '53', scope: encodeScope(scope) }];
    const [page] = await tester.entities<{ entries: Entry[]; totalCount: number; answeredFor: string }>(
      'ContractPage',
      references,
      'answeredFor asOf totalCount entries { id sort }',
    );
    if (page == null) throw new Error('No page');
    return page;
  };
  const walk = async (filter: ContractsScope['filter'], first: number): Promise<Entry[]> => {
    const seen: Entry[] = [];
    for (let after: Entry | null = null; ; after = seen.at(-1) ?? null) {
      const { entries } = await pageOf(pageScope({ filter, first, after }));
      seen.push(...entries);
      if (entries.length < first) return seen;
    }
  };

  it('come in pages that together are the full sort, latest first and undated last', async () => {
    const all = (await pageOf(pageScope({ first: 101 }))).entries;
    expect(all).toHaveLength(24);
    expect(all).toEqual([...all].sort(byCodePoint));
    expect(all[0]?.sort).toMatch(/^79758768-/);
    expect(all.at(-1)?.sort).toMatch(/^99999999-/);
    for (const first of [1, 5, 8]) expect(await walk({}, first)).toEqual(all);
  });

  it('come in pages of a filter, with the count of all that match', async () => {
    const filter = { sectors: ['BTP'], clauseTypes: ['UNKNOWN'] };
    const { totalCount } = await pageOf(pageScope({ filter, first: 1 }));
    const rows = (await tester.dataSource.query(
      `SELECT '53-' || id AS id FROM contract WHERE sector = 'BTP' AND clause_type IS NULL`,
    )) as { id: string }[];
    const walked = await walk(filter, 2);
    expect(walked.map((entry) => entry.id).sort()).toEqual(rows.map((row) => row.id).sort());
    expect(totalCount).toBe(rows.length);
  });

  it('are filtered by buyer, département and origin', async () => {
    const buyer = await tester.buildBuyer();
    const mine = await tester.buildContract({ buyerId: buyer.id, departementCode: '22', origin: 'IMPORTED' });
    for (const filter of [{ buyers: [buyer.siren] }, { departements: ['22'] }, { origins: ['IMPORTED'] }])
      expect((await pageOf(pageScope({ filter }))).entries.map((entry) => entry.id)).toEqual([`53-${mine.id}`]);
    await tester.dataSource.query('DELETE FROM contract WHERE id = $1', [mine.id]);
  });

  it('begin after the last row of another region: a row at the same place counts when its identifier is greater', async () => {
    const all = (await pageOf(pageScope({ first: 101 }))).entries;
    const [second, third] = [all[1], all[2]];
    if (second === undefined || third === undefined) throw new Error('Too few rows');
    const localId = second.id.slice('53-'.length);
    const after = (region: string) => ({ sort: second.sort, id: `${region}-${localId}` });
    expect((await pageOf(pageScope({ after: after('28') }))).entries[0]).toEqual(second);
    expect((await pageOf(pageScope({ after: after('76') }))).entries[0]).toEqual(third);
    const between = { sort: `${second.sort.slice(0, 9)}${'9'.repeat(12)}`, id: '11-999999999999' };
    const rest = all.filter((entry) => entry.sort > between.sort);
    expect((await pageOf(pageScope({ after: between, first: 101 }))).entries).toEqual(rest);
  });

  it('say what they answer', async () => {
    const scope = pageScope();
    expect((await pageOf(scope)).answeredFor).toBe(answeredFor('53', encodeScope(scope)));
  });

  it.each(['nonsense', '79768768', '12345678-000000000001', '99999998-000000000001'])(
    'refuse to begin after %s',
    async (sort) => {
      const scope = encodeScope(pageScope({ after: { sort, id: '53-1' } }));
      const answer = await tester.ask(
        `query ($references: [_Any!]!) { _entities(representations: $references) {
          ... on BretagneContractPage { entries { id } } } }`,
        { references: [{ __typename: 'BretagneContractPage', region: '53', scope }] },
      );
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'SCOPE_INVALID' });
    },
  );
});

describe('one contract', () => {
  let tester: RegionalTester;

  beforeAll(async () => {
    tester = await createRegionalTester();
  });
  afterAll(() => tester.close());

  it('carries its buyer, its operation and its hours over its whole life', async () => {
    const operation = await tester.buildOperation({ title: 'Écoquartier' });
    const contract = await tester.buildContract({
      buyerId: operation.buyerId,
      operationId: operation.id,
      title: 'Lot peinture',
      amountCents: '12345678',
      notifiedOn: '2021-02-03',
    });
    for (const number of [1, 2]) {
      const lot = await tester.buildLot({ contractId: contract.id, number });
      await tester.buildCommitment({ lotId: lot.id, hours: '100.50' });
      await tester.buildCommitment({ lotId: lot.id, month: '2022-01-01', hours: '0.01' });
      const workContract = await tester.buildWorkContract({ lotId: lot.id });
      await tester.buildHours({ workContractId: workContract.id, hours: '33.33' });
    }
    expect(await tester.entities('Contract', [{ id: `53-${contract.id}` }], CONTRACT)).toEqual([
      expect.objectContaining({
        title: 'Lot peinture',
        amount: 123456.78,
        notifiedOn: '2021-02-03',
        departement: '29',
        hoursPlanned: 201.02,
        hoursDone: 66.66,
        origin: 'ENTERED',
        isDemonstration: false,
        operationTitle: 'Écoquartier',
        buyer: expect.objectContaining({ id: `53-${operation.buyerId}`, kind: 'LOCAL_AUTHORITY' }),
      }),
    ]);
  });

  it('known from open data alone has unknown hours, not 0', async () => {
    const open = await tester.buildContract({ origin: 'DECP', clauseType: null });
    const entered = await tester.buildContract();
    const references = [open, entered].map(({ id }) => ({ id: `53-${id}` }));
    expect(await tester.entities('Contract', references, 'hoursPlanned hoursDone clauseType')).toEqual([
      { hoursPlanned: null, hoursDone: null, clauseType: null },
      { hoursPlanned: null, hoursDone: 0, clauseType: 'EXECUTION_CONDITION' },
    ]);
  });

  it('costs no statement more when there are twenty of them', async () => {
    const contracts: string[] = [];
    for (let index = 0; index < 20; index += 1) {
      const { id, buyerId } = await tester.buildOperation();
      contracts.push((await tester.buildContract({ buyerId, operationId: id })).id);
    }
    const read = (ids: readonly string[]) => () =>
      tester.entities(
        'Contract',
        ids.map((id) => ({ id: `53-${id}` })),
        CONTRACT,
      );
    const few = await tester.statementsOf(read(contracts.slice(0, 2)));
    const many = await tester.statementsOf(read(contracts));
    expect(few).toHaveLength(4);
    expect(many).toHaveLength(4);
  });

  it('lets a buyer be read by reference', async () => {
    const buyer = await tester.buildBuyer({ name: 'Département du Finistère' });
    expect(await tester.entities('Buyer', [{ id: `53-${buyer.id}` }, { id: '53-0' }], 'name siren')).toEqual([
      { name: 'Département du Finistère', siren: buyer.siren },
      null,
    ]);
  });
});
