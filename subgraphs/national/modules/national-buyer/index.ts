export { BuyerEstablishmentEntity } from './buyer-establishment.entity';
export { createEstablishmentService, type EstablishmentService } from './establishment.service';
export { NationalBuyerEntity } from './national-buyer.entity';
export { nationalBuyerResolvers } from './national-buyer.resolvers';
export { createNationalBuyerService, type NationalBuyer, type NationalBuyerService } from './national-buyer.service';
