export { CoordinationEntity } from './coordination.entity';
export { createNetworkLoaders, type NetworkLoaders } from './network.loaders';
export { networkResolvers } from './network.resolvers';
