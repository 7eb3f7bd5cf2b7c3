import fc from 'fast-check';
import type { Caller } from '../../subgraphs/kit/identity';
import { type ContractsScope, encodeScope, type FiguresScope } from '../../subgraphs/kit/scope';
import { recountBreakdown, recountTotals } from '../support/regional-recount';
import { createRegionalTester, type RegionalTester } from '../support/regional-tester';
import {
  type ContractPlan,
  countedFor,
  seesContract,
  type VisibleBooks,
  writeVisibleBooks,
} from '../support/visible-books';

interface Page {
  readonly totalCount: number;
  readonly entries: readonly { readonly id: string; readonly sort: string }[];
}

const TOTALS = `hoursPlanned hoursDone workContracts participants womenParticipants participantsOfKnownSex contracts
  operations buyerCount companyCount lots qpvParticipants participantsOfKnownResidence`;
const MEMBERSHIP = { version: 1, expected: ['53'], asked: ['53'] };
const FULL_YEAR: FiguresScope = {
  kind: 'FIGURES',
  from: '2021-01',
  to: '2021-12',
  filter: {},
  by: [],
  membership: MEMBERSHIP,
};
const FIRST_PAGE: ContractsScope = {
  kind: 'CONTRACTS',
  filter: {},
  first: 50,
  after: null,
  missedBefore: [],
  membership: MEMBERSHIP,
};
const REFUSED = { extensions: { code: 'FORBIDDEN' } };

const plan = (desk: number | null, operationDesk: number | null | undefined, buyer: number): ContractPlan => ({
  desk,
  operationDesk,
  buyer,
  sector: 'BTP',
  day: '2021-03-01',
  hours: 1_000 + buyer,
});
/** Of desk 0; of desk 1; of desk 0 by its operation; of no desk. */
const PLANS = [plan(0, undefined, 0), plan(1, 1, 1), plan(null, 0, 2), plan(null, undefined, 0), plan(1, 0, 1)];

describe('what callers see of the books of a region', () => {
  let tester: RegionalTester;
  let books: VisibleBooks;

  beforeAll(async () => {
    tester = await createRegionalTester();
    books = await writeVisibleBooks(tester, PLANS);
  });
  afterAll(() => tester.close());

  const sirenOf = (at: number) => books.buyers[at]?.siren ?? '';
  const deskOf = (at: number): Caller => ({ role: 'desk', region: '53', desk: `53-${books.desks[at]?.id}` });
  const buyerOf = (...at: number[]): Caller => ({ role: 'buyer', sirens: at.map(sirenOf) });
  const foreignDesk = (): Caller => ({ role: 'desk', region: '28', desk: `28-${books.desks[0]?.id}` });
  const callers: Readonly<Record<string, () => Caller>> = {
    consolidator: () => ({ role: 'consolidator' }),
    'coordination of the region': () => ({ role: 'coordination', region: '53' }),
    'coordination of another region': () => ({ role: 'coordination', region: '28' }),
    'one desk': () => deskOf(0),
    'the other desk': () => deskOf(1),
    'a desk of another region with the same local identifier': foreignDesk,
    'a buyer': () => buyerOf(0),
    'buyers under one convention': () => buyerOf(1, 2),
    'a buyer without contracts here': () => ({ role: 'buyer', sirens: ['552081317'] }),
  };
  const everyone = Object.keys(callers);
  const callerOf = (name: string): Caller => callers[name]?.() ?? { role: 'public' };

  const pageOf = async (caller: Caller, scope: Partial<ContractsScope> = {}): Promise<Page> => {
    const asked = encodeScope({ ...FIRST_PAGE, ...scope });
    const selection = 'totalCount entries { id sort }';
    const [page] = await tester.as(caller).entities<Page>('ContractPage', [{ region: '53', scope: asked }], selection);
    if (page == null) throw new Error('No page');
    return page;
  };
  const figuresOf = async (caller: Caller, scope: Partial<FiguresScope>, selection: string) => {
    const references = [{ region: '53', scope: encodeScope({ ...FULL_YEAR, ...scope }) }];
    const [figures] = await tester.as(caller).entities('Figures', references, selection);
    return figures;
  };
  const visibleTo = (caller: Caller) => books.contracts.filter((row) => seesContract(caller, books, row));
  const idsOf = (rows: VisibleBooks['contracts']) => rows.map(({ contract }) => `53-${contract.id}`).sort();

  describe.each(everyone)('%s', (name) => {
    it('is given a page and a count of the visible contracts, and the same of them by filter', async () => {
      const visible = visibleTo(callerOf(name));
      const page = await pageOf(callerOf(name));
      expect(page.entries.map(({ id }) => id).sort()).toEqual(idsOf(visible));
      expect(page.totalCount).toBe(visible.length);
      for (const buyer of books.buyers) {
        const filtered = await pageOf(callerOf(name), { filter: { buyers: [buyer.siren] } });
        const own = visible.filter(({ owner }) => owner.siren === buyer.siren);
        expect([filtered.totalCount, filtered.entries.map(({ id }) => id).sort()]).toEqual([own.length, idsOf(own)]);
      }
    });

    it('finds nothing else by starting after a row that it does not see', async () => {
      const all = await pageOf({ role: 'consolidator' });
      for (const after of all.entries) {
        const rest = all.entries.slice(all.entries.indexOf(after) + 1).map(({ id }) => id);
        const page = await pageOf(callerOf(name), { after });
        expect(page.entries.map(({ id }) => id)).toEqual(
          rest.filter((id) => idsOf(visibleTo(callerOf(name))).includes(id)),
        );
      }
    });

    it('resolves the visible contracts with all they hold, and no other, nor one that does not exist', async () => {
      const caller = callerOf(name);
      const references = [...books.contracts.map(({ contract }) => ({ id: `53-${contract.id}` })), { id: '53-999999' }];
      const found = await tester
        .as(caller)
        .entities('Contract', references, 'title hoursPlanned hoursDone buyer { siren }');
      expect(found).toEqual([
        ...books.contracts.map((row) =>
          seesContract(caller, books, row)
            ? {
                title: row.contract.title,
                hoursPlanned: row.hours / 100,
                hoursDone: row.hours / 100,
                buyer: { siren: row.owner.siren },
              }
            : null,
        ),
        null,
      ]);
    });

    it('resolves the buyers of visible contracts only', async () => {
      const caller = callerOf(name);
      const isRowless = caller.role === 'coordination' && caller.region !== '53';
      const sees = (siren: string) =>
        ['consolidator', 'coordination'].includes(caller.role)
          ? !isRowless
          : visibleTo(caller).some(({ owner }) => owner.siren === siren);
      const references = books.buyers.map(({ id }) => ({ id: `53-${id}` }));
      expect(await tester.as(caller).entities('Buyer', references, 'siren')).toEqual(
        books.buyers.map(({ siren }) => (sees(siren) ? { siren } : null)),
      );
    });

    it('is given figures of what it may add up: all, or a buyer its own', async () => {
      const caller = callerOf(name);
      const counted = countedFor(caller, books);
      for (const filter of [{}, { buyers: [sirenOf(1)] }, { buyerKinds: ['LOCAL_AUTHORITY', 'HOSPITAL'] }]) {
        expect(await figuresOf(caller, { filter }, TOTALS)).toEqual(recountTotals(counted, { ...FULL_YEAR, filter }));
      }
      const { buyerSirens, companySirets, breakdown } = (await figuresOf(
        caller,
        { by: ['BUYER_KIND'] },
        'buyerSirens companySirets breakdown { keys hoursDone }',
      )) as Record<string, unknown>;
      const cells = recountBreakdown(counted, { ...FULL_YEAR, by: ['BUYER_KIND'] });
      expect(breakdown).toEqual([...cells].map(([key, { hoursDone }]) => ({ keys: [key], hoursDone })));
      expect(buyerSirens).toEqual([...new Set(counted.done.map(({ buyer }) => buyer.siren))].sort());
      expect(companySirets).toEqual(counted.done.map(({ done }) => done?.employer.siret).sort());
    });
  });

  it.each(['public', 'administrator', 'auditor'] as const)('refuses %s figures and contracts', async (role) => {
    const scope = encodeScope(FULL_YEAR);
    const figures = await tester
      .as({ role })
      .ask('query ($r: [_Any!]!) { _entities(representations: $r) { ... on BretagneFigures { hoursDone } } }', {
        r: [{ __typename: 'BretagneFigures', region: '53', scope }],
      });
    const contracts = await tester
      .as({ role })
      .ask('query ($r: [_Any!]!) { _entities(representations: $r) { ... on BretagneContract { title } } }', {
        r: [{ __typename: 'BretagneContract', id: `53-${books.contracts[0]?.contract.id}` }],
      });
    expect(figures).toMatchObject({ data: { _entities: [null] }, errors: [REFUSED] });
    expect(contracts).toMatchObject({ data: { _entities: [null] }, errors: [REFUSED] });
  });

  it('shows the approver the figures, but no contract', async () => {
    const caller: Caller = { role: 'approver' };
    expect(await figuresOf(caller, {}, 'contracts')).toEqual({ contracts: books.contracts.length });
    await expect(pageOf(caller)).rejects.toThrow('FORBIDDEN');
  });

  it('shows everyone the directory', async () => {
    for (const caller of [{ role: 'public' } as const, foreignDesk(), buyerOf(0)]) {
      const [network] = await tester.as(caller).entities('Network', [{ region: '53' }], 'desks { id }');
      expect(network).toEqual({ desks: books.desks.map(({ id }) => ({ id: `53-${id}` })) });
    }
  });

  it('never gives one caller the answer that was kept for another', async () => {
    const hoursOf = async (caller: Caller) => (await figuresOf(caller, {}, 'hoursDone'))?.['hoursDone'];
    const expected = (caller: Caller) => recountTotals(countedFor(caller, books), FULL_YEAR)['hoursDone'];
    for (const caller of [{ role: 'consolidator' } as const, buyerOf(0), buyerOf(1), buyerOf(0, 1), buyerOf(0)])
      expect(await hoursOf(caller)).toBe(expected(caller));
  });

  it('agrees with an oracle for random books, callers and filters', async () => {
    const contract = fc.record({
      desk: fc.constantFrom(0, 1, null),
      operationDesk: fc.constantFrom(0, 1, null, undefined),
      buyer: fc.constantFrom(0, 1, 2),
      sector: fc.constantFrom('BTP' as const, 'CLEANING' as const),
      day: fc.constantFrom('2021-03-01', '2022-02-28', null),
      hours: fc.integer({ min: 1, max: 39_999 }),
    });
    const question = fc.record({
      caller: fc.constantFrom(...everyone),
      sectors: fc.constantFrom<string[] | undefined>(undefined, ['BTP'], ['BTP', 'CLEANING']),
      buyer: fc.constantFrom(undefined, 0, 1, 2),
    });
    const property = fc.asyncProperty(
      fc.array(contract, { maxLength: 5 }),
      fc.array(question, { minLength: 3, maxLength: 6 }),
      async (plans, questions) => {
        books = await writeVisibleBooks(tester, plans);
        for (const { caller: name, sectors, buyer } of questions) {
          const caller = callerOf(name);
          const siren = buyer === undefined ? undefined : sirenOf(buyer);
          const page = await pageOf(caller, { filter: { sectors, buyers: siren === undefined ? undefined : [siren] } });
          const expected = visibleTo(caller).filter(
            (row) => (sectors?.includes(row.sector) ?? true) && (siren === undefined || row.owner.siren === siren),
          );
          expect(page.entries.map(({ id }) => id).sort()).toEqual(idsOf(expected));
          expect(page.totalCount).toBe(expected.length);
          const filter = { sectors, buyers: siren === undefined ? undefined : [siren] };
          expect(await figuresOf(caller, { filter }, TOTALS)).toEqual(
            recountTotals(countedFor(caller, books), { ...FULL_YEAR, filter }),
          );
        }
      },
    );
    await fc.assert(property, { numRuns: 20 });
  });
});
