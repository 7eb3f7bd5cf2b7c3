export { networkLifeResolvers } from './network-life.resolvers';
export { createNetworkLifeService, type NetworkLifeService } from './network-life.service';
export {
  DeskResourceEntity,
  type ResourceKind,
  ResourceVersionEntity,
  SharedResourceEntity,
} from './shared-resource.entity';
export { TrainingEntity, TrainingSeatEntity } from './training.entity';
