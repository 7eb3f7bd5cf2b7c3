export { DeskTerritoryEntity } from './desk-territory.entity';
export { DeskEntity } from './desk.entity';
export { createDeskLoaders, type DeskLoaders } from './desk.loaders';
export { deskResolvers } from './desk.resolvers';
