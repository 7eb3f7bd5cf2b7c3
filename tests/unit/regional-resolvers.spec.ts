import { regionalSchema } from '../../schema';
import { REGIONS } from '../../subgraphs/kit/regions';
import { globalId, localIdOf } from '../../subgraphs/regional/books';
import { instantiateResolvers } from '../../subgraphs/regional/instantiate-resolvers';
import { regionalResolvers } from '../../subgraphs/regional/regional-resolvers';

describe('the resolvers of a region', () => {
  it('carry its prefix and only what its version publishes', () => {
    const sdl = 'type BretagneDesk { id: ID! name: String }';
    const template = { ShardDesk: { __resolveReference: 1, name: 2, openedOn: 3 }, ShardOther: { id: 4 } };
    expect(instantiateResolvers(template, 'Bretagne', sdl)).toEqual({
      BretagneDesk: { __resolveReference: 1, name: 2 },
    });
  });

  it.each(REGIONS.map((region) => [region.name, region] as const))('resolve every entity of %s', (_name, region) => {
    const sdl = regionalSchema(region, '2');
    const entities = [...sdl.matchAll(/type (\w+) @key/g)].map((match) => String(match[1]));
    const resolvers = regionalResolvers(region, sdl);
    expect(entities.length).toBeGreaterThan(7);
    for (const entity of entities) expect(resolvers[entity]).toHaveProperty('__resolveReference');
  });
});

describe('a global identifier', () => {
  const region = { code: '53' };

  it('holds the region and the local identifier', () => {
    expect(localIdOf(region, globalId(region, '1234'))).toBe('1234');
  });

  it.each(['28-1234', '53-', '53-0', '53-01', '53-1e3', '53- 1', '53-1;', '531234', '', '53-9999999999999999999'])(
    'is none of this region when it reads "%s"',
    (id) => {
      expect(localIdOf(region, id)).toBeNull();
    },
  );
});
