export { FacilitatorEntity } from './facilitator.entity';
export { createFacilitatorLoaders, type FacilitatorLoaders } from './facilitator.loaders';
export { facilitatorResolvers } from './facilitator.resolvers';
