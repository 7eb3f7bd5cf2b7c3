import type { Caller } from '../../subgraphs/kit/identity';
import { CONSOLIDATOR } from '../support/callers';
import { createTestFederation, type TestFederation } from '../support/test-federation';

interface Masked {
  readonly indicator: string;
  readonly lowerBound: number;
  readonly upperBound: number | null;
  readonly reason: string;
}
interface Figures {
  readonly hoursDone: number | null;
  readonly fullTimeEquivalents: number | null;
  readonly participants: number | null;
  readonly workContracts: number | null;
  readonly contracts: number | null;
  readonly precision: string;
  readonly roundedTo: number | null;
  readonly masked: readonly Masked[];
}
interface Answer {
  readonly consolidation: {
    readonly total: Figures & { readonly womenShare: number | null; readonly buyers: number | null };
    readonly regions: readonly { readonly region: { readonly code: string }; readonly figures: Figures | null }[];
    readonly breakdown: readonly { readonly keys: { value: string }[]; readonly figures: Figures }[];
  };
}

const FIGURES = `hoursDone fullTimeEquivalents(decimals: 2) participants workContracts contracts
  precision roundedTo masked { indicator lowerBound upperBound reason }`;
const QUESTION = `query ($filter: FigureFilter) {
  consolidation(period: { from: "2021-03", to: "2021-03" }, filter: $filter, by: [SECTOR]) {
    total { ${FIGURES} womenShare buyers }
    regions { region { code } figures { ${FIGURES} } }
    breakdown { keys { value } figures { ${FIGURES} } }
} }`;

const DESK: Caller = { role: 'desk', region: '94', desk: '94-1' };
const BRETAGNE: Caller = { role: 'coordination', region: '53' };
const BUYER: Caller = { role: 'buyer', sirens: ['552081317'] };
const down5 = (count: number) => Math.floor(count / 5) * 5;

describe('live figures of a real federation, by who asks', () => {
  let federation: TestFederation;
  let caller: Caller = CONSOLIDATOR;

  beforeAll(async () => {
    const members = { '53': { schemaVersion: '2' }, '94': { schemaVersion: '2' }, '06': { schemaVersion: '2' } };
    const tokens = {
      callerOf: () => Promise.resolve(caller),
      bearerOf: () => Promise.resolve({ caller, subject: undefined }),
    };
    federation = await createTestFederation(members, {}, { nationalTokens: tokens });
  });
  afterAll(() => federation.close());
  afterEach(() => federation.restore());

  async function consolidateAs(who: Caller, filter: { regions?: string[]; buyers?: string[] } = {}) {
    caller = who;
    const { data, errors } = await federation.ask<Answer>(QUESTION, { filter });
    const { total, regions, breakdown } = data.consolidation;
    const byRegion = new Map(regions.flatMap(({ region, figures }) => (figures ? [[region.code, figures]] : [])));
    return { total, byRegion, breakdown, errors };
  }
  const masks = ({ masked }: Figures) => masked.map(({ indicator }) => indicator);

  it('are exact for the consolidator, small ones included', async () => {
    const { total, byRegion, errors } = await consolidateAs(CONSOLIDATOR);
    expect(errors).toEqual([]);
    expect(total).toMatchObject({ precision: 'EXACT', roundedTo: null, masked: [] });
    // The other tests need a region of few persons beside a larger one.
    expect(
      [...byRegion.values()].map(({ participants }) => (participants ?? 0) > 0 && (participants ?? 0) < 5),
    ).toContain(true);
    expect(byRegion.get('53')?.participants).toBeGreaterThanOrEqual(5);
  });

  it.each<[string, Caller]>([
    ['a desk', DESK],
    ['a buyer', BUYER],
  ])('are masked under 5 and rounded down to 5 for %s', async (_, who) => {
    const exact = await consolidateAs(CONSOLIDATOR, who.role === 'buyer' ? { buyers: who.sirens } : {});
    const seen = await consolidateAs(who);
    expect(seen.total).toMatchObject({
      precision: 'ROUNDED',
      roundedTo: 5,
      participants: down5(exact.total.participants ?? 0),
      workContracts: down5(exact.total.workContracts ?? 0),
      contracts: exact.total.contracts,
      hoursDone: null,
      buyers: exact.total.buyers,
    });
    for (const [code, { participants, hoursDone }] of exact.byRegion) {
      const figures = seen.byRegion.get(code);
      const isFew = (participants ?? 0) > 0 && (participants ?? 0) < 5;
      expect(figures?.participants).toBe(isFew ? null : down5(participants ?? 0));
      expect(figures?.hoursDone).toBe(isFew ? null : hoursDone);
      expect(figures?.fullTimeEquivalents === null).toBe(isFew);
      expect(figures && masks(figures).includes('PARTICIPANTS')).toBe(isFew);
    }
  });

  it('tell masked hours of a sum from below, by the regions with enough persons', async () => {
    const exact = await consolidateAs(CONSOLIDATOR);
    const { total } = await consolidateAs(DESK);
    const enough = [...exact.byRegion.values()].filter(({ participants }) => (participants ?? 0) >= 5);
    const hours = total.masked.find(({ indicator }) => indicator === 'HOURS_DONE');
    expect(hours).toEqual({
      indicator: 'HOURS_DONE',
      lowerBound: expect.closeTo(
        enough.reduce((sum, { hoursDone }) => sum + (hoursDone ?? 0), 0),
        6,
      ) as number,
      upperBound: null,
      reason: 'PART_BELOW_THRESHOLD',
    });
  });

  it('mask cells one by one, and leave no single hidden cell', async () => {
    const exact = await consolidateAs(CONSOLIDATOR);
    const { breakdown } = await consolidateAs(DESK);
    expect(breakdown).toHaveLength(exact.breakdown.length);
    for (const [index, { figures }] of breakdown.entries()) {
      const persons = exact.breakdown[index]?.figures.participants ?? 0;
      expect(figures.participants).toBe(persons === 0 ? 0 : persons < 5 ? null : down5(persons));
    }
    expect(breakdown.filter(({ figures }) => figures.hoursDone === null).length).not.toBe(1);
  });

  it('are exact to a coordination for its own region by every route, and for no other', async () => {
    const exact = await consolidateAs(CONSOLIDATOR);
    const seen = await consolidateAs(BRETAGNE);
    expect(seen.byRegion.get('53')).toEqual(exact.byRegion.get('53'));
    expect(seen.byRegion.get('06')).toMatchObject({ precision: 'ROUNDED' });
    expect(seen.total.precision).toBe('ROUNDED');
    const alone = await consolidateAs(BRETAGNE, { regions: ['53'] });
    expect(alone).toEqual(await consolidateAs(CONSOLIDATOR, { regions: ['53'] }));
    expect((await consolidateAs(BRETAGNE, { regions: ['06'] })).total.precision).toBe('ROUNDED');
  });

  it('are the same for a region in the list and alone', async () => {
    const listed = await consolidateAs(DESK);
    for (const code of ['06', '53', '94']) {
      const { total } = await consolidateAs(DESK, { regions: [code] });
      expect(total).toMatchObject({ ...listed.byRegion.get(code) });
    }
  });

  it('tell nothing more of a region of few persons when it fails and comes back', async () => {
    const exact = await consolidateAs(CONSOLIDATOR);
    const [few] =
      [...exact.byRegion].find(([, { participants }]) => (participants ?? 0) > 0 && (participants ?? 0) < 5) ?? [];
    const before = await consolidateAs(DESK);
    federation.member(few ?? '').forwarder.intervene(() => 'CUT');
    const during = await consolidateAs(DESK);
    const difference = (before.total.participants ?? NaN) - (during.total.participants ?? NaN);
    expect([0, 5]).toContain(difference);
    expect(before.total.hoursDone).toBeNull();
  });

  it.each<Caller['role']>(['public', 'administrator', 'auditor'])(
    'are refused to the role %s by the national subgraph itself',
    async (role) => {
      caller = { role } as Caller;
      const { data, errors } = await federation.ask<Answer>(QUESTION, { filter: {} });
      expect(data).toBeNull();
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
    },
  );
});
