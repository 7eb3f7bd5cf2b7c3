import { Pool } from 'undici';
import { type AddressPolicy, createAddressGuard } from '../../subgraphs/kit/addresses';
import { AnswerReader, type TransportAnswer } from './answer-reader';
import { ACCEPTED_ENCODINGS } from './decode-body';
import type { Outcome } from './outcome';

/** How one subgraph is reached. */
export interface TransportConfig {
  /** GraphQL address of the subgraph. */
  readonly url: string;
  /** Milliseconds from the question to the last byte of the answer: waiting for a connection, headers and body. */
  readonly deadlineMilliseconds: number;
  /** Milliseconds that opening a connection may take. Absent: the deadline. */
  readonly connectMilliseconds?: number;
  /** Addresses that connections may go to, looked at when each is opened. Absent: any. */
  readonly addresses?: AddressPolicy;
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

/** Type of the body of every question. */
export const QUESTION_CONTENT_TYPE = 'application/json';

const FIXED_HEADERS = {
  'content-type': QUESTION_CONTENT_TYPE,
  accept: 'application/json',
  'accept-encoding': ACCEPTED_ENCODINGS,
};

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
  const { deadlineMilliseconds, bodyLimitBytes, readsBadRequests = false } = config;
  const pool = new Pool(url.origin, {
    connections: config.connections,
    connect: connectorOf(config),
    headersTimeout: config.headersMilliseconds ?? 0,
    bodyTimeout: 0,
  });
  const path = `${url.pathname}${url.search}`;
  const rules = { bodyLimitBytes, readsBadRequests };

  const send: Send = ({ headers, body }, settle) => {
    const reader = new AnswerReader(rules, settle);
    const sent = { ...headers, ...FIXED_HEADERS };
    try {
      pool.dispatch({ path, method: 'POST', headers: sent, body }, reader);
    } catch (error) {
      reader.onResponseError(undefined, error);
    }
    return reader;
  };
  return {
    post: (question) => new Promise((resolve) => new Posting(send, question, deadlineMilliseconds, resolve)),
    close: () => pool.destroy(),
    finish: () => pool.close(),
  };
}

function connectorOf({
  addresses,
  connectMilliseconds,
  deadlineMilliseconds,
}: TransportConfig): Pool.Options['connect'] {
  const timeout = connectMilliseconds ?? deadlineMilliseconds;
  return addresses === undefined ? { timeout } : createAddressGuard(addresses, { timeout }).connector;
}

type Settle = (outcome: Outcome<TransportAnswer>) => void;
type Send = (question: TransportQuestion, settle: Settle) => AnswerReader;

/** One question on its way: sent once, and a second time where that may help, within one deadline. */
class Posting {
  readonly #send: Send;
  readonly #question: TransportQuestion;
  readonly #resolve: Settle;
  readonly #deadline: NodeJS.Timeout;
  #reader: AnswerReader;
  /** Set between the two times. */
  #pause: { readonly timer: NodeJS.Timeout; readonly before: Outcome<TransportAnswer> } | undefined;

  constructor(send: Send, question: TransportQuestion, deadlineMilliseconds: number, resolve: Settle) {
    this.#send = send;
    this.#question = question;
    this.#resolve = resolve;
    this.#deadline = setTimeout(() => this.#giveUp(deadlineMilliseconds), deadlineMilliseconds);
    this.#reader = send(question, (outcome) => {
      const mayRepeat = outcome.status === 'failure' && outcome.mayRepeat === true && question.isRepeatable;
      if (mayRepeat) this.#sendSoon(outcome);
      else this.#end(outcome);
    });
  }

  #sendSoon(before: Outcome<TransportAnswer>): void {
    const again = (): void => {
      this.#pause = undefined;
      this.#reader = this.#send(this.#question, (outcome) => this.#end(outcome));
    };
    const timer = setTimeout(again, PAUSE_MILLISECONDS + Math.random() * JITTER_MILLISECONDS);
    this.#pause = { timer, before };
  }

  #giveUp(milliseconds: number): void {
    if (this.#pause === undefined) this.#reader.giveUp(`no answer within ${milliseconds} ms`);
    else this.#end(this.#pause.before);
  }

  #end(outcome: Outcome<TransportAnswer>): void {
    clearTimeout(this.#deadline);
    clearTimeout(this.#pause?.timer);
    this.#resolve(outcome);
  }
}
