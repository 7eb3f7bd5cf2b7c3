import fc from 'fast-check';
import { REGIONS } from '../../subgraphs/kit/regions';
import {
  DEMONSTRATION_TARGETS,
  DEMONSTRATION_YEARS,
  demonstrationTargets,
  planNetwork,
  type DemonstrationScale,
  type ExpectedFigures,
} from '../../subgraphs/regional/demonstration';
import { apportion, runningApportionment } from '../../subgraphs/regional/demonstration/apportionment';

const SCALES: readonly DemonstrationScale[] = ['full', 'small'];

describe('the targets of the demonstration', () => {
  it('are the published figures of 2021', () => {
    expect(demonstrationTargets('full').national.years.get(2021)).toMatchObject({
      hoursDone: 2_512_468_400,
      workContracts: 75_194,
      participants: 57_231,
      buyers: 3_576,
      contracts: 58_454,
    });
    const { desksOpen, facilitatorsPresent } = demonstrationTargets('full').national;
    expect({ desksOpen, facilitatorsPresent }).toEqual({ desksOpen: 369, facilitatorsPresent: 583 });
    expect(Math.round(2_512_468_400 / 160_000)).toBe(15_703);
  });

  it('are the published figures of Île-de-France', () => {
    const books = demonstrationTargets('full').regions.get('11');
    expect(books?.desksOpen).toBe(73);
    expect(books?.years.get(2021)).toMatchObject({ hoursDone: 630_000_000, participants: 12_364, women: 1_867 });
    expect(books?.years.get(2022)?.hoursDone).toBe(691_110_000);
    expect(books?.years.get(2020)).toMatchObject({ hoursDone: 483_000_000, workContracts: 12_978 });
  });

  it('keep the published growth from 2020 to 2021', () => {
    const [before, published] = DEMONSTRATION_TARGETS.national;
    expect(before).toMatchObject({
      hoursDone: 100 * Math.round(25_124_684 / 1.25),
      workContracts: Math.round(published.workContracts / 1.1779),
      participants: Math.round(published.participants / 1.18),
      buyers: Math.round(published.buyers / 1.09),
      contracts: Math.round(published.contracts / 1.16),
    });
  });

  it.each(SCALES)('are shared among the 18 regions without losing a unit at the %s scale', (scale) => {
    const { national, regions } = demonstrationTargets(scale);
    const summed = ['hoursDone', 'hoursPlanned', 'workContracts', 'participants', 'women', 'contracts', 'operations'];
    expect([...regions.keys()]).toEqual(REGIONS.map(({ code }) => code));
    for (const year of DEMONSTRATION_YEARS) {
      const rows = [...regions.values()].map((books) => books.years.get(year));
      for (const name of summed as (keyof ExpectedFigures)[]) {
        const sum = rows.reduce((total, row) => total + (row?.[name] ?? 0), 0);
        expect([year, name, sum]).toEqual([year, name, national.years.get(year)?.[name]]);
      }
    }
    const deskSum = [...regions.values()].reduce((sum, books) => sum + books.desksOpen, 0);
    expect(deskSum).toBe(national.desksOpen);
  });

  it.each(SCALES)('give every region a desk, a facilitator and the first national buyer at the %s scale', (scale) => {
    for (const plan of planNetwork(scale)) {
      expect(plan.desksOpen).toBeGreaterThanOrEqual(1);
      expect(plan.facilitatorsPresent).toBeGreaterThanOrEqual(plan.desksOpen);
      expect(plan.sharedBuyers[0]).toBe(0);
    }
  });

  it('put the national buyers in at least twelve regions', () => {
    const plans = planNetwork('full');
    const regionsOf = (buyer: number): number =>
      plans.filter(({ sharedBuyers }) => sharedBuyers.includes(buyer)).length;
    const breadths = Array.from({ length: DEMONSTRATION_TARGETS.nationalBuyers }, (_, buyer) => regionsOf(buyer));
    expect(breadths[0]).toBe(18);
    expect(Math.min(...breadths)).toBeGreaterThanOrEqual(12);
  });
});

describe('apportionment', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 30 });

  it('sums to the total and respects the minimum', () => {
    fc.assert(
      fc.property(weights, fc.nat(1_000_000), fc.nat(5), (list, extra, minimum) => {
        const parts = apportion(minimum * list.length + extra, list, minimum);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(minimum * list.length + extra);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(minimum);
      }),
    );
  });

  it('stays within one unit of the exact share when nobody needs the minimum', () => {
    expect(apportion(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(apportion(10, [7, 2, 1])).toEqual([7, 2, 1]);
  });

  it('refuses a total that cannot give everyone the minimum', () => {
    expect(() => apportion(2, [1, 1, 1], 1)).toThrow('at least 1 each');
  });

  it('closes a running sum exactly', () => {
    fc.assert(
      fc.property(weights, fc.nat(1_000_000_000), (list, total) => {
        const next = runningApportionment(
          total,
          list.reduce((sum, weight) => sum + weight, 0),
        );
        expect(list.map(next).reduce((sum, part) => sum + part, 0)).toBe(total);
      }),
    );
  });
});
