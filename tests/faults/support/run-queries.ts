import { checkAnswer, type Evidence, type Violation } from './checker';
import { type ConsolidatedQuery, drawQuery, expectedRegions, requestOf } from './consolidated-query';
import { NO_FAULT } from './faults';
import type { History } from './history';
import type { SeededRandom } from './seeded-random';

/** How a run asks. */
export interface RunOptions {
  readonly url: string;
  /** Token of the caller; none is sent when it is empty. */
  readonly token?: string;
  readonly queries: number;
  /** Queries under way at the same time. */
  readonly concurrency: number;
  readonly random: SeededRandom;
  readonly history: History;
  /** Name of the run, part of its request identifiers. */
  readonly name: string;
  /** Milliseconds for which the past of a region may still show when it was not asked. */
  readonly graceMilliseconds: number;
  /** Milliseconds after which an answer is too late; never too late when undefined. */
  readonly limitMilliseconds?: number;
  readonly onProgress?: (done: number) => void;
  /** Done by the asker of a query before it, with its number from 1; its time is not that of the query. */
  readonly beforeQuery?: (number: number) => Promise<void>;
}

/** One query that was asked and checked. */
export interface CheckedQuery {
  readonly query: ConsolidatedQuery;
  readonly milliseconds: number;
  readonly violations: readonly Violation[];
  /** Whether every region it asked for answered as it should, at every time it was asked. */
  readonly isQuiet: boolean;
  /** The faults met and what the answer said of their regions, as `fault STATUS`. */
  readonly outcomes: readonly string[];
}

/** Faults that a late answer may come from. */
const TAKES_TIME = new Set(['hang', 'drip', 'slow', 'huge-body', 'gzip-bomb']);

/** Asks queries that the seed gives, and checks every answer. */
export async function runQueries(options: RunOptions): Promise<CheckedQuery[]> {
  const { queries, concurrency, random, onProgress, beforeQuery } = options;
  const checked: CheckedQuery[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < queries) {
      const number = (next += 1);
      const query = drawQuery(random);
      await beforeQuery?.(number);
      checked.push(await askAndCheck(options, `${options.name}-${String(number).padStart(8, '0')}`, query));
      onProgress?.(checked.length);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return checked;
}

async function askAndCheck(options: RunOptions, requestId: string, query: ConsolidatedQuery): Promise<CheckedQuery> {
  const { history, graceMilliseconds, limitMilliseconds = Infinity } = options;
  const startedAt = performance.now();
  const text = await askHub(options, requestId, query);
  const endedAt = performance.now();
  const evidence: Evidence = {
    served: (code, round) => history.faultsServed(requestId, code, round),
    around: (code) => history.faultsBetween(code, startedAt - graceMilliseconds, endedAt),
  };
  const named = ({ kind, detail }: Violation): Violation => ({ kind, detail: `${detail} (${requestId})` });
  const violations = checkAnswer(query, text, evidence).map(named);
  const milliseconds = endedAt - startedAt;
  if (milliseconds > limitMilliseconds) {
    const slow = expectedRegions(query).flatMap((code) =>
      (['figures', 'distinct'] as const).flatMap((round) =>
        evidence.served(code, round).flatMap((fault) => (TAKES_TIME.has(fault) ? [`${code} ${fault} (${round})`] : [])),
      ),
    );
    violations.push({ kind: 'LATE', detail: `${Math.round(milliseconds)} ms, ${slow.join(', ')}` });
  }
  const result: CheckedQuery = {
    query,
    milliseconds,
    violations,
    isQuiet: expectedRegions(query).every((code) =>
      (['figures', 'distinct'] as const).every((round) =>
        evidence.served(code, round).every((fault) => fault === NO_FAULT),
      ),
    ),
    outcomes: outcomesOf(text, query, evidence),
  };
  history.forget(requestId);
  return result;
}

/** The body of the answer; empty when there is none. */
async function askHub(
  { url, token = '' }: Pick<RunOptions, 'url' | 'token'>,
  requestId: string,
  query: ConsolidatedQuery,
): Promise<string> {
  const authorization: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': requestId, ...authorization },
      body: JSON.stringify(requestOf(query)),
    });
    return await response.text();
  } catch {
    return '';
  }
}

function outcomesOf(text: string, query: ConsolidatedQuery, evidence: Evidence): string[] {
  return expectedRegions(query).map((code) => {
    const faults = evidence.served(code, 'figures');
    const status = new RegExp(`"region":\\{"code":"${code}"\\},"status":"([A-Z_]+)"`).exec(text)?.[1] ?? '?';
    return `${faults.length === 0 ? 'not asked' : faults.join(', then ')} ${status}`;
  });
}
