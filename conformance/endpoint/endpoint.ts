import { Agent, type Dispatcher, errors, request } from 'undici';
import type { QuestionSigner } from '../../subgraphs/kit/signatures';
import { NotConformant } from '../report';

/** Largest answer that is read: what the gateway of the hub reads of a region. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** A request as it travels; what is not said is as the gateway of the hub sends it. */
export interface RawRequest {
  readonly method?: 'POST' | 'GET';
  readonly body?: string | Buffer;
  /** Added to the path. */
  readonly search?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the signature of the question is made over: the body unless said, nothing when null. */
  readonly signed?: string | null;
}

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown;
}

/** The endpoint under test, over real HTTP: no redirect is followed, no compression is accepted. */
export interface Endpoint {
  /** Throws NotConformant with UNREACHABLE, NO_ANSWER_IN_TIME or ANSWER_TOO_LARGE. */
  send(raw: RawRequest): Promise<RawAnswer>;
  /** The same, or undefined when the endpoint cut the line: a refusal, where one is expected. */
  sendUnlessCut(raw: RawRequest): Promise<RawAnswer | undefined>;
  /** Milliseconds of the answers so far. */
  readonly durations: readonly number[];
  close(): Promise<void>;
}

/** How the endpoint is asked. */
export interface EndpointOptions {
  readonly url: string;
  /** Milliseconds that a question waits for the whole of its answer. */
  readonly timeout: number;
  /** Signs questions that carry a token (RFC 9421): a region that does not ask for it takes no notice. */
  readonly signer: QuestionSigner;
  readonly dispatcher: Dispatcher | undefined;
}

/** Opens the endpoint at a URL. A dispatcher that is brought along stays open. */
export function openEndpoint({ url, timeout, signer, dispatcher }: EndpointOptions): Endpoint {
  const own = dispatcher === undefined ? new Agent({ connect: { timeout } }) : null;
  const durations: number[] = [];

  /** A question without a token is not one that the gateway could have signed. */
  async function headersOf({ body, search = '', headers = {}, signed }: RawRequest) {
    const plain: Record<string, string> = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...headers,
    };
    const text = signed === undefined ? body : signed;
    if (typeof text !== 'string' || !('authorization' in plain)) return plain;
    return signer.sign({ url: new URL(`${url}${search}`), headers: plain, body: text });
  }

  async function exchange(raw: RawRequest): Promise<RawAnswer> {
    const { method = 'POST', body, search = '' } = raw;
    const headers = await headersOf(raw);
    const started = performance.now();
    const response = await request(`${url}${search}`, {
      method,
      ...(body === undefined ? {} : { body }),
      headers,
      dispatcher: dispatcher ?? own ?? undefined,
      signal: AbortSignal.timeout(timeout),
    });
    const text = await readText(response.body);
    durations.push(performance.now() - started);
    return { status: response.statusCode, headers: response.headers, text, json: parseJson(text) };
  }

  return {
    durations,
    async send(raw) {
      try {
        return await exchange(raw);
      } catch (error) {
        throw failureOf(error, url, timeout);
      }
    },
    async sendUnlessCut(raw) {
      try {
        return await exchange(raw);
      } catch (error) {
        if (isCut(error)) return undefined;
        throw failureOf(error, url, timeout);
      }
    },
    close: async () => own?.close(),
  };
}

/** Reads a body up to the largest that the hub would read, whoever carries it. Throws ANSWER_TOO_LARGE. */
async function readText(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) {
      throw new NotConformant('ANSWER_TOO_LARGE', `An answer has more than ${MAX_ANSWER_BYTES} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function failureOf(error: unknown, url: string, timeout: number): NotConformant {
  if (error instanceof NotConformant) return error;
  const { name, message } = error as Error;
  const isLate = name === 'TimeoutError' || error instanceof errors.ConnectTimeoutError;
  if (isLate) return new NotConformant('NO_ANSWER_IN_TIME', `${url} gave no whole answer within ${timeout} ms.`);
  return new NotConformant('UNREACHABLE', `${url} cannot be asked: ${message}.`);
}

function isCut(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return error instanceof errors.SocketError || code === 'ECONNRESET' || code === 'EPIPE';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
