import { HubError } from '../../../kit/errors';
import type { Caller } from '../../../kit/identity';
import type { Decide } from './change-request';
import { findRegion } from '../../../kit/regions';
import type { MobilisationRequestEntity } from './mobilisation-request.entity';
import { invalid, type RequestOutcome } from './request-outcome';
import { adjustmentFaultOf } from './adjustment-fault';
import { sizeOperation, type SizingAdjustments } from './size-operation';
import type { MobilisationState } from './transitions';

/** Most desks that one request is sent to. */
const MAX_ADDRESSED = 10;

/** States to which a request is brought by a word, rather than by a sizing or by being sent elsewhere. */
export type MoveTo = Exclude<MobilisationState, 'ANNOUNCED' | 'SIZED'>;

/** Sends an announced request, or one that was declined, to desks of its region: by its coordination or the association. */
export function addressTo(desks: readonly string[]): Decide {
  return (current, { caller }) => {
    if (current.state !== 'ANNOUNCED' && current.state !== 'DECLINED') {
      return refusedIn(current, 'Only a request that is announced or declined is sent to desks.');
    }
    if (caller.role !== 'coordination' && caller.role !== 'consolidator') {
      return refusedIn(current, 'A request is sent to desks by the coordination of its region, or by the association.');
    }
    const unique = [...new Set(desks)];
    if (unique.length === 0 || unique.length > MAX_ADDRESSED) {
      return invalid('desks', `Name 1 to ${MAX_ADDRESSED} desks by their global identifiers, such as "53-1".`);
    }
    const foreign = unique.find((desk) => !isDeskOf(current.regionCode, desk));
    if (foreign !== undefined) {
      const message = `"${foreign.slice(0, 40)}" is no desk of the region ${current.regionCode} of the request.`;
      return invalid('desks', message);
    }
    const detail = `Adressée à ${unique.join(', ')}`;
    return { kind: 'ADDRESSED', to: 'ANNOUNCED', values: { ...BEGUN_AGAIN, addressedDesks: unique }, detail };
  };
}

/** Brings a request to a state by word of who may. */
export function moveTo(to: MoveTo): Decide {
  return (current, { caller }) => {
    const isWork = to === 'TAKEN_OVER' || to === 'CLAUSE_DRAFTED' || to === 'IN_EXECUTION' || to === 'DECLINED';
    if (isWork || (to === 'CLOSED' && current.state === 'IN_EXECUTION')) {
      const other = notItsOwn(current, caller, to);
      if (other !== undefined) return other;
    }
    if (to === 'TAKEN_OVER') return { kind: 'MOVED', to, values: holderOf(caller) };
    if (to === 'DECLINED' && current.state === 'ANNOUNCED' && caller.role === 'desk') {
      const others = current.addressedDesks.filter((desk) => desk !== caller.desk);
      if (others.length > 0) {
        return { kind: 'DESK_DECLINED', to: 'ANNOUNCED', values: { addressedDesks: others } };
      }
    }
    return { kind: 'MOVED', to, values: {} };
  };
}

/** Agrees on the hours: by the formula with other values, or otherwise with a reason. */
export function sizeAs(adjustments: SizingAdjustments, hours: number | null, note: string | null): Decide {
  return (current, { caller }) => {
    const other = notItsOwn(current, caller, 'SIZED');
    if (other !== undefined) return other;
    const fault = adjustmentFaultOf(adjustments);
    if (fault !== undefined) return fault;
    if (hours !== null && (!Number.isFinite(hours) || hours < 0 || hours > 10_000_000)) {
      return invalid('hours', 'Hours are from 0 to 10,000,000.');
    }
    if (hours !== null && note === null) return invalid('note', 'Hours other than the formula gives need a reason.');
    const computed = sizeOperation({ ...current, amount: Number(current.amount) }, adjustments);
    const agreedSizing = hours === null ? computed : { ...computed, hours };
    return { kind: 'SIZED', to: 'SIZED', values: { agreedSizing }, detail: `${agreedSizing.hours} heures` };
  };
}

/** Nothing of what one desk did binds the next. */
const BEGUN_AGAIN = { desk: null, handledByCoordination: false, agreedSizing: null } as const;

/** Sends a request to another region, or to the same one again. */
export function redirectTo(region: string): Decide {
  return () => {
    const found = findRegion(region);
    if (found === undefined) return invalid('region', `No region has the INSEE code "${region.slice(0, 20)}".`);
    const values = { ...BEGUN_AGAIN, regionCode: found.code, addressedDesks: [] };
    return { kind: 'REDIRECTED', to: 'ANNOUNCED', values, detail: `Région ${found.code}` };
  };
}

/** Throws FORBIDDEN unless the caller is of the association: for what it alone does. */
export function requireAssociation(caller: Caller, coordinate: string): void {
  if (caller.role === 'consolidator') return;
  throw new HubError('FORBIDDEN', `${coordinate} needs the role "consolidator".`);
}

function holderOf(caller: Caller): Partial<MobilisationRequestEntity> {
  return caller.role === 'desk'
    ? { desk: caller.desk, handledByCoordination: false }
    : { desk: null, handledByCoordination: true };
}

/**
 * A desk works on what it took over, and on nothing that another one holds. A coordination works on what it holds
 * itself; it may decline for its region, and take over what it has sent to no desk.
 */
function notItsOwn(
  current: MobilisationRequestEntity,
  caller: Caller,
  to: MobilisationState,
): RequestOutcome | undefined {
  const isHeld = current.desk !== null || current.handledByCoordination;
  if (caller.role === 'desk' && isHeld && current.desk !== caller.desk) {
    return refusedIn(current, `The request is held by ${current.desk ?? 'the coordination of its region'}.`);
  }
  if (caller.role === 'coordination' && to !== 'DECLINED') {
    if (current.desk !== null) return refusedIn(current, `The request is held by the desk ${current.desk}.`);
    if (to === 'TAKEN_OVER' && current.addressedDesks.length > 0) {
      return refusedIn(current, 'The request was sent to desks: one of them takes it over.');
    }
  }
  return undefined;
}

function isDeskOf(region: string, desk: string): boolean {
  return desk.startsWith(`${region}-`) && /^[0-9A-Z]{2,4}-[1-9]\d{0,17}$/.test(desk);
}

function refusedIn(current: MobilisationRequestEntity, message: string): RequestOutcome {
  return { status: 'refused', code: 'MOBILISATION_STEP_REFUSED', message, current };
}
