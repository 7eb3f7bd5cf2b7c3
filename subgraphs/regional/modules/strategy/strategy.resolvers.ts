import { globalId } from '../../books';
import type { ShardStrategyResolvers } from '../../generated/resolver-types.generated';
import { referenceById } from '../../reference-by-id';
import type { RegionalContext } from '../../regional-context';
import type { SharedStrategy } from './strategy.loaders';

/** Resolvers of strategies of territories. */
export const strategyResolvers = {
  ShardStrategy: {
    __resolveReference: referenceById((loaders) => loaders.strategyById),
    id: (strategy, _arguments, { region }) => globalId(region, strategy.id),
    desk: (strategy, _arguments, { loaders }) => loaders.deskById.load(strategy.deskId),
    isDemonstration: ({ origin }) => origin === 'DEMONSTRATION',
  } satisfies ShardStrategyResolvers<RegionalContext, SharedStrategy>,
};
