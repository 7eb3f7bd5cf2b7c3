import { DIMENSIONS, MAX_CELLS, type Dimension } from '../../subgraphs/kit/catalogue';
import { answeredFor, encodeScope, type FiguresScope } from '../../subgraphs/kit/scope';
import { recountBreakdown, recountTotals, rowsOf } from '../support/regional-recount';
import { type Sample, type SampleHours, writeSample } from '../support/regional-sample';
import { createRegionalTester, type RegionalTester } from '../support/regional-tester';

const TOTALS = `hoursPlanned hoursDone workContracts participants womenParticipants participantsOfKnownSex contracts
  operations buyerCount companyCount lots qpvParticipants participantsOfKnownResidence`;
const NETWORK = 'desks facilitators desksExpected desksReporting';
const CELL = `keys hoursPlanned hoursDone workContracts participants womenParticipants participantsOfKnownSex
  contracts operations`;

type Cell = { keys: string[]; hoursPlanned: number | null; hoursDone: number } & Record<string, unknown>;
type Figures = { breakdown: Cell[] | null } & Record<string, unknown>;

function scopeOf(overrides: Partial<FiguresScope> = {}): FiguresScope {
  const membership = { version: 1, expected: ['53'], asked: ['53'] };
  return { kind: 'FIGURES', from: '2021-01', to: '2021-12', filter: {}, by: [], membership, ...overrides };
}

describe('the figures of a region', () => {
  let tester: RegionalTester;
  let sample: Sample;

  beforeAll(async () => {
    tester = await createRegionalTester();
    sample = await writeSample(tester);
  });
  afterAll(() => tester.close());

  const figuresOf = async (scope: FiguresScope, selection: string): Promise<Figures> => {
    const references = [{ region: '53', scope: encodeScope(scope) }];
    const [figures] = await tester.entities<Figures>('Figures', references, selection);
    if (figures == null) throw new Error('No figures');
    return figures;
  };
  const buyerSirens = () => [...new Set(sample.done.map((row) => row.buyer.siren))].sort();

  it('equal a recount of the rows', async () => {
    expect(await figuresOf(scopeOf(), TOTALS)).toEqual(recountTotals(sample, scopeOf()));
  });

  it('equal a recount over every month that the books know', async () => {
    const scope = scopeOf({ from: '2020-01', to: '2022-12' });
    expect(await figuresOf(scope, TOTALS)).toEqual(recountTotals(sample, scope));
  });

  it.each<[string, () => FiguresScope['filter']]>([
    ['département', () => ({ departements: ['29', '35'] })],
    ['sector', () => ({ sectors: ['CLEANING'] })],
    ['clause type', () => ({ clauseTypes: ['AWARD_CRITERION'] })],
    ['unknown clause type', () => ({ clauseTypes: ['UNKNOWN'] })],
    ['buyer', () => ({ buyers: buyerSirens().slice(0, 1) })],
    ['buyer kind', () => ({ buyerKinds: ['HOSPITAL', 'STATE'] })],
    ['everything at once', () => ({ departements: ['29'], sectors: ['BTP'], buyerKinds: ['LOCAL_AUTHORITY'] })],
  ])('filter hours planned and done by %s', async (_name, filter) => {
    const scope = scopeOf({ filter: filter() });
    expect(await figuresOf(scope, TOTALS)).toEqual(recountTotals(sample, scope));
  });

  it.each<[string, Dimension[]]>([
    ...DIMENSIONS.map((dimension): [string, Dimension[]] => [dimension, [dimension]]),
    ['REGION, SEX and MONTH', ['REGION', 'SEX', 'MONTH']],
    ['MONTH, SECTOR and BUYER_KIND', ['MONTH', 'SECTOR', 'BUYER_KIND']],
    ['DEPARTEMENT and CLAUSE_TYPE', ['DEPARTEMENT', 'CLAUSE_TYPE']],
  ])('break down by %s as a recount does, and sum to the total', async (_name, by) => {
    const scope = scopeOf({ by });
    const { breakdown, hoursDone } = await figuresOf(scope, `hoursDone breakdown { ${CELL} }`);
    const expected = [...recountBreakdown(sample, scope)].map(([key, cell]) => ({
      hoursPlanned: null,
      ...cell,
      keys: key.split('/'),
    }));
    expect(breakdown).toEqual(expected);
    expect(breakdown?.reduce((sum, cell) => sum + cell.hoursDone, 0)).toBe(hoursDone);
  });

  it('keep a cell that has only planned hours', async () => {
    const scope = scopeOf({
      from: '2020-01',
      to: '2022-12',
      by: ['DEPARTEMENT', 'SECTOR'],
      filter: { sectors: ['BTP'] },
    });
    const { breakdown } = await figuresOf(scope, `breakdown { ${CELL} }`);
    const isOnlyPlanned = (cell: Cell) => cell.hoursDone === 0 && (cell.hoursPlanned ?? 0) > 0;
    const contracts = new Set(sample.done.map((row: SampleHours) => row.contract.id));
    const lone = sample.planned.find((row) => !contracts.has(row.contract.id));
    expect(lone).toBeDefined();
    await tester.buildCommitment({ lotId: (await lotIn('56')).id, month: '2021-03-01', hours: '12.34' });
    const after = await figuresOf({ ...scope, to: '2022-11' }, `breakdown { ${CELL} }`);
    expect(breakdown?.filter(isOnlyPlanned)).toEqual([]);
    expect(after.breakdown?.filter(isOnlyPlanned)).toEqual([
      expect.objectContaining({ keys: ['56', 'BTP'], hoursPlanned: 1234, participants: 0, contracts: 0 }),
    ]);
    await tester.dataSource.query(`DELETE FROM hour_commitment WHERE hours = 12.34`);
  });

  const lotIn = async (departementCode: string) =>
    tester.buildLot({ contractId: (await tester.buildContract({ departementCode })).id });

  it('list the identifiers behind the distinct counts', async () => {
    const scope = scopeOf({ filter: { sectors: ['BTP'] } });
    const done = rowsOf(sample.done, scope);
    const sirens = [...new Set(done.map((row) => row.buyer.siren))].sort();
    const sirets = [...new Set(done.flatMap((row) => row.done?.employer.siret ?? []))].sort();
    expect(await figuresOf(scope, 'buyerSirens companySirets buyerCount companyCount')).toEqual({
      buyerSirens: sirens,
      companySirets: sirets,
      buyerCount: sirens.length,
      companyCount: sirets.length,
    });
  });

  it('are zeros, not nulls, in a period without any row', async () => {
    const scope = scopeOf({ from: '1999-01', to: '1999-12', by: ['SEX'] });
    const figures = await figuresOf(scope, `${TOTALS} ${NETWORK} buyerSirens companySirets breakdown { ${CELL} }`);
    const { buyerSirens: sirens, companySirets, breakdown, ...counts } = figures;
    expect(new Set(Object.values(counts))).toEqual(new Set([0]));
    expect([sirens, companySirets, breakdown]).toEqual([[], [], []]);
  });

  it('have no breakdown when none was asked', async () => {
    expect(await figuresOf(scopeOf(), 'breakdown { keys }')).toEqual({ breakdown: null });
  });

  it('say what they answer, and when it was true', async () => {
    const scope = scopeOf({ by: ['SEX'] });
    const before = Date.now();
    const figures = await figuresOf(scope, 'answeredFor asOf isDemonstration breakdown { keys } hoursDone');
    expect(figures['answeredFor']).toBe(answeredFor('53', encodeScope(scope)));
    expect(Math.abs(new Date(String(figures['asOf'])).getTime() - before)).toBeLessThan(60_000);
    expect(figures['isDemonstration']).toBe(false);
  });

  it('are marked when a row of the period is a demonstration row', async () => {
    await tester.buildHours({ month: '2019-05-01', origin: 'DEMONSTRATION' });
    expect(await figuresOf(scopeOf({ from: '2019-05', to: '2019-05' }), 'isDemonstration')).toEqual({
      isDemonstration: true,
    });
    expect(await figuresOf(scopeOf({ from: '2019-06', to: '2019-06' }), 'isDemonstration')).toEqual({
      isDemonstration: false,
    });
  });

  it('never hold what was true before the last commit', async () => {
    const scope = scopeOf({ from: '2018-01', to: '2018-12' });
    const first = await tester.buildHours({ month: '2018-02-01', hours: '10.00' });
    expect(await figuresOf(scope, 'hoursDone')).toEqual({ hoursDone: 1000 });
    expect(await figuresOf(scope, 'hoursDone')).toEqual({ hoursDone: 1000 });
    await tester.buildHours({ month: '2018-03-01', hours: '0.01', workContractId: first.workContractId });
    expect(await figuresOf(scope, 'hoursDone')).toEqual({ hoursDone: 1001 });
  });

  it('are read with one statement per part, however many fields and scopes share it', async () => {
    const scopes = [scopeOf({ from: '2021-02' }), scopeOf({ from: '2021-03' })];
    const references = scopes.map((scope) => ({ region: '53', scope: encodeScope(scope) }));
    const one = await tester.statementsOf(() => tester.entities('Figures', references.slice(0, 1), TOTALS));
    const two = await tester.statementsOf(() => tester.entities('Figures', references, `${TOTALS} buyerSirens asOf`));
    expect(one).toHaveLength(1);
    // The totals of the first scope are kept from the first request: nothing was written in between.
    expect(two).toHaveLength(3);
  });

  it('are null for another region, and nothing is asked of the database', async () => {
    const references = [{ region: '28', scope: encodeScope(scopeOf()) }];
    const statements = await tester.statementsOf(async () => {
      expect(await tester.entities('Figures', references, 'hoursDone')).toEqual([null]);
    });
    expect(statements).toEqual([]);
  });

  it('refuse a scope that the hub would not have written', async () => {
    const answer = await tester.ask(
      `{ _entities(representations: [{ __typename: "BretagneFigures", region: "53", scope: "e30" }]) {
        ... on BretagneFigures { hoursDone } } }`,
    );
    expect(answer.data).toEqual({ _entities: [null] });
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'SCOPE_INVALID' }, path: ['_entities', 0] });
  });

  it('refuse a breakdown of too many cells and still give the total', async () => {
    await tester.dataSource.query(
      `INSERT INTO contract (origin, buyer_id, title, sector)
       SELECT 'ENTERED', (SELECT min(id) FROM buyer), 'x', 'S' || n FROM generate_series(1, ${MAX_CELLS + 1}) n`,
    );
    await tester.dataSource.query(
      `WITH added AS (
         INSERT INTO lot (origin, contract_id, title) SELECT 'ENTERED', id, 'x' FROM contract WHERE title = 'x'
         RETURNING id)
       INSERT INTO hour_commitment (origin, lot_id, month, hours) SELECT 'ENTERED', id, '2017-01-01', 1 FROM added`,
    );
    const scope = encodeScope(scopeOf({ from: '2017-01', to: '2017-01', by: ['SECTOR'] }));
    const answer = await tester.ask<{ _entities: [Figures] }>(
      `query ($references: [_Any!]!) { _entities(representations: $references) {
        ... on BretagneFigures { hoursPlanned breakdown { keys } } } }`,
      { references: [{ __typename: 'BretagneFigures', region: '53', scope }] },
    );
    expect(answer.data?._entities).toEqual([{ hoursPlanned: (MAX_CELLS + 1) * 100, breakdown: null }]);
    expect(answer.errors?.[0]?.extensions).toEqual({
      code: 'TOO_MANY_CELLS',
      region: '53',
      limit: MAX_CELLS,
      by: ['SECTOR'],
    });
  });
});

describe('the desks behind the figures of a region', () => {
  let tester: RegionalTester;

  beforeAll(async () => {
    tester = await createRegionalTester();
  });
  afterAll(() => tester.close());

  it('are expected while they are open and report when every open month is declared', async () => {
    const declare = async (deskId: string, ...months: string[]) => {
      for (const month of months) await tester.buildDeclaration({ deskId, month: `${month}-01` });
    };
    const always = await tester.buildDesk();
    await declare(always.id, '2021-01', '2021-02', '2021-03');
    const forgetful = await tester.buildDesk();
    await declare(forgetful.id, '2021-01', '2021-03');
    const late = await tester.buildDesk({ openedOn: '2021-03-20' });
    await declare(late.id, '2021-03');
    const gone = await tester.buildDesk({ closedOn: '2021-02-10' });
    await declare(gone.id, '2021-01', '2021-02');
    await tester.buildDesk({ closedOn: '2020-12-31' });
    await tester.buildDesk({ openedOn: '2021-04-01' });
    await tester.buildFacilitator({ deskId: always.id });
    await tester.buildFacilitator({ deskId: always.id, endedOn: '2021-03-31' });
    await tester.buildFacilitator({ deskId: always.id, startedOn: '2021-04-01' });
    const scope = encodeScope(scopeOf({ to: '2021-03', filter: { sectors: ['BTP'] } }));
    expect(await tester.entities('Figures', [{ region: '53', scope }], NETWORK)).toEqual([
      { desks: 3, desksExpected: 4, desksReporting: 3, facilitators: 1 },
    ]);
  });
});
