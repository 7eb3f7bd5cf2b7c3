import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhenResult } from 'cockatiel';
import type { FailureStatus, Outcome } from './outcome';
import type { SubgraphAnswer, SubgraphClient } from './subgraph-client';

/** Whether a region is asked (closed), spared (open) or being tried with one question (half-open). */
export type BreakerState = 'closed' | 'half-open' | 'open';

/** When a region counts as down, and how often it is tried then. */
export interface BreakerConfig {
  /** Questions in a row that nobody answered before the region is spared. */
  readonly failuresToOpen: number;
  /** Milliseconds between a failed trial and the next one. */
  readonly halfOpenAfterMilliseconds: number;
}

/** A client that spares a region which is down. */
export interface BreakingClient extends SubgraphClient {
  state(): BreakerState;
}

/**
 * A region that is down costs each process one trial a second, and is back within a second (and one deadline,
 * if it hung) of its recovery.
 */
export const REGION_BREAKER: BreakerConfig = { failuresToOpen: 5, halfOpenAfterMilliseconds: 1_000 };

/**
 * Only silence counts. A region that answers nonsense or refuses is up, and a single question that it answers
 * badly must not take it away from everybody's other questions.
 */
const SILENT: ReadonlySet<FailureStatus> = new Set(['TIMEOUT', 'UNREACHABLE']);

/**
 * Spares a region that left several questions in a row without an answer: until a trial succeeds, every other
 * question gets the last failure at once. The question that serves as the trial is not repeated.
 */
export function withBreaker(
  inner: SubgraphClient,
  config: BreakerConfig,
  onStateChange?: (state: BreakerState) => void,
): BreakingClient {
  const policy = circuitBreaker(
    handleWhenResult((result) => isSilence(result as Outcome<SubgraphAnswer>)),
    {
      halfOpenAfter: config.halfOpenAfterMilliseconds,
      breaker: new ConsecutiveBreaker(config.failuresToOpen),
    },
  );
  policy.onStateChange((state) => onStateChange?.(nameOf(state)));
  let lastFailure: FailureStatus = 'UNREACHABLE';

  const spare = (): Outcome<SubgraphAnswer> => ({
    status: 'failure',
    failure: lastFailure,
    reason: 'the region is down and is tried again in a moment',
    wasAsked: false,
  });

  return {
    state: () => nameOf(policy.state),
    async ask(question) {
      // The policy would make everybody wait for the trial, up to a whole deadline.
      if (policy.state === CircuitState.HalfOpen) return spare();
      const isTrial = policy.state === CircuitState.Open;
      try {
        return await policy.execute(async () => {
          const outcome = await inner.ask(isTrial ? { ...question, isTrial } : question);
          if (outcome.status === 'failure' && isSilence(outcome)) lastFailure = outcome.failure;
          return outcome;
        });
      } catch (error) {
        if (error instanceof BrokenCircuitError) return spare();
        throw error;
      }
    },
  };
}

function isSilence(outcome: Outcome<SubgraphAnswer>): boolean {
  return outcome.status === 'failure' && SILENT.has(outcome.failure);
}

function nameOf(state: CircuitState): BreakerState {
  if (state === CircuitState.Closed) return 'closed';
  return state === CircuitState.HalfOpen ? 'half-open' : 'open';
}
