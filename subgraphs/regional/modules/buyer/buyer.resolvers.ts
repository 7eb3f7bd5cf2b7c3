import { globalId } from '../../books';
import type { ShardBuyerResolvers } from '../../generated/resolver-types.generated';
import { referenceById } from '../../reference-by-id';
import type { RegionalContext } from '../../regional-context';
import type { BuyerEntity } from './buyer.entity';

/** Resolvers of buyers. */
export const buyerResolvers = {
  ShardBuyer: {
    __resolveReference: referenceById((loaders) => loaders.buyerById),
    id: (buyer, _arguments, { region }) => globalId(region, buyer.id),
  } satisfies ShardBuyerResolvers<RegionalContext, BuyerEntity>,
};
