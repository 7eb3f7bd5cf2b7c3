import type { ShardNetworkResolvers } from '../../generated/resolver-types.generated';
import type { RegionalContext } from '../../regional-context';

/** Resolvers of the network of a region. */
export const networkResolvers = {
  ShardNetwork: {
    __resolveReference: ({ region }: { readonly region: string }, context: RegionalContext) =>
      region === context.region.code ? { region } : null,
    coordinationName: async ({ region }, _arguments, { loaders }) =>
      (await loaders.coordinationByRegion.load(region))?.name ?? null,
    desks: async ({ region }, _arguments, { loaders }) => [...(await loaders.openDesksByRegion.load(region))],
    strategies: async ({ region }, _arguments, { loaders }) => [...(await loaders.strategiesByRegion.load(region))],
    records: async ({ region }, _arguments, { loaders }) => [...(await loaders.recordsByRegion.load(region))],
    facilitatorCount: async ({ region }, _arguments, { loaders }) =>
      (await loaders.networkSummaryByRegion.load(region)).facilitatorCount,
    isDemonstration: async ({ region }, _arguments, { loaders }) =>
      (await loaders.networkSummaryByRegion.load(region)).isDemonstration,
  } satisfies ShardNetworkResolvers<RegionalContext, { readonly region: string }>,
};
