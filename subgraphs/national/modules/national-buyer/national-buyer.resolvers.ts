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
      nationalBuyer: (_: unknown, { siren }: { siren: string }, { caller, nationalBuyers }: NationalContext) =>
        nationalBuyers.bySiren(siren, caller),
      nationalBuyers: (_: unknown, __: unknown, { caller, nationalBuyers }: NationalContext) =>
        nationalBuyers.all(caller),
    },
    NationalBuyer: {
      activity: ({ siren }: NationalBuyer, { period, by }: ActivityArguments, context: NationalContext) =>
        consolidationOf(service, figuresScopeOf(period, { buyers: [siren] }, by, context)),
    },
  };
}
