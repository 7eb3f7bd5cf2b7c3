export { contractResolvers } from './contract.resolvers';
export { createContractService, type ContractService } from './contract.service';
export { createContractLookupService, type ContractLookupService } from './contract-lookup.service';
export { isIdOf } from './merge-page';
