export { createContractLoaders, type ContractLoaders } from './contract.loaders';
export { ContractEntity } from './contract.entity';
export { contractResolvers } from './contract.resolvers';
