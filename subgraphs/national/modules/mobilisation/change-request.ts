import type { DataSource, EntityManager } from 'typeorm';
import { type EventKind, MobilisationEventEntity } from './mobilisation-history.entity';
import { MobilisationRequestEntity } from './mobilisation-request.entity';
import { partyOf, type RequestActor, visibilityOf } from './request-caller';
import { type Fault, invalid, type RequestOutcome } from './request-outcome';
import { dueAtOf, type MobilisationState, nextStatesFor, transitionOf } from './transitions';

/** Longest note, in characters. */
const MAX_NOTE = 4_000;

/** Which request is changed, and the version that whoever changes it has seen. */
export interface ChangeTarget {
  readonly id: string;
  readonly version: number;
  readonly note?: string | null | undefined;
}

/** A change: where it leads, and what it writes. */
export interface Change {
  readonly kind: EventKind;
  readonly to: MobilisationState;
  readonly values: Partial<MobilisationRequestEntity>;
  /** Kept with the note in the history. */
  readonly detail?: string;
}

/** What a change depends on: the request as it is, under lock. A refusal is a value. */
export type Decide = (current: MobilisationRequestEntity, actor: RequestActor) => Change | RequestOutcome;

/** Identifiers are UUIDs; anything else is nobody's. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A request that the caller sees, or null: it does not exist, or is somebody else's, and nobody can tell which. */
export async function findRequest(
  manager: EntityManager,
  id: string,
  caller: RequestActor['caller'],
  isLocked = false,
): Promise<MobilisationRequestEntity | null> {
  if (!UUID.test(id)) return null;
  const { sql, value } = visibilityOf(caller);
  const query = manager
    .createQueryBuilder(MobilisationRequestEntity, 'request')
    .where('request.public_id = :id', { id })
    .andWhere(sql, { mine: value });
  return (isLocked ? query.setLock('pessimistic_write') : query).getOne();
}

/**
 * Changes a request in one transaction: found, locked, compared with the version that was seen, judged by the table of
 * transitions, written with its history. Of two who answer at once, the second finds another version and is told what
 * is there now.
 */
export async function changeRequest(
  dataSource: DataSource,
  target: ChangeTarget,
  actor: RequestActor,
  now: Date,
  decide: Decide,
): Promise<RequestOutcome> {
  const note = target.note?.trim() || null;
  if (note !== null && note.length > MAX_NOTE) return invalid('note', `A note has at most ${MAX_NOTE} characters.`);
  return dataSource.transaction(async (manager) => {
    const current = await findRequest(manager, target.id, actor.caller, true);
    if (current === null) return { status: 'not-found' };
    if (current.version !== target.version) return { status: 'conflict', current };
    const change = decide(current, actor);
    if ('status' in change) return change;
    const refusal = isStep(change) ? refusalOf(current, change.to, actor, note) : undefined;
    if (refusal !== undefined) return refusal;
    return { status: 'done', request: await write(manager, current, change, { actor, note, now }) };
  });
}

/** Who is asked, and who of them stands back, is no step: the request stays announced, and `decide` says who may. */
function isStep({ kind }: Change): boolean {
  return kind !== 'ADDRESSED' && kind !== 'DESK_DECLINED';
}

/** Why a step is not taken; undefined when it is. */
function refusalOf(
  current: MobilisationRequestEntity,
  to: MobilisationState,
  { role }: RequestActor,
  note: string | null,
): RequestOutcome | Fault | undefined {
  const step = transitionOf(current.state, to);
  if (step === undefined || !step.by.includes(role)) {
    const open = nextStatesFor(current.state, role).join(', ') || 'none';
    const message = `A request that is ${current.state} is not brought to ${to} by the role "${role}". Open to it: ${open}.`;
    return { status: 'refused', code: 'MOBILISATION_STEP_REFUSED', message, current };
  }
  if (step.needsNote && note === null)
    return invalid('note', `${to} has to be explained: write the reason as \`note\`.`);
  return undefined;
}

async function write(
  manager: EntityManager,
  current: MobilisationRequestEntity,
  { kind, to, values, detail }: Change,
  { actor, note, now }: { readonly actor: RequestActor; readonly note: string | null; readonly now: Date },
): Promise<MobilisationRequestEntity> {
  const from = current.state;
  const next = {
    ...values,
    state: to,
    version: current.version + 1,
    declineReason: to === 'DECLINED' ? note : null,
    // A desk that stands back leaves the others no more time than they had.
    ...(kind === 'DESK_DECLINED' ? {} : { waitingSince: now, dueAt: dueAtOf(to, now, current.endsOn) }),
  };
  const request = await manager.getRepository(MobilisationRequestEntity).save(Object.assign(current, next));
  await manager.getRepository(MobilisationEventEntity).insert({
    origin: 'ENTERED',
    request: { id: request.id },
    kind,
    actor: actor.subject,
    role: actor.role,
    party: partyOf(actor, request.siren),
    fromState: from,
    toState: to,
    note: [detail, note].filter((text) => text != null).join(' · ') || null,
    createdAt: now,
  });
  return request;
}
