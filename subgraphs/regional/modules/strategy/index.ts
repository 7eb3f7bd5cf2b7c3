export { DeskHostEntity } from './desk-host.entity';
export { TerritoryStrategyEntity } from './territory-strategy.entity';
export { createStrategyLoaders, type SharedStrategy, type StrategyLoaders } from './strategy.loaders';
export { strategyResolvers } from './strategy.resolvers';
