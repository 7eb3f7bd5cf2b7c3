import { globalId } from '../../books';
import type { ShardDeskResolvers, ShardTerritoryResolvers } from '../../generated/resolver-types.generated';
import { referenceById } from '../../reference-by-id';
import type { RegionalContext } from '../../regional-context';
import type { DeskTerritoryEntity } from './desk-territory.entity';
import type { DeskEntity } from './desk.entity';

/** Resolvers of desks and their territories. */
export const deskResolvers = {
  ShardDesk: {
    __resolveReference: referenceById((loaders) => loaders.deskById),
    id: (desk, _arguments, { region }) => globalId(region, desk.id),
    territories: async (desk, _arguments, { loaders }) => [...(await loaders.territoriesByDeskId.load(desk.id))],
    facilitators: async (desk, _arguments, { loaders }) => [...(await loaders.facilitatorsByDeskId.load(desk.id))],
    isDemonstration: ({ origin }) => origin === 'DEMONSTRATION',
  } satisfies ShardDeskResolvers<RegionalContext, DeskEntity>,
  ShardTerritory: {
    __resolveReference: referenceById((loaders) => loaders.territoryById),
    id: (territory, _arguments, { region }) => globalId(region, territory.id),
  } satisfies ShardTerritoryResolvers<RegionalContext, DeskTerritoryEntity>,
};
