import type { HTTPGraphQLHead } from '@apollo/server';
import type { GatewayContext } from '../request-context';

/** An answer as it travels. */
export interface FinishedAnswer {
  readonly head: HTTPGraphQLHead;
  readonly body: Buffer;
}

/** An answer with what has to be counted again for every request that shares it. */
export interface SharedAnswer extends FinishedAnswer {
  readonly repeats: GatewayContext['repeats'];
}

/** Gives one answer to identical requests. */
export interface SharedAnswers {
  /**
   * The answer under that key: the one under way, the one that was ready less than the window ago, or a new one by
   * `make`. `isShared` tells which. Rejects for all that wait when `make` does.
   */
  answer(key: string, make: () => Promise<SharedAnswer>): { answer: Promise<SharedAnswer>; isShared: boolean };
  /** Forgets everything: what comes now may be answered otherwise. Those who wait already get their answer. */
  clear(): void;
}

/** Most answers kept at a time, each for no longer than the window: a bound on memory, not a cache to be tuned. */
const MOST_ANSWERS = 1_000;
/** Largest answer kept beyond its making, in bytes. */
const MOST_BYTES = 1024 * 1024;

/**
 * Shares answers while they are made and for `windowMilliseconds` after (docs/adr/0011): a request that joins an
 * answer under way gets figures that may be as old as a whole deadline, so a few milliseconds more tell it nothing
 * less true. Answers that failed as a whole are not kept.
 */
export function createSharedAnswers(windowMilliseconds: number): SharedAnswers {
  const shared = new Map<string, Promise<SharedAnswer>>();

  function start(key: string, make: () => Promise<SharedAnswer>): Promise<SharedAnswer> {
    const made = make();
    const forget = (): void => {
      if (shared.get(key) === made) shared.delete(key);
    };
    shared.set(key, made);
    made.then((answer) => {
      const isKept = windowMilliseconds > 0 && (answer.head.status ?? 200) === 200 && answer.body.length <= MOST_BYTES;
      if (isKept && shared.size <= MOST_ANSWERS) setTimeout(forget, windowMilliseconds).unref();
      else forget();
    }, forget);
    return made;
  }

  return {
    answer(key, make) {
      const known = shared.get(key);
      return known === undefined ? { answer: start(key, make), isShared: false } : { answer: known, isShared: true };
    },
    clear: () => shared.clear(),
  };
}
