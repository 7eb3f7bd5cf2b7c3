import { areaNamed } from '../../subgraphs/kit/cog';
import { answeredFor, decodeAreaScope } from '../../subgraphs/kit/scope';
import { createAreaContactService } from '../../subgraphs/national/modules/local-contact';
import { directoryOf } from '../support/national-shards';

/** An EPCI with communes in two regions. */

const OF_TWO_REGIONS = '200040277';
const FINISTERE = '29';
const NO_REASONS = new Map();

type Shard = Record<string, unknown> | null;
type Reference = { readonly region: string; readonly scope: string };

describe('the contacts of an area', () => {
  const service = createAreaContactService(directoryOf());
  const answerFrom = (code: string, shardOf: (reference: Reference, index: number) => Shard) => {
    const { scope, shards } = service.scatter(code);
    return service.answer({ scope, shards: shards.map(shardOf) }, NO_REASONS);
  };
  const sound = ({ region, scope }: Reference, desks: readonly string[] = ['1']): Shard => ({
    answeredFor: answeredFor(region, scope),
    deskIds: desks.map((id) => `${region}-${id}`),
    facilitatorIds: desks.map((id) => `${region}-${id}0`),
  });

  it('are asked of the region of each commune, once per commune', () => {
    const { scope, shards } = service.scatter(FINISTERE);
    expect(shards).toHaveLength(areaNamed(FINISTERE)?.communes.length ?? NaN);
    expect(new Set(shards.map((shard) => shard.scope)).size).toBe(shards.length);
    expect(new Set(shards.map(({ region }) => region))).toEqual(new Set(['53']));
    expect(decodeAreaScope(scope)).toMatchObject({ code: '29', membership: { expected: ['53'], asked: ['53'] } });
  });

  it('count the communes and inhabitants of every desk, and those without', () => {
    const area = areaNamed(FINISTERE);
    const answer = answerFrom(FINISTERE, (reference, index) =>
      sound(reference, index === 0 ? [] : index === 1 ? ['1', '2'] : ['1']),
    );
    const [none, both] = area?.communes ?? [];
    expect(answer.coverage).toMatchObject({ expected: 1, answered: 1, isComplete: true });
    expect(answer.whiteZones).toEqual([none]);
    expect(answer.desks).toEqual([
      {
        desk: { __typename: 'BretagneDesk', id: '53-1' },
        communeCount: (area?.communes.length ?? 0) - 1,
        population: (area?.area.population ?? 0) - (none?.population ?? 0),
      },
      { desk: { __typename: 'BretagneDesk', id: '53-2' }, communeCount: 1, population: both?.population },
    ]);
    expect(answer.facilitators).toHaveLength(2);
  });

  it.each([
    ['no answer', 'MISSING', () => null],
    ['an empty one', 'MISSING', () => ({})],
    [
      'that of another commune',
      'INVALID',
      (_: Reference, others: readonly Reference[]) => sound(others[0] as Reference),
    ],
    ['a desk of another region', 'INVALID', (own: Reference) => ({ ...sound(own), deskIds: ['11-1'] })],
    ['a desk named twice', 'INVALID', (own: Reference) => ({ ...sound(own), deskIds: ['53-1', '53-1'] })],
    ['no list of facilitators', 'INVALID', (own: Reference) => ({ ...sound(own), facilitatorIds: null })],
  ] as const)('are unknown with %s for one of the communes', (_, status, broken) => {
    const { shards } = service.scatter(FINISTERE);
    const answer = answerFrom(FINISTERE, (own, index) => (index === 100 ? broken(own, shards) : sound(own)));
    expect(answer).toMatchObject({
      coverage: { answered: 0, isComplete: false, missing: [{ code: '53', status }] },
      desks: null,
      facilitators: null,
      whiteZones: null,
    });
  });

  it('are those of the region that answered, where the area is in two', () => {
    const { scope, shards } = service.scatter(OF_TWO_REGIONS);
    const [first, second] = [...new Set(shards.map(({ region }) => region))].sort();
    expect(second).toBeDefined();
    const half = answerFrom(OF_TWO_REGIONS, (own) => (own.region === first ? sound(own, []) : null));
    expect(half.coverage.missing.map(({ code }) => code)).toEqual([second]);
    expect(new Set(half.whiteZones?.map(({ region }) => region))).toEqual(new Set([first]));
    // A router that leaves out what it lacks: nothing is told by place, everything by what the shards say of themselves.
    const left = shards.filter(({ region }) => region === second).map((own) => sound(own));
    const other = service.answer({ scope, shards: left.reverse() }, NO_REASONS);
    expect(other.coverage.missing.map(({ code }) => code)).toEqual([first]);
    expect(other.desks?.map(({ desk }) => desk.id)).toEqual([`${second}-1`]);
    const both = answerFrom(OF_TWO_REGIONS, (own) => sound(own, []));
    expect(both.whiteZones?.map(({ code }) => code)).toEqual(
      areaNamed(OF_TWO_REGIONS)?.communes.map(({ code }) => code),
    );
  });

  it('are not asked of regions that are no members', () => {
    const alone = createAreaContactService(directoryOf(['11']));
    const { scope, shards } = alone.scatter(FINISTERE);
    expect(shards).toEqual([]);
    expect(alone.answer({ scope, shards }, NO_REASONS)).toMatchObject({
      coverage: { missing: [{ code: '53', status: 'NOT_CONNECTED' }] },
      desks: null,
    });
  });

  it.each(['', '999', '29232', '200000000', 'Finistère'])('of "%s" are refused: there is no such area', (code) => {
    expect(() => service.scatter(code)).toThrow(expect.objectContaining({ code: 'AREA_UNKNOWN' }) as Error);
  });
});
