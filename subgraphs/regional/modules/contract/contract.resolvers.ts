import { answeredFor, decodeContractsScope } from '../../../kit/scope';
import { globalId } from '../../books';
import type { ShardContractPageResolvers, ShardContractResolvers } from '../../generated/resolver-types.generated';
import { referenceById } from '../../reference-by-id';
import type { RegionalContext } from '../../regional-context';
import type { PageQuestion } from './contract-page.service';
import type { ContractEntity } from './contract.entity';

/** A page whose scope was understood. */
interface PageShard {
  readonly region: string;
  readonly scope: string;
  readonly question: PageQuestion;
}

/** Resolvers of contracts and of their pages. */
export const contractResolvers = {
  ShardContractPage: {
    __resolveReference: async ({ region, scope }: { region: string; scope: string }, context: RegionalContext) => {
      if (region !== context.region.code) return null;
      return { region, scope, question: { scope: decodeContractsScope(scope), encodedScope: scope } };
    },
    answeredFor: ({ region, scope }) => answeredFor(region, scope),
    asOf: ({ question }, _arguments, { loaders }) => loaders.contractPage.load(question, 'asOf'),
    totalCount: ({ question }, _arguments, { loaders }) => loaders.contractPage.load(question, 'totalCount'),
    entries: async ({ question }, _arguments, { loaders }) => [
      ...(await loaders.contractPage.load(question, 'entries')),
    ],
  } satisfies ShardContractPageResolvers<RegionalContext, PageShard>,
  ShardContract: {
    __resolveReference: referenceById((loaders) => loaders.contractById),
    id: (contract, _arguments, { region }) => globalId(region, contract.id),
    buyer: (contract, _arguments, { loaders }) => loaders.buyerById.load(contract.buyerId),
    operationTitle: async ({ operationId }, _arguments, { loaders }) =>
      operationId === null ? null : ((await loaders.operationById.load(operationId))?.title ?? null),
    amount: ({ amountCents }) => (amountCents === null ? null : Number(amountCents) / 100),
    departement: ({ departementCode }) => departementCode,
    decp: ({ source, externalId }) => (source === 'DECP' ? externalId : null),
    hoursPlanned: async (contract, _arguments, { loaders }) =>
      inHours((await loaders.hoursByContractId.load(contract.id))?.planned),
    hoursDone: async (contract, _arguments, { loaders }) => {
      const done = (await loaders.hoursByContractId.load(contract.id))?.done;
      // A contract known from open data alone is not followed by a desk: its hours are not 0 but unknown.
      return inHours(done ?? (contract.origin === 'DECP' ? null : '0'));
    },
    isDemonstration: ({ origin }) => origin === 'DEMONSTRATION',
  } satisfies ShardContractResolvers<RegionalContext, ContractEntity>,
};

function inHours(hundredths: string | null | undefined): number | null {
  return hundredths === null || hundredths === undefined ? null : Number(hundredths) / 100;
}
