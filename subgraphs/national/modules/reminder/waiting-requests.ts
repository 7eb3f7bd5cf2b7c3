import type { DataSource } from 'typeorm';
import type { Caller } from '../../../kit/identity';
import { MobilisationRequestEntity, nextActorOf, visibilityOf } from '../mobilisation';

/** Most requests named in one digest; their number is always told. */
const MOST_NAMED = 50;

/** A request that waits for somebody longer than agreed. */
export interface WaitingRequest {
  readonly id: string;
  readonly title: string;
  readonly siren: string;
  readonly region: string;
  readonly state: MobilisationRequestEntity['state'];
  readonly waitingSince: Date;
  readonly dueAt: Date;
}

/** What waits for one caller. */
export interface Waiting {
  readonly count: number;
  /** Those that wait longest, first. */
  readonly requests: readonly WaitingRequest[];
}

/**
 * What waits longer than agreed for a caller to act. The association is told of everything that waits: it is whom
 * others call. One read, whatever the number of requests that wait for others.
 */
export async function waitingFor(dataSource: DataSource, caller: Caller, now: Date): Promise<Waiting> {
  const { sql, value } = visibilityOf(caller);
  const late = await dataSource
    .createQueryBuilder(MobilisationRequestEntity, 'request')
    .where(sql, { mine: value })
    .andWhere('request.due_at < :now', { now })
    .orderBy('request.due_at', 'ASC')
    .addOrderBy('request.id', 'ASC')
    .getMany();
  const own = late.filter((request) => caller.role === 'consolidator' || nextActorOf(request) === caller.role);
  const named = own
    .slice(0, MOST_NAMED)
    .flatMap(({ dueAt, ...request }) => (dueAt === null ? [] : [viewOf(request, dueAt)]));
  return { count: own.length, requests: named };
}

function viewOf(request: Omit<MobilisationRequestEntity, 'dueAt'>, dueAt: Date): WaitingRequest {
  const { publicId: id, title, siren, regionCode: region, state, waitingSince } = request;
  return { id, title, siren, region, state, waitingSince, dueAt };
}
