import type { BreakerState } from './circuit-breaker';
import type { FailureStatus } from './outcome';
import type { SubgraphClient } from './subgraph-client';

/** What became of one question to one subgraph, for measurements: one per question, however many requests share it. */
export interface ObservedOutcome {
  /** INSEE code of the region, or `national`. */
  readonly region: string;
  readonly outcome: 'SUCCESS' | FailureStatus;
  /** From the question to the checked answer, repetition included; about 0 when the subgraph was not asked. */
  readonly milliseconds: number;
  /** After this outcome. The national level has no breaker and is always closed. */
  readonly breakerState: BreakerState;
  /** False when the subgraph was spared the question because it is down: such an outcome measures no latency. */
  readonly wasAsked: boolean;
}

/** Takes note of outcomes; must not throw. */
export type OutcomeObserver = (outcome: ObservedOutcome) => void;

/** Tells an observer what becomes of every question. */
export function watchOutcomes(
  inner: SubgraphClient,
  region: string,
  breakerState: () => BreakerState,
  onOutcome: OutcomeObserver | undefined,
): SubgraphClient {
  if (onOutcome === undefined) return inner;
  return {
    ask(question) {
      const start = performance.now();
      return inner.ask(question).then((outcome) => {
        onOutcome({
          region,
          outcome: outcome.status === 'success' ? 'SUCCESS' : outcome.failure,
          milliseconds: performance.now() - start,
          breakerState: breakerState(),
          wasAsked: outcome.status === 'success' || outcome.wasAsked !== false,
        });
        return outcome;
      });
    },
  };
}
