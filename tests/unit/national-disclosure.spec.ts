import type { Caller } from '../../subgraphs/kit/identity';
import { loadNationalConfig } from '../../subgraphs/national/config';
import {
  type Audience,
  audienceOf,
  DEFAULT_THRESHOLDS,
  discloseFigures,
  EXACT,
  type FigurePart,
} from '../../subgraphs/national/disclosure';

const DESK: Audience = { kind: 'ROUNDED', threshold: 5, ownRegion: null };
const BRETAGNE: Audience = { kind: 'ROUNDED', threshold: 5, ownRegion: '53' };

/** What a region put in where so many persons worked, 100 hours each. */
function part(participants: number, overrides: FigurePart['measures'] = {}, code = '11'): FigurePart {
  const measures = {
    hoursPlanned: 50_000,
    hoursDone: 10_000 * participants,
    workContracts: participants,
    participants,
    womenParticipants: 0,
    participantsOfKnownSex: participants,
    contracts: Math.min(participants, 2),
    ...overrides,
  };
  return { code, measures };
}

function disclose(audience: Audience, ...parts: readonly FigurePart[]) {
  const names = Object.keys(parts[0]?.measures ?? {});
  const sumOf = (name: string) =>
    parts.some(({ measures }) => measures[name] == null)
      ? null
      : parts.reduce((sum, { measures }) => sum + (measures[name] ?? 0), 0);
  const figures = discloseFigures(parts, Object.fromEntries(names.map((name) => [name, sumOf(name)])), audience);
  const maskOf = (indicator: string) => {
    const found = figures.masked.find((masked) => masked.indicator === indicator);
    return found && [found.lowerBound, found.upperBound, found.reason];
  };
  return { ...figures, maskOf };
}

describe('the audience of a caller', () => {
  const callers: readonly [Caller, Audience][] = [
    [{ role: 'consolidator' }, EXACT],
    [{ role: 'approver' }, EXACT],
    [{ role: 'coordination', region: '53' }, BRETAGNE],
    [{ role: 'desk', region: '53', desk: '53-1' }, DESK],
    [
      { role: 'buyer', sirens: ['552081317'] },
      { kind: 'ROUNDED', threshold: 11, ownRegion: null },
    ],
    [{ role: 'public' }, { kind: 'WITHHELD' }],
    [{ role: 'administrator' }, { kind: 'WITHHELD' }],
    [{ role: 'auditor' }, { kind: 'WITHHELD' }],
  ];
  it.each(callers)('of %j is %j', (caller, audience) => {
    expect(audienceOf(caller, { network: 5, buyer: 11 })).toEqual(audience);
  });

  it('is masked under 5 unless configured', () => {
    expect(DEFAULT_THRESHOLDS).toEqual({ network: 5, buyer: 5 });
  });

  it('has the threshold of the settings, which take 5 to 11', () => {
    const load = (network: string) =>
      loadNationalConfig({
        DATABASE_URL: 'postgres://localhost/national',
        NETWORK_FILE: 'network.json',
        DISCLOSURE_THRESHOLD_NETWORK: network,
      });
    expect(load('11').disclosure).toEqual({ network: 11, buyer: 5 });
    for (const refused of ['4', '12', '5.5', 'none'])
      expect(() => load(refused)).toThrow('DISCLOSURE_THRESHOLD_NETWORK');
  });
});

describe('a count of persons', () => {
  const table: readonly [number, number, number | null][] = [
    [5, 0, 0],
    [5, 1, null],
    [5, 4, null],
    [5, 5, 5],
    [5, 9, 5],
    [5, 10, 10],
    [5, 43_127, 43_125],
    [11, 10, null],
    [11, 11, 11],
    [11, 21, 11],
    [11, 22, 22],
  ];
  it.each(table)('under the threshold %i: %i is shown as %p', (threshold, count, shown) => {
    const figures = disclose({ kind: 'ROUNDED', threshold, ownRegion: null }, part(count));
    expect(figures.measures['participants']).toBe(shown);
    expect(figures.measures['workContracts']).toBe(shown);
    expect(figures).toMatchObject({ precision: 'ROUNDED', roundedTo: threshold });
    expect(figures.maskOf('PARTICIPANTS')).toEqual(shown === null ? [1, threshold - 1, 'BELOW_THRESHOLD'] : undefined);
  });

  it('of 1 is tried on the threshold before it is rounded, so that it passes neither as 0 nor as 5', () => {
    for (const count of [1, 2, 3, 4]) {
      expect(disclose(DESK, part(count)).measures['participants']).toBeNull();
      expect(disclose(DESK, part(count)).masked).toEqual(disclose(DESK, part(1)).masked);
    }
  });

  it('of 0 is shown where nothing was done, and masked where something was', () => {
    expect(disclose(DESK, part(0)).masked).toEqual([]);
    const odd = disclose(DESK, part(0, { contracts: 1 }));
    expect(odd.measures['participants']).toBeNull();
    expect(odd.maskOf('PARTICIPANTS')).toEqual([0, 4, 'BELOW_THRESHOLD']);
  });

  it('that a region does not give is null and not masked', () => {
    const figures = disclose(DESK, part(30, { participants: null }), part(30));
    expect(figures.measures['participants']).toBeNull();
    expect(figures.maskOf('PARTICIPANTS')).toBeUndefined();
    expect(figures.measures['workContracts']).toBe(60);
  });
});

describe('what depends on a masked count', () => {
  const few = disclose(DESK, part(3, { workContracts: 9 }));

  it('is masked with it: hours, equivalents, more work contracts than persons, shares', () => {
    expect(few.measures).toMatchObject({ hoursDone: null, workContracts: null, womenParticipants: null });
    expect(few.maskOf('HOURS_DONE')).toEqual([0, null, 'BELOW_THRESHOLD']);
    expect(few.maskOf('FULL_TIME_EQUIVALENTS')).toEqual([0, null, 'BELOW_THRESHOLD']);
    expect(few.maskOf('WORK_CONTRACTS')).toEqual([1, null, 'BELOW_THRESHOLD']);
    expect(few.maskOf('WOMEN_SHARE')).toEqual([0, 1, 'BELOW_THRESHOLD']);
  });

  it('leaves what counts no persons as it is', () => {
    expect(few.measures).toMatchObject({ contracts: 2, hoursPlanned: 50_000 });
  });

  it('is masked too when nobody says how many persons there are', () => {
    const unknown = disclose(DESK, part(30, { participants: null, workContracts: null }));
    expect(unknown.maskOf('HOURS_DONE')).toEqual([0, null, 'COUNT_UNKNOWN']);
  });
});

describe('a share of persons', () => {
  const women = (count: number, known: number) =>
    disclose(DESK, part(40, { womenParticipants: count, participantsOfKnownSex: known }));
  it.each([
    [4, 30],
    [0, 30],
    [30, 30],
    [26, 30],
    [0, 0],
  ])('is masked when one side is %i of %i', (count, known) => {
    expect(women(count, known).maskOf('WOMEN_SHARE')).toEqual([0, 1, 'BELOW_THRESHOLD']);
    expect(women(count, known).measures['womenParticipants']).toBeNull();
  });

  it('is computed from rounded counts otherwise', () => {
    expect(women(13, 29).measures).toMatchObject({ womenParticipants: 10, participantsOfKnownSex: 25 });
  });

  it('of nobody is null and not masked where nothing was done', () => {
    expect(disclose(DESK, part(0)).maskOf('WOMEN_SHARE')).toBeUndefined();
  });
});

describe('a sum over regions', () => {
  const regions = [part(30, {}, '11'), part(3, {}, '53'), part(20, {}, '75')];

  it('shows rounded persons, and hours from below while some region had too few persons', () => {
    const total = disclose(DESK, ...regions);
    expect(total.measures).toMatchObject({ participants: 50, workContracts: 50, hoursDone: null });
    expect(total.maskOf('HOURS_DONE')).toEqual([5000, null, 'PART_BELOW_THRESHOLD']);
  });

  it('shows exact hours when every region had enough persons or nothing at all', () => {
    const total = disclose(DESK, part(30, {}, '11'), part(0, {}, '53'), part(20, {}, '75'));
    expect(total.measures).toMatchObject({ participants: 50, hoursDone: 500_000 });
    expect(total.masked.map(({ indicator }) => indicator)).toEqual(['WOMEN_SHARE']);
  });

  it('is exact for the consolidator, with its small counts', () => {
    const total = disclose(EXACT, ...regions);
    expect(total).toMatchObject({ precision: 'EXACT', roundedTo: null, masked: [] });
    expect(total.measures).toMatchObject({ participants: 53, hoursDone: 530_000 });
  });

  it('shows a caller without figures nothing', () => {
    const total = disclose({ kind: 'WITHHELD' }, ...regions);
    expect(total).toMatchObject({ precision: 'WITHHELD', measures: {} });
    expect(total.masked).toHaveLength(14);
    expect(total.maskOf('CONTRACTS')).toEqual([0, null, 'AUDIENCE']);
  });
});

describe('a region', () => {
  it('sees its own figures exactly, small ones included', () => {
    expect(disclose(BRETAGNE, part(3, {}, '53'))).toMatchObject({ precision: 'EXACT', masked: [] });
  });

  it('sees the figures of another region as the network does', () => {
    expect(disclose(BRETAGNE, part(3, {}, '11')).masked).toEqual(disclose(DESK, part(3, {}, '11')).masked);
  });

  it('learns of the others no more than their own interval, whatever it knows itself', () => {
    for (const own of [10, 11, 12, 13, 14]) {
      const totals = [1, 2, 3, 4].map((other) => disclose(BRETAGNE, part(own, {}, '53'), part(other, {}, '11')));
      expect(new Set(totals.map(({ measures }) => measures['participants']))).toEqual(new Set([10]));
      expect(totals[0]?.maskOf('HOURS_DONE')).toEqual([own * 100, null, 'PART_BELOW_THRESHOLD']);
    }
  });

  it('learns nothing from work contracts either, where few persons of another region have many', () => {
    const total = disclose(BRETAGNE, part(10, {}, '53'), part(3, { workContracts: 9 }, '11'));
    expect(total.measures['workContracts']).toBe(10);
  });

  it('has its own few persons added to what is masked', () => {
    const total = disclose(BRETAGNE, part(3, {}, '53'), part(2, {}, '11'));
    expect(total.maskOf('PARTICIPANTS')).toEqual([4, 7, 'BELOW_THRESHOLD']);
  });
});
