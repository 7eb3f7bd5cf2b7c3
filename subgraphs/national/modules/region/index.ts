export { regionResolvers } from './region.resolvers';
export { createRegionService, type RegionService } from './region.service';
