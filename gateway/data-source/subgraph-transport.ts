import { setTimeout as wait } from 'node:timers/promises';
import { type Dispatcher, Pool } from 'undici';
import { ACCEPTED_ENCODINGS, readEncodedAnswer } from './decode-body';
import { failureOf, refusalOf } from './judge-response';
import type { Outcome } from './outcome';

/** How one subgraph is reached. */
export interface TransportConfig {
  /** GraphQL address of the subgraph. */
  readonly url: string;
  /** Milliseconds from the question to the last byte of the answer: waiting for a connection, headers and body. */
  readonly deadlineMilliseconds: number;
  /** Milliseconds that opening a connection may take. Absent: the deadline. */
  readonly connectMilliseconds?: number;
  /** Milliseconds from the question sent to the head of the answer. Absent: the deadline. */
  readonly headersMilliseconds?: number;
  /** Largest body accepted, in bytes, as sent and as inflated. */
  readonly bodyLimitBytes: number;
  /** Most connections kept open. */
  readonly connections: number;
  /**
   * Whether an answer with status 400 is read: a subgraph that refuses a literal of the question says why in
   * it. Only of the national subgraph, whose words are the hub's own.
   */
  readonly readsBadRequests?: boolean;
}

/** A body that arrived whole, with the headers it came with. */
export interface TransportAnswer {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** One question to a subgraph. */
export interface TransportQuestion {
  /** JSON text of the GraphQL request. */
  readonly body: string;
  /** Headers beyond the content type. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the question may be sent a second time: true for queries. */
  readonly isRepeatable: boolean;
}

/** Carries questions to one subgraph. */
export interface SubgraphTransport {
  post(question: TransportQuestion): Promise<Outcome<TransportAnswer>>;
  /** Closes at once. */
  close(): Promise<void>;
  /** Takes no more questions, and closes once the answers under way have come. */
  finish(): Promise<void>;
}

/** Shortest pause before a question is sent again, and how much chance adds, so that gateways do not call in step. */
const PAUSE_MILLISECONDS = 10;
const JITTER_MILLISECONDS = 50;

/**
 * Carries questions over a pool of kept-alive connections. Follows no redirect (a region could point
 * the hub at an internal address), inflates gzip and br under the same limit, and never waits longer than
 * the deadline. A query whose connection failed before any answer, or whose region's proxy says that it is
 * away, is sent once more within the same deadline. Every outcome is a value; nothing is thrown.
 */
export function createSubgraphTransport(config: TransportConfig): SubgraphTransport {
  const url = new URL(config.url);
  const { deadlineMilliseconds } = config;
  const pool = new Pool(url.origin, {
    connections: config.connections,
    connect: { timeout: config.connectMilliseconds ?? deadlineMilliseconds },
    headersTimeout: config.headersMilliseconds ?? 0,
    bodyTimeout: 0,
  });

  async function attempt(question: TransportQuestion, deadline: AbortSignal): Promise<Outcome<TransportAnswer>> {
    let hasBegun = false;
    try {
      const response = await pool.request(requestOf(url, question, deadline));
      hasBegun = true;
      const refusal = refusalOf(response, config.readsBadRequests ?? false);
      if (refusal !== undefined) {
        response.body.on('error', () => undefined).destroy();
        return refusal;
      }
      const encoding = response.headers['content-encoding'];
      const body = await readEncodedAnswer(response.body, encoding, config.bodyLimitBytes);
      return { status: 'success', value: { body, headers: response.headers } };
    } catch (error) {
      if (!deadline.aborted) return failureOf(error, hasBegun);
      return { status: 'failure', failure: 'TIMEOUT', reason: `no answer within ${deadlineMilliseconds} ms` };
    }
  }

  return {
    async post(question) {
      const deadline = new AbortController();
      const timer = setTimeout(() => deadline.abort(), deadlineMilliseconds);
      try {
        const outcome = await attempt(question, deadline.signal);
        if (outcome.status === 'success' || outcome.mayRepeat !== true || !question.isRepeatable) return outcome;
        const isInTime = await pause(deadline.signal);
        return isInTime ? await attempt(question, deadline.signal) : outcome;
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => pool.destroy(),
    finish: () => pool.close(),
  };
}

function requestOf(url: URL, question: TransportQuestion, signal: AbortSignal): Dispatcher.RequestOptions {
  return {
    path: `${url.pathname}${url.search}`,
    method: 'POST',
    headers: {
      ...question.headers,
      'content-type': 'application/json',
      accept: 'application/json',
      'accept-encoding': ACCEPTED_ENCODINGS,
    },
    body: question.body,
    signal,
  };
}

/** Waits a moment; false when the deadline came first. */
async function pause(deadline: AbortSignal): Promise<boolean> {
  const milliseconds = PAUSE_MILLISECONDS + Math.random() * JITTER_MILLISECONDS;
  return wait(milliseconds, true, { signal: deadline }).catch(() => false);
}
