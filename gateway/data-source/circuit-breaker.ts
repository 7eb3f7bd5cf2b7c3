import {
  BrokenCircuitError,
  circuitBreaker,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  handleWhenResult,
} from 'cockatiel';
import type { FailureStatus, Outcome } from './outcome';
import type { SubgraphAnswer, SubgraphClient, SubgraphQuestion } from './subgraph-client';

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
  return new Breaker(inner, config, onStateChange);
}

class Breaker implements BreakingClient {
  readonly #inner: SubgraphClient;
  readonly #policy: CircuitBreakerPolicy;
  #lastFailure: FailureStatus = 'UNREACHABLE';
  /** Whether the last outcome that the policy was told is a silence. */
  #isDoubted = false;

  constructor(inner: SubgraphClient, config: BreakerConfig, onStateChange?: (state: BreakerState) => void) {
    this.#inner = inner;
    this.#policy = circuitBreaker(
      handleWhenResult((result) => isSilence(result as Outcome<SubgraphAnswer>)),
      {
        halfOpenAfter: config.halfOpenAfterMilliseconds,
        breaker: new ConsecutiveBreaker(config.failuresToOpen),
      },
    );
    this.#policy.onStateChange((state) => onStateChange?.(nameOf(state)));
  }

  state(): BreakerState {
    return nameOf(this.#policy.state);
  }

  ask(question: SubgraphQuestion): Promise<Outcome<SubgraphAnswer>> {
    if (this.#policy.state === CircuitState.Closed) return this.#askFreely(question);
    // The policy would make everybody wait for the trial, up to a whole deadline.
    if (this.#policy.state === CircuitState.HalfOpen) return Promise.resolve(this.#spare());
    return this.#tryOnce(question);
  }

  #askFreely(question: SubgraphQuestion): Promise<Outcome<SubgraphAnswer>> {
    return this.#inner.ask(question).then((outcome) => {
      // A good answer after good ones is no news: nearly all are, and the policy is dear.
      if (outcome.status === 'success' && !this.#isDoubted) return outcome;
      return this.#tell(outcome);
    });
  }

  /** Tells the policy what became of a question that it let pass. Once it is open, only a trial counts. */
  async #tell(outcome: Outcome<SubgraphAnswer>): Promise<Outcome<SubgraphAnswer>> {
    this.#remember(outcome);
    if (this.#policy.state === CircuitState.Closed) await this.#policy.execute(() => outcome);
    return outcome;
  }

  async #tryOnce(question: SubgraphQuestion): Promise<Outcome<SubgraphAnswer>> {
    try {
      const outcome = await this.#policy.execute(() => this.#inner.ask({ ...question, isTrial: true }));
      this.#remember(outcome);
      return outcome;
    } catch (error) {
      if (error instanceof BrokenCircuitError) return this.#spare();
      throw error;
    }
  }

  #remember(outcome: Outcome<SubgraphAnswer>): void {
    this.#isDoubted = isSilence(outcome);
    if (outcome.status === 'failure' && this.#isDoubted) this.#lastFailure = outcome.failure;
  }

  #spare(): Outcome<SubgraphAnswer> {
    return {
      status: 'failure',
      failure: this.#lastFailure,
      reason: 'the region is down and is tried again in a moment',
      wasAsked: false,
    };
  }
}

function isSilence(outcome: Outcome<SubgraphAnswer>): boolean {
  return outcome.status === 'failure' && SILENT.has(outcome.failure);
}

function nameOf(state: CircuitState): BreakerState {
  if (state === CircuitState.Closed) return 'closed';
  return state === CircuitState.HalfOpen ? 'half-open' : 'open';
}
