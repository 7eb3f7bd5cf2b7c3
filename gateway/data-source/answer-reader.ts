import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { isEncoded, readEncodedAnswer } from './decode-body';
import { failureOf, type Head, refusalOf } from './judge-response';
import { AnswerViolation, type Outcome } from './outcome';
import { parseAnswer } from './read-answer';

/** A body that arrived whole, with the headers it came with. */
export interface TransportAnswer {
  readonly body: unknown;
  readonly headers: Head['headers'];
}

/** What is taken of an answer. */
export interface ReadingRules {
  /** Largest body, in bytes, as sent and as inflated. */
  readonly bodyLimitBytes: number;
  /** Whether an answer with status 400 is read. */
  readonly readsBadRequests: boolean;
}

type Controller = Dispatcher.DispatchController;

/**
 * Reads one answer as it arrives and tells its outcome, once. Collects the pieces of a plain body itself, since a
 * stream for each of 18 small answers costs more than all else; an encoded one goes through the decoders of zlib.
 * Cuts the connection as soon as nothing more is wanted of it.
 */
export class AnswerReader implements Dispatcher.DispatchHandler {
  readonly #rules: ReadingRules;
  readonly #settle: (outcome: Outcome<TransportAnswer>) => void;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #controller: Controller | undefined;
  #headers: Head['headers'] | undefined;
  #encoded: Readable | undefined;
  #isSettled = false;

  constructor(rules: ReadingRules, settle: (outcome: Outcome<TransportAnswer>) => void) {
    this.#rules = rules;
    this.#settle = settle;
  }

  /** Waits no longer: the outcome is TIMEOUT, for that reason. */
  giveUp(reason: string): void {
    this.#end({ status: 'failure', failure: 'TIMEOUT', reason });
    this.#cut();
  }

  onRequestStart(controller: Controller): void {
    this.#controller = controller;
    // Given up while it waited for a connection.
    if (this.#isSettled) this.#cut();
  }

  onResponseStart(controller: Controller, statusCode: number, headers: Head['headers']): void {
    // What only announces the answer, such as 103, is not the answer.
    if (statusCode < 200) return;
    const refusal = refusalOf({ statusCode, headers }, this.#rules.readsBadRequests);
    this.#headers = headers;
    if (refusal !== undefined) {
      this.#end(refusal);
      this.#cut();
    } else if (isEncoded(headers['content-encoding'])) {
      this.#encoded = this.#decode(controller, headers);
    }
  }

  onResponseData(controller: Controller, chunk: Buffer): void {
    if (this.#isSettled) return;
    if (this.#encoded !== undefined) {
      if (!this.#encoded.push(chunk)) controller.pause();
      return;
    }
    this.#size += chunk.byteLength;
    if (this.#size <= this.#rules.bodyLimitBytes) {
      this.#chunks.push(chunk);
      return;
    }
    this.#fail(new AnswerViolation(`the body exceeds ${this.#rules.bodyLimitBytes} bytes`));
    this.#cut();
  }

  onResponseEnd(): void {
    if (this.#encoded !== undefined) {
      this.#encoded.push(null);
      return;
    }
    if (this.#isSettled) return;
    try {
      this.#succeed(parseAnswer(this.#chunks));
    } catch (error) {
      this.#fail(error);
    }
  }

  onResponseError(_controller: Controller | undefined, error: unknown): void {
    this.#encoded?.destroy(error instanceof Error ? error : undefined);
    this.#fail(error);
  }

  #decode(controller: Controller, headers: Head['headers']): Readable {
    const body = new Readable({ read: () => controller.resume() });
    body.on('error', () => undefined);
    readEncodedAnswer(body, headers['content-encoding'], this.#rules.bodyLimitBytes).then(
      (answer) => this.#succeed(answer),
      (error: unknown) => {
        this.#fail(error);
        this.#cut();
      },
    );
    return body;
  }

  #succeed(body: unknown): void {
    this.#end({ status: 'success', value: { body, headers: this.#headers ?? {} } });
  }

  #fail(error: unknown): void {
    this.#end(failureOf(error, this.#headers !== undefined));
  }

  #end(outcome: Outcome<TransportAnswer>): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.#chunks.length = 0;
    this.#settle(outcome);
  }

  #cut(): void {
    if (this.#controller?.aborted === false) this.#controller.abort(new Error('nothing more is wanted of the answer'));
  }
}
