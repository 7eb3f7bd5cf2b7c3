import { createParser } from 'eventsource-parser';
import { Agent, request } from 'undici';
import { HubError } from '../errors';
import { readSigned, type SignedSupergraph } from './supergraph-document';

/** Path at which the registry gives what is to be served. */
export const SUPERGRAPH_PATH = '/supergraph';
/** Path at which it tells of changes. */
export const EVENTS_PATH = '/supergraph/events';

/** Milliseconds that the registry may take to give a supergraph. */
const ANSWER_MILLISECONDS = 3_000;
/** Largest supergraph taken: that of a hundred regions is 4 MB. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Milliseconds of silence after which a stream counts as dead; the registry writes more often. */
const SILENCE_MILLISECONDS = 30_000;

/** Where the registry is, and how it is asked. */
export interface RegistryAddress {
  /** Its own address, without a path: "https://registre.example.fr". */
  readonly url: string;
  /** Reads the credential; null when the registry asks for none. */
  readonly credential: () => Promise<string | null>;
}

/** Talks to one registry. */
export interface RegistryConnection {
  /** What is to be served; undefined when it is still the one of that tag. Throws REGISTRY_UNAVAILABLE. */
  get(tag: string | undefined): Promise<{ readonly signed: SignedSupergraph; readonly tag: string } | undefined>;
  /** Calls back at every sign of a change until the stream ends; resolves or rejects then. */
  listen(onSign: () => void, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Opens connections as they are needed. */
export function connectRegistry({ url, credential }: RegistryAddress): RegistryConnection {
  const agent = new Agent({ connections: 4, maxResponseSize: MAX_BYTES, connect: { timeout: ANSWER_MILLISECONDS } });
  const headersOf = async (more: Record<string, string>) => {
    const secret = await credential();
    return secret === null ? more : { ...more, authorization: `Bearer ${secret}` };
  };
  return {
    async get(tag) {
      const headers = await headersOf(tag === undefined ? {} : { 'if-none-match': tag });
      const signal = AbortSignal.timeout(ANSWER_MILLISECONDS);
      try {
        const answer = await request(new URL(SUPERGRAPH_PATH, url), { headers, signal, dispatcher: agent });
        if (answer.statusCode === 304) {
          await answer.body.dump();
          return undefined;
        }
        if (answer.statusCode !== 200) throw await refusalOf(answer.statusCode, answer.body);
        const { etag } = answer.headers;
        return { signed: readSigned(await answer.body.json()), tag: typeof etag === 'string' ? etag : '' };
      } catch (cause) {
        throw asUnavailable(cause);
      }
    },
    async listen(onSign, signal) {
      const headers = await headersOf({ accept: 'text/event-stream' });
      const parser = createParser({ onEvent: onSign });
      const answer = await request(new URL(EVENTS_PATH, url), {
        headers,
        signal,
        dispatcher: agent,
        headersTimeout: ANSWER_MILLISECONDS,
        bodyTimeout: SILENCE_MILLISECONDS,
      });
      if (answer.statusCode !== 200) throw await refusalOf(answer.statusCode, answer.body);
      answer.body.setEncoding('utf8');
      // A supergraph may have come before the stream began.
      onSign();
      for await (const chunk of answer.body) parser.feed(String(chunk));
    },
    close: () => agent.destroy(),
  };
}

async function refusalOf(status: number, body: { dump(): Promise<void> }): Promise<HubError> {
  await body.dump();
  if (status === 404) {
    return new HubError('NOTHING_PUBLISHED', 'The registry has nothing to serve yet. Publish a region first.');
  }
  if (status === 401 || status === 403) {
    const message =
      'The registry refuses the credential of this process. Issue a READER credential and put it into REGISTRY_CREDENTIAL_FILE.';
    return new HubError('REGISTRY_CREDENTIAL_REFUSED', message);
  }
  return new HubError('REGISTRY_UNAVAILABLE', `The registry answered with status ${status}.`, { status });
}

function asUnavailable(cause: unknown): HubError {
  if (cause instanceof HubError) return cause;
  return new HubError('REGISTRY_UNAVAILABLE', 'The registry did not answer.', {}, { cause });
}
