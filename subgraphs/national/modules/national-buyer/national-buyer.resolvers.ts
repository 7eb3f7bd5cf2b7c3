import type { Dimension } from '../../../kit/catalogue';
import type { NationalContext } from '../../context';
import type { Resolvers } from '../../generated/resolver-types.generated';
import { type ConsolidationService, consolidationOf, figuresScopeOf, type PeriodInput } from '../consolidation';
import type { NationalBuyer } from './national-buyer.service';

interface ActivityArguments {
  readonly period: PeriodInput;
  readonly by?: readonly Dimension[] | null;
}

/** Resolvers of national buyers. Their activity is a consolidation filtered on the buyer: one way to count, not two. */
export function nationalBuyerResolvers(service: ConsolidationService): Resolvers<NationalContext> {
  return {
    Query: {
      nationalBuyer: (_: unknown, { siren }: { siren: string }, { nationalBuyers }: NationalContext) =>
        nationalBuyers.bySiren(siren),
      nationalBuyers: (_: unknown, __: unknown, { nationalBuyers }: NationalContext) => nationalBuyers.all(),
    },
    NationalBuyer: {
      activity: ({ siren }: NationalBuyer, { period, by }: ActivityArguments, { directory }: NationalContext) =>
        consolidationOf(service, figuresScopeOf(period, { buyers: [siren] }, by, directory)),
    },
  };
}
