import type { Resolvers } from '../generated/resolver-types.generated';
import type { RegistryContext } from '../registry-context';
import { payloadOf, publicationsIn, sdlOf } from './current-graph';

/** Resolvers of versions of the supergraph. */
export function supergraphResolvers(): Resolvers<RegistryContext> {
  return {
    Supergraph: {
      composedAt: ({ createdAt }) => createdAt,
      createdBy: ({ createdBy }) => createdBy,
      members: async ({ number }, _, { dataSource }) => {
        const publications = await publicationsIn(dataSource.manager, number);
        return publications.map(({ regionCode, number: publication, schemaVersion }) => ({
          region: { code: regionCode },
          publication,
          schemaVersion,
        }));
      },
      sdl: async ({ number }, _, { dataSource }) => {
        const payload = await payloadOf(dataSource.manager, number);
        return payload === undefined ? '' : sdlOf(payload);
      },
    },
  };
}
