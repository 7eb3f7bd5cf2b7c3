import type { DataSource } from 'typeorm';
import { HubError } from '../../../kit/errors';
import type { Caller } from '../../../kit/identity';
import { type Amendment, amendPartnership, type PartnershipOutcome, signPartnership } from './keep-partnership';
import { PartnershipChangeEntity } from './partnership-change.entity';
import { PartnershipEntity } from './partnership.entity';

/** Conventions of the buyers that the association supports. */
export interface PartnershipService {
  /** Conventions of a buyer that the caller sees, the latest first. */
  ofBuyer(buyerId: string): Promise<readonly PartnershipEntity[]>;
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
    ofBuyer: (buyerId) =>
      dataSource.getRepository(PartnershipEntity).find({
        where: { buyer: { id: buyerId } },
        relations: { buyer: true, objectives: true, members: true, documents: true },
        order: { signedOn: 'DESC', id: 'DESC', objectives: { deadline: 'ASC', id: 'ASC' } },
      }),
    changesOf: (partnershipId) =>
      dataSource
        .getRepository(PartnershipChangeEntity)
        .find({ where: { partnership: { id: partnershipId } }, order: { id: 'DESC' } }),
    sign: async (caller, subject, input) => signPartnership(dataSource, association(caller, subject), input),
    amend: async (caller, subject, target, input) =>
      amendPartnership(dataSource, association(caller, subject), target, input),
  };
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
