/** Time left to answer one request of a client, whatever number of rounds of questions it takes. */
export interface RequestBudget {
  /** Milliseconds left; not positive once the time is up. */
  remainingMilliseconds(): number;
}

/** No bound beyond the deadlines of the subgraphs themselves. */
export const UNLIMITED_BUDGET: RequestBudget = Object.freeze({ remainingMilliseconds: () => Infinity });

/** Starts the time of one request. The clock must never go back. */
export function createRequestBudget(milliseconds: number, now: () => number = () => performance.now()): RequestBudget {
  const end = now() + milliseconds;
  return { remainingMilliseconds: () => end - now() };
}
