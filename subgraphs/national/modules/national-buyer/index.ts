export { NationalBuyerEntity } from './national-buyer.entity';
export { nationalBuyerResolvers } from './national-buyer.resolvers';
export { createNationalBuyerService, type NationalBuyer, type NationalBuyerService } from './national-buyer.service';
