import type { Dimension } from '../../../kit/catalogue';
import { geography } from '../../../kit/cog';
import type { NationalContext } from '../../context';
import type { Resolvers } from '../../generated/resolver-types.generated';
import { type ConsolidationService, consolidationOf, figuresScopeOf, type PeriodInput } from '../consolidation';
import type { LocalContactService } from '../local-contact';
import type { BuyerEstablishmentEntity } from './buyer-establishment.entity';
import type { EstablishmentOutcome } from './establishment.service';
import { type NationalBuyer, nationalBuyerOf } from './national-buyer.service';

interface ActivityArguments {
  readonly period: PeriodInput;
  readonly by?: readonly Dimension[] | null;
}

interface ChangeArguments {
  readonly input: unknown;
}

/** Resolvers of national buyers. Their activity is a consolidation filtered on the buyer: one way to count, not two. */
export function nationalBuyerResolvers(
  service: ConsolidationService,
  localContacts: LocalContactService,
): Resolvers<NationalContext> {
  return {
    Query: {
      nationalBuyer: (_: unknown, { siren }: { siren: string }, { caller, nationalBuyers }: NationalContext) =>
        nationalBuyers.bySiren(siren, caller),
      nationalBuyers: (_: unknown, __: unknown, { caller, nationalBuyers }: NationalContext) =>
        nationalBuyers.all(caller),
    },
    Mutation: {
      saveBuyerEstablishments: async (_: unknown, { input }: ChangeArguments, context: NationalContext) =>
        resultOf(await context.establishments.save(context.caller, input)),
      removeBuyerEstablishments: async (_: unknown, { input }: ChangeArguments, context: NationalContext) =>
        resultOf(await context.establishments.remove(context.caller, input)),
    },
    NationalBuyer: {
      activity: ({ siren }: NationalBuyer, { period, by }: ActivityArguments, context: NationalContext) =>
        consolidationOf(service, figuresScopeOf(period, { buyers: [siren] }, by, context)),
      establishments: (buyer: NationalBuyer, _: unknown, { caller, establishments }: NationalContext) =>
        establishments.ofBuyer(buyer, caller),
    },
    BuyerEstablishment: {
      communeCode: (row: BuyerEstablishmentEntity) => communeOf(row)?.code ?? null,
      communeName: (row: BuyerEstablishmentEntity) => communeOf(row)?.name ?? null,
      departement: (row: BuyerEstablishmentEntity) => communeOf(row)?.departement ?? null,
      region: (row: BuyerEstablishmentEntity) => {
        const commune = communeOf(row);
        return commune === undefined ? null : { code: commune.region };
      },
      localContact: (row: BuyerEstablishmentEntity) => {
        const commune = communeOf(row);
        return commune === undefined ? null : localContacts.scatter(commune.code);
      },
      isDemonstration: ({ origin }: BuyerEstablishmentEntity) => origin === 'DEMONSTRATION',
    },
  };
}

/** Today's commune: its code may have been that of a commune that was merged since. */
function communeOf({ communeCode }: BuyerEstablishmentEntity) {
  return communeCode === null ? undefined : geography().commune(communeCode);
}

function resultOf(outcome: EstablishmentOutcome) {
  switch (outcome.status) {
    case 'done':
      return { __typename: 'BuyerEstablishmentsSuccess' as const, buyer: nationalBuyerOf(outcome.buyer) };
    case 'not-found':
      return {
        __typename: 'NationalBuyerNotFoundError' as const,
        message: 'The association supports no such buyer. It does from the first partnership on (`signPartnership`).',
      };
    case 'invalid':
      return { __typename: 'InvalidInputError' as const, field: outcome.field, message: outcome.message };
  }
}
