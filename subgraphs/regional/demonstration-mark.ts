import type { DataSource } from 'typeorm';
import { createBookReader } from './snapshot';

/** Small tables only: the loader of the demonstration refuses to mix it with the entries of desks. */
const HOLDS_DEMONSTRATION = `
  SELECT EXISTS (SELECT FROM demonstration_load)
    OR EXISTS (SELECT FROM coordination WHERE origin = 'DEMONSTRATION')
    OR EXISTS (SELECT FROM desk WHERE origin = 'DEMONSTRATION')
    OR EXISTS (SELECT FROM facilitator WHERE origin = 'DEMONSTRATION')
    OR EXISTS (SELECT FROM buyer WHERE origin = 'DEMONSTRATION') AS holds`;

/** Milliseconds for which an answer is kept: a demonstration is loaded or removed by an operator, seldom. */
const KEPT_FOR = 10_000;

/**
 * Tells whether the database holds demonstration rows, asking it every ten seconds at most. It looks at all rows: the
 * mark is on every answer, whoever asked.
 */
export function createDemonstrationMark(dataSource: DataSource, now: () => Date): () => Promise<boolean> {
  const reader = createBookReader(dataSource, { kind: 'books' });
  let kept: { readonly until: number; readonly answer: Promise<boolean> } | undefined;
  const ask = async (): Promise<boolean> => {
    const [row] = await reader.read((snapshot) => snapshot.query<{ holds: boolean }>(HOLDS_DEMONSTRATION));
    return row?.holds === true;
  };
  return () => {
    const moment = now().getTime();
    if (kept !== undefined && moment < kept.until) return kept.answer;
    const answer = ask();
    kept = { until: moment + KEPT_FOR, answer };
    // A failure is not kept: the next request asks again.
    answer.catch(() => (kept = undefined));
    return answer;
  };
}
