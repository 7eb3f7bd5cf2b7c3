export { BuyerEstablishmentEntity } from './buyer-establishment.entity';
export { BuyerEntity } from './buyer.entity';
export { createBuyerLoaders, type BuyerLoaders } from './buyer.loaders';
export { buyerResolvers } from './buyer.resolvers';
