import type { NationalContext } from '../../context';
import type { Resolvers } from '../../generated/resolver-types.generated';
import { gather } from '../../gather';
import { restrictionOf } from '../caller-scope';
import { type ContractArguments, contractsScopeOf } from './ask-contracts';
import type { ContractLookupService } from './contract-lookup.service';
import type { ContractService } from './contract.service';

/** Resolvers of contracts: pages over all regions, and one by its identifier. */
export function contractResolvers(service: ContractService, lookup: ContractLookupService): Resolvers<NationalContext> {
  return {
    Query: {
      contracts: (_: unknown, given: ContractArguments, context: NationalContext) =>
        service.scatter(contractsScopeOf(given, context)),
      contract: (_: unknown, { id }: { id: string }, context: NationalContext) => lookup.scatter(id, context),
    },
    ContractConnection: {
      restrictedTo: (_: unknown, __: unknown, { caller }: NationalContext) => restrictionOf(caller),
      edges: gather(service.edges),
      pageInfo: gather(service.pageInfo),
      coverage: gather(service.coverage),
      totalCount: gather(service.totalCount),
      skippedEarlier: gather(service.skippedEarlier),
    },
    ContractLookup: {
      status: gather(lookup.status),
      contract: gather(lookup.contract),
    },
  };
}
