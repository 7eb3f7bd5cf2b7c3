import type { NationalContext } from '../../context';
import type { Resolvers } from '../../generated/resolver-types.generated';
import { gather } from '../../gather';
import { type ContractArguments, contractsScopeOf } from './ask-contracts';
import type { ContractService } from './contract.service';

/** Resolvers of the pages of contracts over all regions. */
export function contractResolvers(service: ContractService): Resolvers<NationalContext> {
  return {
    Query: {
      contracts: (_: unknown, given: ContractArguments, { directory }: NationalContext) =>
        service.scatter(contractsScopeOf(given, directory)),
    },
    ContractConnection: {
      edges: gather(service.edges),
      pageInfo: gather(service.pageInfo),
      coverage: gather(service.coverage),
      totalCount: gather(service.totalCount),
      skippedEarlier: gather(service.skippedEarlier),
    },
  };
}
