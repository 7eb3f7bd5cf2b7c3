import { globalId } from '../../books';
import type { ShardFacilitatorResolvers } from '../../generated/resolver-types.generated';
import { referenceById } from '../../reference-by-id';
import type { RegionalContext } from '../../regional-context';
import type { FacilitatorEntity } from './facilitator.entity';

/** Resolvers of facilitators. */
export const facilitatorResolvers = {
  ShardFacilitator: {
    __resolveReference: referenceById((loaders) => loaders.facilitatorById),
    id: (facilitator, _arguments, { region }) => globalId(region, facilitator.id),
    isDemonstration: ({ origin }) => origin === 'DEMONSTRATION',
  } satisfies ShardFacilitatorResolvers<RegionalContext, FacilitatorEntity>,
};
