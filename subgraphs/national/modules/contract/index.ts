export { contractResolvers } from './contract.resolvers';
export { createContractService, type ContractService } from './contract.service';
export { isIdOf } from './merge-page';
