import type { Snapshot } from './read-snapshot';

/** Keeps answers for as long as nothing at all was committed to the database since they were read. */
export interface UnchangedAnswers {
  /** The kept answer to `key` if the books are still as they were then; otherwise reads it anew. */
  read<Answer extends object>(snapshot: Snapshot, key: string, read: () => Promise<Answer>): Promise<Answer>;
}

/**
 * A small store of answers, each kept with the state of the database it was read from. It is exact, not a
 * matter of seconds: PostgreSQL's snapshot identifier changes with any commit, and then the answer is read
 * again. `isWorthKeeping` bounds the memory of large answers; the longest unused answers go first.
 */
export function createUnchangedAnswers(
  capacity: number,
  isWorthKeeping: (answer: object) => boolean = () => true,
): UnchangedAnswers {
  const kept = new Map<string, { readonly state: string; readonly answer: object }>();
  return {
    async read<Answer extends object>(snapshot: Snapshot, key: string, read: () => Promise<Answer>): Promise<Answer> {
      const found = kept.get(key);
      kept.delete(key);
      if (found?.state === snapshot.state) {
        kept.set(key, found);
        return found.answer as Answer;
      }
      const answer = await read();
      if (isWorthKeeping(answer)) kept.set(key, { state: snapshot.state, answer });
      const oldest = kept.size > capacity ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      return answer;
    },
  };
}
