import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { checkOperation, type CheckedOperation, type OperationInput } from './check-operation';
import { MobilisationEventEntity } from './mobilisation-history.entity';
import { MobilisationRequestEntity } from './mobilisation-request.entity';
import { partyOf, type RequestActor } from './request-caller';
import { invalid, type RequestOutcome } from './request-outcome';
import { sizeOperation } from './size-operation';
import { dueAtOf } from './transitions';

/** A buyer announces for its own SIRENs only; others' answer as one that is not its own, whatever they are. */
export function mayAnnounceFor({ caller }: RequestActor, siren: string): boolean {
  return caller.role === 'consolidator' || (caller.role === 'buyer' && caller.sirens.includes(siren));
}

/** The row of a request that begins now. */
export function announcedRow(operation: CheckedOperation, now: Date, publicId: string = randomUUID()) {
  return {
    ...operation,
    lots: [...operation.lots],
    amount: operation.amount.toFixed(2),
    origin: 'ENTERED' as const,
    publicId,
    createdAt: now,
    version: 1,
    state: 'ANNOUNCED' as const,
    waitingSince: now,
    dueAt: dueAtOf('ANNOUNCED', now, operation.endsOn),
    addressedDesks: [],
    desk: null,
    handledByCoordination: false,
    proposedSizing: sizeOperation(operation),
    agreedSizing: null,
    declineReason: null,
    programme: null,
    programmeLine: null,
  };
}

/** Announces one operation. */
export async function announceRequest(
  manager: EntityManager,
  input: OperationInput,
  actor: RequestActor,
  now: Date,
): Promise<RequestOutcome> {
  const operation = checkOperation(input);
  if ('status' in operation) return operation;
  if (!mayAnnounceFor(actor, operation.siren)) {
    return invalid('siren', 'A buyer announces operations of its own SIRENs only; the association announces for any.');
  }
  const request = await manager.getRepository(MobilisationRequestEntity).save(announcedRow(operation, now));
  await manager.getRepository(MobilisationEventEntity).insert({
    origin: 'ENTERED',
    request: { id: request.id },
    kind: 'MOVED',
    actor: actor.subject,
    role: actor.role,
    party: partyOf(actor, request.siren),
    fromState: null,
    toState: 'ANNOUNCED',
    note: null,
    createdAt: now,
  });
  return { status: 'done', request };
}
