import type { DataSource } from 'typeorm';
import { HubError } from '../../../kit/errors';
import type { Caller } from '../../../kit/identity';
import { ownSirensOf } from '../caller-scope';
import { type Amendment, amendPartnership, type PartnershipOutcome, signPartnership } from './keep-partnership';
import { PartnershipChangeEntity } from './partnership-change.entity';
import { PartnershipEntity } from './partnership.entity';

/** Conventions of the buyers that the association supports. */
export interface PartnershipService {
  /** Conventions of a buyer that the caller sees, the latest first: a buyer those that it is a party of. */
  ofBuyer(buyerId: string, caller: Caller): Promise<readonly PartnershipEntity[]>;
  /** What was changed of a convention, the latest first. */
  changesOf(partnershipId: string): Promise<readonly PartnershipChangeEntity[]>;
  /** Throws FORBIDDEN unless the association signs. */
  sign(caller: Caller, subject: string | undefined, input: unknown): Promise<PartnershipOutcome>;
  /** Throws FORBIDDEN unless the association amends. */
  amend(caller: Caller, subject: string | undefined, target: Amendment, input: unknown): Promise<PartnershipOutcome>;
}

/** Builds the service. */
export function createPartnershipService(dataSource: DataSource): PartnershipService {
  return {
    ofBuyer: async (buyerId, caller) => {
      const found = await dataSource.getRepository(PartnershipEntity).find({
        where: { buyer: { id: buyerId } },
        relations: { buyer: true, objectives: true, members: true, documents: true },
        order: { signedOn: 'DESC', id: 'DESC', objectives: { deadline: 'ASC', id: 'ASC' } },
      });
      const own = ownSirensOf(caller);
      return own === null ? found : found.filter((one) => partiesOf(one).some((siren) => own.includes(siren)));
    },
    changesOf: (partnershipId) =>
      dataSource
        .getRepository(PartnershipChangeEntity)
        .find({ where: { partnership: { id: partnershipId } }, order: { id: 'DESC' } }),
    sign: async (caller, subject, input) => signPartnership(dataSource, association(caller, subject), input),
    amend: async (caller, subject, target, input) =>
      amendPartnership(dataSource, association(caller, subject), target, input),
  };
}

/** SIRENs of the buyer and of the other legal units under its convention. */
function partiesOf({ buyer, members }: PartnershipEntity): readonly string[] {
  return [buyer.siren, ...members.map(({ siren }) => siren)];
}

/** Who of the association it is. */
function association({ role }: Caller, subject: string | undefined): string {
  if (role !== 'consolidator') throw new HubError('FORBIDDEN', 'Only the national association keeps partnerships.', {});
  if (subject !== undefined) return subject;
  throw new HubError(
    'UNAUTHENTICATED',
    'Partnerships keep who changed what, and the gateway did not say who asks.',
    {},
  );
}
