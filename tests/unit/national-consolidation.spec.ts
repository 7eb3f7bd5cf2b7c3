import { EXACT } from '../../subgraphs/national/disclosure';
import { REGIONS } from '../../subgraphs/kit/regions';
import { answeredFor, encodeScope } from '../../subgraphs/kit/scope';
import { consolidationService, directoryOf, figuresScope, gatheredOf, soundShard } from '../support/national-shards';

const NONE = new Map();
const CODES = REGIONS.map((region) => region.code);
const scope = figuresScope();
const encoded = encodeScope(scope);
const service = consolidationService();
/** Sum of the numbers that `soundShard` derives from region codes. */
const sizeOf = (codes: readonly string[]) => codes.reduce((sum, code) => sum + Number.parseInt(code, 10), 0);

describe('a consolidation over 18 regions that answer', () => {
  const gathered = gatheredOf(scope);

  it('sums every region in integers', () => {
    expect(service.total(gathered, NONE, EXACT)?.measures).toMatchObject({
      hoursDone: 100_000 * sizeOf(CODES),
      participants: 20 * sizeOf(CODES),
    });
  });

  it('covers 18 of 18 and is complete', () => {
    expect(service.coverage(gathered, NONE)).toEqual({
      expected: 18,
      answered: 18,
      missing: [],
      desksExpected: 36,
      desksReporting: 36,
      isComplete: true,
    });
  });

  it('is not complete while a desk has not declared', () => {
    const late = gatheredOf(scope, { '53': soundShard('53', encoded, { desksReporting: 1 }) });
    expect(service.coverage(late, NONE)).toMatchObject({ answered: 18, desksReporting: 35, isComplete: false });
  });
});

describe('when all regions are down', () => {
  const silences: readonly [string, unknown][] = [
    ['null', null],
    ['{}', {}],
    ['an object of nulls', { answeredFor: null, hoursDone: null }],
  ];

  it.each(silences)('answers no total and coverage 0 of 18 when every element is %s', (_, silence) => {
    const gathered = gatheredOf(scope, Object.fromEntries(CODES.map((code) => [code, silence])));
    expect(service.total(gathered, NONE, EXACT)).toBeNull();
    expect(service.coverage(gathered, NONE)).toMatchObject({
      expected: 18,
      answered: 0,
      desksExpected: null,
      isComplete: false,
    });
    expect(service.regions(gathered, NONE, EXACT).map((region) => [region.status, region.figures])).toEqual(
      CODES.map(() => ['MISSING', null]),
    );
  });

  it('answers the same when the list is empty', () => {
    expect(service.total({ scope: encoded, shards: [] }, NONE, EXACT)).toBeNull();
    expect(service.coverage({ scope: encoded, shards: [] }, NONE).missing).toHaveLength(18);
  });
});

describe('a region that does not count', () => {
  const others = CODES.filter((code) => code !== '53');
  const elsewhere = encodeScope(figuresScope({ to: '2021-11' }));
  const faults: readonly [string, unknown, string][] = [
    ['is {}', {}, 'MISSING'],
    ['is null', null, 'MISSING'],
    ['answers for another scope', soundShard('53', encoded, { answeredFor: answeredFor('53', elsewhere) }), 'INVALID'],
    ['answers for another region', soundShard('53', encoded, { answeredFor: answeredFor('52', encoded) }), 'INVALID'],
    ['answers a negative number', soundShard('53', encoded, { hoursDone: -1 }), 'INVALID'],
    ['answers text for a number', soundShard('53', encoded, { hoursDone: '999999' }), 'INVALID'],
    ['answers a fraction of a hundredth', soundShard('53', encoded, { hoursDone: 0.5 }), 'INVALID'],
    ['answers 1e30', soundShard('53', encoded, { participants: 1e30 }), 'INVALID'],
    ['counts more hours than exist', soundShard('53', encoded, { hoursDone: 1e12 }), 'INVALID'],
    ['counts more women than participants', soundShard('53', encoded, { womenParticipants: 1e6 }), 'INVALID'],
    ['answers from the future', soundShard('53', encoded, { asOf: '2027-01-01T00:00:00Z' }), 'INVALID'],
    ['answers without a date', soundShard('53', encoded, { asOf: null }), 'INVALID'],
  ];

  it.each(faults)('is excluded and named when it %s', (_, shard, status) => {
    const gathered = gatheredOf(scope, { '53': shard });
    expect(service.total(gathered, NONE, EXACT)?.measures.hoursDone).toBe(100_000 * sizeOf(others));
    expect(service.coverage(gathered, NONE).missing).toEqual([{ code: '53', name: 'Bretagne', status }]);
  });

  it('cannot pass itself off as a region that is down', () => {
    const forged = soundShard('52', encoded, { hoursDone: 1 });
    const gathered = gatheredOf(scope, { '52': null, '53': forged });
    const missing = service.coverage(gathered, NONE).missing.map(({ code, status }) => [code, status]);
    expect(missing).toEqual([
      ['52', 'MISSING'],
      ['53', 'INVALID'],
    ]);
  });

  it('is not told from its double when a router keeps no places: neither counts', () => {
    const doubled = { scope: encoded, shards: [...gatheredOf(scope).shards, soundShard('53', encoded)] };
    expect(service.coverage(doubled, NONE).missing).toEqual([{ code: '53', name: 'Bretagne', status: 'INVALID' }]);
  });

  it('has the reason that the gateway knows', () => {
    const gathered = gatheredOf(scope, { '53': null });
    expect(service.coverage(gathered, new Map([['53', 'TIMEOUT' as const]])).missing).toEqual([
      { code: '53', name: 'Bretagne', status: 'TIMEOUT' },
    ]);
  });

  it('still counts when it answered in spite of a reason given for another fetch', () => {
    expect(service.coverage(gatheredOf(scope), new Map([['53', 'TIMEOUT' as const]])).answered).toBe(18);
  });

  it('is not connected when it takes no part in the hub, and expected all the same', () => {
    const asked = CODES.filter((code) => code !== '06');
    const partial = figuresScope({ membership: { version: 1, expected: CODES, asked } });
    expect(service.coverage(gatheredOf(partial), NONE)).toMatchObject({
      expected: 18,
      answered: 17,
      missing: [{ code: '06', name: 'Mayotte', status: 'NOT_CONNECTED' }],
    });
  });

  it('is told by its claim, not by its position, when a router drops what is null', () => {
    const gathered = gatheredOf(scope, { '01': null });
    const dropped = { ...gathered, shards: gathered.shards.filter((shard) => shard !== null) };
    expect(service.coverage(dropped, NONE).missing.map((region) => region.code)).toEqual(['01']);
  });
});

describe('an indicator that a counted region cannot give', () => {
  it('is null, and its value over the other regions is given apart', () => {
    const gathered = gatheredOf(scope, { '53': soundShard('53', encoded, { womenParticipants: null }) });
    const total = service.total(gathered, NONE, EXACT);
    expect(total?.measures.womenParticipants).toBeNull();
    expect(total?.measures.hoursDone).toBe(100_000 * sizeOf(CODES));
    expect(total?.partial).toEqual([
      {
        indicator: 'WOMEN_SHARE',
        value: 0.15,
        masked: null,
        answered: 17,
        missing: [{ code: '53', name: 'Bretagne', status: 'MISSING' }],
      },
    ]);
  });

  it('is OUTDATED_SCHEMA when the region does not publish it', () => {
    const older = consolidationService(directoryOf(), { '53': ['lots'] });
    const gathered = gatheredOf(scope, { '53': soundShard('53', encoded, { lots: undefined }) });
    expect(older.total(gathered, NONE, EXACT)?.partial).toMatchObject([
      { indicator: 'LOTS', answered: 17, missing: [{ code: '53', status: 'OUTDATED_SCHEMA' }] },
    ]);
  });
});

describe('distinct counts', () => {
  const counted = service.total(gatheredOf(scope), NONE, EXACT);
  const listed = (code: string, buyerSirens: readonly string[]) => ({
    answeredFor: answeredFor(code, encoded),
    buyerSirens,
    companySirets: [],
  });
  const lists = Object.fromEntries(CODES.map((code) => [code, listed(code, ['552081317'])]));

  it('count a buyer active in every region once', () => {
    const shards = CODES.map((code) => lists[code]);
    expect(service.distinct({ scope: counted!.scope, shards }, NONE, EXACT, 'buyerSirens')).toBe(1);
  });

  it('are null when a region of the total was lost before its lists came', () => {
    const shards = CODES.map((code) => (code === '53' ? null : lists[code]));
    expect(service.distinct({ scope: counted!.scope, shards }, NONE, EXACT, 'buyerSirens')).toBeNull();
    expect(service.distinctCoverage({ scope: counted!.scope, shards }, NONE)).toMatchObject({ answered: 17 });
  });

  it('exclude a region that lists something else than identifiers', () => {
    const shards = CODES.map((code) => (code === '53' ? listed('53', ['552081318']) : lists[code]));
    expect(service.distinctCoverage({ scope: counted!.scope, shards }, NONE).missing).toMatchObject([
      { code: '53', status: 'INVALID' },
    ]);
  });
});

describe('a breakdown', () => {
  const bySex = figuresScope({ by: ['SEX'] });
  const text = encodeScope(bySex);
  const rows = (code: string, breakdown: unknown) => ({ answeredFor: answeredFor(code, text), breakdown });
  const row = (key: string, hoursDone: number) => ({
    keys: [key],
    hoursPlanned: null,
    hoursDone,
    workContracts: 2,
    participants: 1,
    womenParticipants: key === 'F' ? 1 : 0,
    participantsOfKnownSex: 1,
    contracts: 1,
    operations: 1,
  });
  const sound = Object.fromEntries(CODES.map((code) => [code, rows(code, [row('F', 100), row('M', 300)])]));

  it('sums the rows of all regions cell by cell, labelled in French', () => {
    const cells = service.breakdown(gatheredOf(bySex, sound), NONE, EXACT);
    expect(cells?.map((cell) => [cell.keys, cell.figures.measures.hoursDone])).toEqual([
      [[{ dimension: 'SEX', value: 'F', label: 'Femme' }], 1800],
      [[{ dimension: 'SEX', value: 'M', label: 'Homme' }], 5400],
    ]);
  });

  it('names a region whose breakdown failed, and sums the others', () => {
    const gathered = gatheredOf(bySex, { ...sound, '53': rows('53', null) });
    expect(service.breakdownCoverage(gathered, NONE)?.missing).toEqual([
      { code: '53', name: 'Bretagne', status: 'MISSING' },
    ]);
    expect(service.breakdown(gathered, NONE, EXACT)?.[0]?.figures.measures.hoursDone).toBe(1700);
  });

  it.each([
    ['a cell twice', [row('F', 1), row('F', 2)]],
    ['keys of another breakdown', [{ ...row('F', 1), keys: ['F', 'BTP'] }]],
    ['more participants than work contracts', [{ ...row('F', 1), participants: 3 }]],
    ['something that is no list', 'F'],
  ])('excludes a region that answers %s', (_, breakdown) => {
    const gathered = gatheredOf(bySex, { ...sound, '53': rows('53', breakdown) });
    expect(service.breakdownCoverage(gathered, NONE)?.missing).toMatchObject([{ code: '53', status: 'INVALID' }]);
  });

  it('is null, not empty, when no dimension was asked', () => {
    expect(service.breakdown(gatheredOf(scope), NONE, EXACT)).toBeNull();
  });
});
