import type { FailureStatus } from './data-source';
import { type Caller, callerKey, PUBLIC_CALLER } from '../subgraphs/kit/identity';
import type { RequestTrace } from './telemetry';
import { type RequestBudget, UNLIMITED_BUDGET } from './request-budget';

/** What the hub records while it answers one request of a client. A type, not an interface: Apollo wants an index signature. */
export type GatewayContext = {
  /** Identifier of the request, quoted in masked errors and passed down to every subgraph. */
  readonly requestId: string;
  /** On whose behalf subgraphs are asked. */
  readonly caller: Caller;
  /** Who the caller is, told to the national level with mutations; no answer of a query depends on it. */
  readonly subject: string | undefined;
  /**
   * Everything about the caller that an answer may depend on, as one text: two requests share an answer
   * under way only if these are equal.
   */
  identityKey: string;
  /** Time left for this request. */
  readonly budget: RequestBudget;
  /** Regions that failed so far, and how; told to the national subgraph when it gathers. */
  readonly failures: Map<string, FailureStatus>;
  /** INSEE codes of the regions that answered from demonstration rows. */
  readonly demonstrationRegions: Set<string>;
  /** Whether the national level answered from demonstration rows. */
  isNationalDemonstration: boolean;
  /** The trace that the request is part of; undefined when nothing is traced. */
  readonly trace: RequestTrace | undefined;
  /** What counts the request, to be called again for each request that is given the same answer. */
  readonly repeats: ((headerOf: HeaderOf) => void)[];
};

/** A header of a request, by its name. */
export type HeaderOf = (name: string) => string | undefined;

/** A blank record for a new request. */
export function createGatewayContext(
  requestId: string,
  budget: RequestBudget = UNLIMITED_BUDGET,
  caller: Caller = PUBLIC_CALLER,
  trace?: RequestTrace,
  subject?: string,
): GatewayContext {
  return {
    requestId,
    caller,
    subject,
    identityKey: callerKey(caller),
    budget,
    failures: new Map(),
    demonstrationRegions: new Set(),
    isNationalDemonstration: false,
    trace,
    repeats: [],
  };
}

/** What a line of the log says of the request that it belongs to. */
export function namesOf({ requestId, trace }: GatewayContext): { requestId: string; traceId?: string } {
  return trace === undefined ? { requestId } : { requestId, traceId: trace.traceId };
}
