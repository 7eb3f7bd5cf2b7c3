import type { Caller } from '../../subgraphs/kit/identity';
import { withLuhnKey } from '../../subgraphs/kit/identifiers';
import type { DeskEntity } from '../../subgraphs/regional/modules/desk';
import { type BooksTester, COORDINATION, createBooksTester } from '../support/books-tester';

interface Refused {
  readonly problems: readonly { code: string; path: string; suggestion: string | null }[];
}

const PROBLEMS = '... on InvalidInput { problems { code path suggestion } }';

describe("a region's own API", () => {
  let books: BooksTester;
  let desk: DeskEntity;
  let other: DeskEntity;
  let caller: Caller;
  const siren = withLuhnKey('55208131');

  beforeAll(async () => {
    books = await createBooksTester();
    desk = await books.buildDesk({ name: 'Guichet de Brest' });
    other = await books.buildDesk({ name: 'Guichet de Rennes' });
    caller = books.desk(desk.id);
  });
  afterAll(() => books.close());

  const create = <Result = Refused>(type: string, input: object, selection: string, who: Caller = caller) =>
    books.field<Result>(
      who,
      `mutation ($input: Create${type}Input!) { create${type}(input: $input) { __typename ${selection} ${PROBLEMS} } }`,
      { input },
    );

  it('keeps an operation, its contract, a person, a work contract and validated hours', async () => {
    const id = async (type: string, row: string, input: object) => {
      const made = await create<Record<string, { id: string }>>(
        type,
        input,
        `... on Create${type}Success { ${row} { id } warnings { code } }`,
      );
      return made[row]?.id ?? JSON.stringify(made);
    };
    const buyer = await id('Buyer', 'buyer', { siren, name: 'Ville de Brest', kind: 'LOCAL_AUTHORITY' });
    const operation = await id('Operation', 'operation', { buyer, title: 'Écoquartier du port' });
    const contract = await id('Contract', 'contract', {
      buyer,
      operation,
      title: 'Gros œuvre',
      sector: 'BTP',
      amount: 120000.5,
    });
    const lot = await id('Lot', 'lot', { contract, number: 1, title: 'Lot unique', committedHours: 700 });
    const employer = await id('Contractor', 'contractor', { name: 'ETTI du Ponant', kind: 'ETTI' });
    const participant = await id('Participant', 'participant', {
      sex: 'F',
      educationLevel: 'LEVEL_3',
      birthYear: 1999,
    });
    const workContract = await id('WorkContract', 'workContract', {
      participant,
      lot,
      employer,
      type: 'TEMPORARY',
      executionMode: 'PLACEMENT',
      startsOn: '2026-01-12',
      endsOn: '2026-03-31',
    });
    const facilitator = await id('Facilitator', 'facilitator', {
      name: 'Une facilitatrice',
      fullTimeShare: 1,
      startedOn: '2020-01-01',
    });
    const entered = await books.field<{ entries: { id: string; version: number; state: string }[] }>(
      caller,
      `mutation ($input: EnterHoursInput!) { enterHours(input: $input) { ... on HourEntriesSuccess { entries { id version state } } ${PROBLEMS} } }`,
      {
        input: {
          workContract,
          months: [
            { month: '2026-01', hours: 70.25 },
            { month: '2026-02', hours: 140 },
          ],
        },
      },
    );
    expect(entered.entries.map(({ state }) => state)).toEqual(['ENTERED', 'ENTERED']);
    const validated = await books.field<{ entries: { state: string; validatedBy: { name: string } }[] }>(
      caller,
      `mutation ($input: ValidateHoursInput!) { validateHours(input: $input) {
        ... on HourEntriesSuccess { entries { state validatedBy { name } } } ${PROBLEMS} } }`,
      { input: { facilitator, entries: entered.entries.slice(0, 1).map(({ id, version }) => ({ id, version })) } },
    );
    expect(validated.entries).toEqual([{ state: 'VALIDATED', validatedBy: { name: 'Une facilitatrice' } }]);
    const year = await books.field(
      caller,
      `{ deskYear(desk: "53-${desk.id}", year: 2026) { hoursDone hoursWaiting participants } }`,
    );
    expect(year).toEqual({ hoursDone: 70.25, hoursWaiting: 140, participants: 1 });
    const read = await books.field(
      caller,
      `{ contract(id: "${contract}") { amount buyer { name siren } operation { title } desk { name } } }`,
    );
    expect(read).toEqual({
      amount: 120000.5,
      buyer: { name: 'Ville de Brest', siren },
      operation: { title: 'Écoquartier du port' },
      desk: { name: 'Guichet de Brest' },
    });
    expect(await books.field(books.desk(other.id), `{ contract(id: "${contract}") { title } }`)).toBeNull();
  });

  it('says everything that is wrong with an input at once, and what was perhaps meant', async () => {
    const refused = await create('Buyer', { siren: `${siren}00018`, name: ' ', kind: 'LOCAL_AUTORITY' }, '');
    expect(refused.problems).toEqual([
      { code: 'SIREN_MALFORMED', path: 'siren', suggestion: siren },
      { code: 'TEXT_EMPTY', path: 'name', suggestion: null },
      { code: 'CODE_UNKNOWN', path: 'kind', suggestion: 'LOCAL_AUTHORITY' },
    ]);
  });

  it.each([
    [
      'an unknown commune',
      'Participant',
      { sex: 'F', educationLevel: 'LEVEL_3', residenceCommune: '29999' },
      'PLACE_UNKNOWN',
    ],
    [
      'a number of the State',
      'Participant',
      { sex: 'F', educationLevel: 'LEVEL_3', reference: '2 85 05 78 006 084' },
      'REFERENCE_PERSONAL',
    ],
    [
      'a strategy that ends before it begins',
      'TerritoryStrategy',
      { title: 'x', decidedBy: 'y', decidedOn: '2026-01-01', validFrom: '2026-02-01', validTo: '2026-01-01' },
      'DATES_OUT_OF_ORDER',
    ],
    ['a buyer of another region', 'Operation', { buyer: '76-1', title: 'x' }, 'REFERENCE_UNKNOWN'],
  ])('refuses %s', async (_what, type, input, code) => {
    expect((await create(type, input, '')).problems.map((each) => each.code)).toEqual([code]);
  });

  it('warns of a possible duplicate under another spelling, and merges nothing', async () => {
    await create('Contractor', { name: 'Éco-Bâti Ouest', kind: 'COMPANY' }, '');
    const second = await create<{ warnings: { code: string }[] }>(
      'Contractor',
      { name: 'ECO BATI OUEST', kind: 'COMPANY' },
      '... on CreateContractorSuccess { warnings { code } }',
    );
    expect(second.warnings).toEqual([{ code: 'POSSIBLE_DUPLICATE' }]);
    const { totalCount } = await books.field<{ totalCount: number }>(caller, '{ contractors { totalCount } }');
    expect(totalCount).toBeGreaterThanOrEqual(2);
  });

  it('refuses a change that was made from an older version, and shows the row as it is', async () => {
    const update = (version: number, name: string) =>
      books.field(
        COORDINATION,
        `mutation ($input: UpdateDeskInput!) { updateDesk(input: $input) { __typename
          ... on UpdateDeskSuccess { desk { name version } } ... on DeskVersionConflict { current { name version } } } }`,
        { input: { id: `53-${other.id}`, version, name } },
      );
    expect(await update(1, 'Guichet de Rennes Métropole')).toEqual({
      __typename: 'UpdateDeskSuccess',
      desk: { name: 'Guichet de Rennes Métropole', version: 2 },
    });
    expect(await update(1, 'Autre nom')).toEqual({
      __typename: 'DeskVersionConflict',
      current: { name: 'Guichet de Rennes Métropole', version: 2 },
    });
  });

  it('lets one of several who change the same version at the same time through', async () => {
    const contractor = await books.buildContractor();
    const { id } = await books.field<{ id: string }>(caller, `{ contractor(id: "53-${contractor.id}") { id } }`);
    const outcomes = await Promise.all(
      ['A', 'B', 'C', 'D'].map((name) =>
        books.field<{ __typename: string }>(
          COORDINATION,
          `mutation { updateContractor(input: { id: "${id}", version: 1, name: "${name}" }) { __typename } }`,
        ),
      ),
    );
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'ContractorVersionConflict',
      'ContractorVersionConflict',
      'ContractorVersionConflict',
      'UpdateContractorSuccess',
    ]);
  });

  it('tells the history of a row: who, what, before and after', async () => {
    const page = await books.field<{ edges: { node: object }[] }>(
      COORDINATION,
      `{ changes(filter: { type: "Desk", row: "53-${other.id}" }, first: 1) { edges { node { actor role action type row fields { name before after } } } } }`,
    );
    expect(page.edges[0]?.node).toEqual({
      actor: 'someone of coordination',
      role: 'coordination',
      action: 'UPDATE',
      type: 'Desk',
      row: `53-${other.id}`,
      fields: [{ name: 'name', before: '"Guichet de Rennes"', after: '"Guichet de Rennes Métropole"' }],
    });
  });

  it('deletes what nothing refers to, and says so of what is in use', async () => {
    const remove = (id: string, version: number) =>
      books.field<{ __typename: string }>(
        COORDINATION,
        `mutation { deleteBuyer(input: { id: "${id}", version: ${version} }) { __typename } }`,
      );
    const free = await books.buildBuyer();
    const used = await books.buildBuyer();
    await books.buildContract({ buyerId: used.id });
    expect([await remove(`53-${free.id}`, 1), await remove(`53-${used.id}`, 1), await remove('53-999999', 1)]).toEqual([
      { __typename: 'DeleteRowSuccess' },
      { __typename: 'RowInUse' },
      { __typename: 'RowNotFound' },
    ]);
  });

  it('refuses hours that no month has, outside of the contract, or repeated: all at once, nothing written', async () => {
    const work = await books.buildWorkContract({ deskId: desk.id, startsOn: '2026-02-01', endsOn: '2026-02-28' });
    const refused = await books.field<Refused>(
      caller,
      `mutation ($input: EnterHoursInput!) { enterHours(input: $input) { ${PROBLEMS} } }`,
      {
        input: {
          workContract: `53-${work.id}`,
          months: [
            { month: '2026-02', hours: 673 },
            { month: '2026-03', hours: -1 },
            { month: '2026-02', hours: 1 },
          ],
        },
      },
    );
    expect(refused.problems.map(({ code, path }) => `${path} ${code}`)).toEqual([
      'months.0.hours HOURS_TOO_MANY',
      'months.1.month HOURS_OUTSIDE_CONTRACT',
      'months.1.hours HOURS_NOT_POSITIVE',
      'months.2.month MONTH_REPEATED',
    ]);
  });

  const enter = (workContract: string, months: object[]) =>
    books.field<Refused & { __typename: string }>(
      caller,
      `mutation ($input: EnterHoursInput!) { enterHours(input: $input) { __typename ${PROBLEMS} } }`,
      { input: { workContract, months } },
    );

  it('takes all months or none: what came before a refused one is not written either', async () => {
    const work = await books.buildWorkContract({ deskId: desk.id, startsOn: '2026-01-01' });
    const workContract = `53-${work.id}`;
    await enter(workContract, [{ month: '2026-02', hours: 1 }]);
    const refused = await enter(workContract, [
      { month: '2026-01', hours: 2 },
      { month: '2026-02', hours: 2 },
    ]);
    expect(refused.problems.map(({ code }) => code)).toEqual(['ALREADY_THERE']);
    const kept = await books.field<{ edges: { node: object }[] }>(
      caller,
      `{ hourEntries(filter: { workContract: "${workContract}" }) { edges { node { month hours } } } }`,
    );
    expect(kept.edges.map(({ node }) => node)).toEqual([{ month: '2026-02', hours: 1 }]);
  });

  it('takes no hours of months after its desk has closed, and corrections of those before', async () => {
    const closed = await books.buildDesk({ name: 'Guichet fermé', closedOn: '2026-02-15' });
    const work = await books.buildWorkContract({ deskId: closed.id, startsOn: '2026-01-01' });
    const { problems } = await books.field<Refused>(
      books.desk(closed.id),
      `mutation ($input: EnterHoursInput!) { enterHours(input: $input) { ${PROBLEMS} } }`,
      {
        input: {
          workContract: `53-${work.id}`,
          months: [
            { month: '2026-02', hours: 1 },
            { month: '2026-03', hours: 1 },
          ],
        },
      },
    );
    expect(problems.map(({ code, path }) => `${path} ${code}`)).toEqual(['months.1.month DESK_CLOSED']);
  });

  it('asks the database as often for many rows as for few', async () => {
    const lot = await books.buildLot({ contractId: (await books.buildContract({ deskId: desk.id })).id });
    for (let each = 0; each < 6; each += 1) await books.buildWorkContract({ deskId: desk.id, lotId: lot.id });
    const read = (first: number) =>
      books.statementsOf(() =>
        books.field(
          caller,
          `{ workContracts(first: ${first}, filter: { lot: "53-${lot.id}" }) { edges { node {
            id employer { name } desk { name } lot { title contract { title buyer { name } } } } } } }`,
        ),
      );
    const [one, six] = [await read(1), await read(6)];
    expect(six).toHaveLength(one.length);
    expect(one.length).toBeGreaterThan(4);
  });

  it('pages in one order without gaps', async () => {
    for (let count = 0; count < 5; count += 1) await books.buildContractor();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } =
        await books.field(
          caller,
          'query ($after: String) { contractors(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
          { after },
        );
      seen.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    const { totalCount } = await books.field<{ totalCount: number }>(caller, '{ contractors { totalCount } }');
    expect(new Set(seen).size).toBe(totalCount);
  });

  it('warns of a contract above the threshold of its day without clause or reason', async () => {
    const buyer = await books.buildBuyer();
    const warned = async (input: object) =>
      (
        await create<{ warnings: { code: string }[] }>(
          'Contract',
          { buyer: `53-${buyer.id}`, sector: 'BTP', kind: 'WORKS', notifiedOn: '2026-09-01', ...input },
          '... on CreateContractSuccess { warnings { code } }',
        )
      ).warnings.map(({ code }) => code);
    expect(await warned({ title: 'Pont', amount: 6_000_000 })).toEqual(['CLAUSE_MISSING']);
    expect(await warned({ title: 'Quai', amount: 6_000_000, clauseType: 'EXECUTION_CONDITION' })).toEqual([]);
    expect(await warned({ title: 'Mur', amount: 60_000 })).toEqual([]);
    const exempt = { title: 'Digue', amount: 6_000_000, obligation: 'EXEMPT', exemptionReason: 'SHORT_WORKS' };
    expect(await warned(exempt)).toEqual([]);
  });

  it.each<[string, Caller]>([
    ['a consolidator', { role: 'consolidator' }],
    ['a desk of another region', { role: 'desk', region: '76', desk: '76-1' }],
    ['a coordination of another region', { role: 'coordination', region: '76' }],
  ])('has no books for %s', async (_who, stranger) => {
    const { data, errors } = await books.ask(stranger, '{ caller { role } }');
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('lets an auditor read the history alone, and the coordination write no hours', async () => {
    const auditor: Caller = { role: 'auditor' };
    expect((await books.ask(auditor, '{ changes(first: 1) { edges { node { type } } } }')).errors).toBeUndefined();
    expect((await books.ask(auditor, '{ contracts { totalCount } }')).errors).toHaveLength(1);
    const { errors } = await books.ask(
      COORDINATION,
      'mutation { createLot(input: { contract: "53-1", number: 1, title: "x" }) { __typename } }',
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
