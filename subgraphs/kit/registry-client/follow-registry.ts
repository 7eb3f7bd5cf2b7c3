import type { JWTVerifyGetKey } from 'jose';
import { asHubError, HubError } from '../errors';
import type { Logger } from '../log';
import { oneAtATime } from '../process';
import { connectRegistry, type RegistryAddress, type RegistryConnection } from './registry-connection';
import { readCopy, writeCopy } from './supergraph-copy';
import { type SignedSupergraph, type VerifiedSupergraph, verifySupergraph } from './supergraph-document';

/** What a follower of the registry is made of. */
export interface RegistryFollowerConfig extends RegistryAddress {
  /** The public keys of the registry; asked for anew at each supergraph, so that they can be exchanged. */
  readonly keys: () => Promise<JWTVerifyGetKey>;
  /** Where the last supergraph is kept, to start from while the registry is down. */
  readonly copyFile: string;
  /** Milliseconds between two questions, behind the stream of events. */
  readonly pollMilliseconds: number;
  readonly logger: Logger;
}

/** Takes note of what a follower finds; must not throw. */
export interface RegistryListener {
  /** Another supergraph is to be served. Calls do not overlap. Rejects when it cannot be. */
  readonly onChange: (next: VerifiedSupergraph) => Promise<void>;
  /** What came is not taken; what was served before stays. Told once for each problem. */
  readonly onRefusal: (error: unknown) => void;
}

/** Reads and follows what the registry has to serve. */
export interface RegistryFollower {
  /**
   * What is to be served now: what the registry gives, or the copy on disk while it gives nothing, or nothing that may
   * be taken. Rejects when there is neither.
   */
  read(): Promise<VerifiedSupergraph>;
  /** Follows what comes after that supergraph. */
  follow(served: Pick<VerifiedSupergraph, 'number' | 'checksum'>, listener: RegistryListener): RegistryWatch;
}

/** A registry that is followed. */
export interface RegistryWatch {
  /** Asks at once. */
  look(): void;
  stop(): void;
}

/** Codes of failures that pass by themselves: what they refused is tried again at the next look. */
const PASSING: ReadonlySet<string> = new Set([
  'PLANNING_FAILED',
  'PLANNING_TIMEOUT',
  'PLANNING_OVERLOADED',
  'REGISTRY_UNAVAILABLE',
]);

/**
 * Follows a registry. Every supergraph is verified; one whose number is lower than the one before, on disk or in
 * memory, is refused, whoever signed it, and so is another content under the same number.
 */
export function followRegistry(config: RegistryFollowerConfig): RegistryFollower {
  return {
    async read() {
      const connection = connectRegistry(config);
      try {
        return await readFirst(config, connection);
      } finally {
        await connection.close();
      }
    },
    follow: (served, listener) => new Watch(config, served, listener),
  };
}

async function readFirst(config: RegistryFollowerConfig, connection: RegistryConnection): Promise<VerifiedSupergraph> {
  const kept = await verifiedCopy(config);
  try {
    const got = await connection.get(undefined);
    if (got === undefined) throw new HubError('REGISTRY_UNAVAILABLE', 'The registry gave nothing.');
    const verified = await verifySupergraph(got.signed, await config.keys());
    if (kept !== undefined) refuseOlder(verified, kept);
    await writeCopy(config.copyFile, got.signed);
    return verified;
  } catch (error) {
    if (kept === undefined) throw error;
    config.logger.warn({ err: error, number: kept.number }, 'the copy of the supergraph on disk serves');
    return kept;
  }
}

/** The copy, if it can be trusted: one that cannot is as good as none. */
async function verifiedCopy(config: RegistryFollowerConfig): Promise<VerifiedSupergraph | undefined> {
  try {
    const copy = await readCopy(config.copyFile);
    return copy === undefined ? undefined : await verifySupergraph(copy, await config.keys());
  } catch (error) {
    config.logger.error({ err: error, path: config.copyFile }, 'the copy of the supergraph on disk cannot be used');
    return undefined;
  }
}

type Known = Pick<VerifiedSupergraph, 'number' | 'checksum'>;

function refuseOlder(next: Known, known: Known): void {
  if (next.number > known.number || (next.number === known.number && next.checksum === known.checksum)) return;
  if (next.number === known.number) {
    const message = `The registry gives another content under the number ${next.number}, which is served already.`;
    throw new HubError('SUPERGRAPH_REFUSED', message, { number: next.number });
  }
  const message = `The registry gives the supergraph ${next.number}, and ${known.number} is served: a lower number is never taken.`;
  throw new HubError('SUPERGRAPH_OUTDATED', message, { number: next.number, served: known.number });
}

class Watch implements RegistryWatch {
  readonly #config: RegistryFollowerConfig;
  readonly #listener: RegistryListener;
  readonly #connection: RegistryConnection;
  readonly #stopping = new AbortController();
  readonly #poll: NodeJS.Timeout;
  #served: Known;
  /** Tag of what was served or refused last: nothing is to be done about it. */
  #tag: string | undefined;
  #problem: string | undefined;
  #isListening = false;
  readonly #lookAgain = oneAtATime(() => this.#lookOnce());

  constructor(config: RegistryFollowerConfig, served: Known, listener: RegistryListener) {
    this.#config = config;
    this.#served = served;
    this.#listener = listener;
    this.#connection = connectRegistry(config);
    this.#poll = setInterval(() => this.look(), config.pollMilliseconds).unref();
    this.look();
  }

  look(): void {
    if (this.#stopping.signal.aborted) return;
    this.#listen();
    this.#lookAgain();
  }

  stop(): void {
    this.#stopping.abort();
    clearInterval(this.#poll);
    void this.#connection.close();
  }

  /** A stream that ends is opened again at the next look. */
  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    const { signal } = this.#stopping;
    this.#connection
      .listen(() => this.look(), signal)
      // What is wrong is said by the question that comes with each look.
      .catch(() => undefined)
      .finally(() => {
        this.#isListening = false;
      });
  }

  async #lookOnce(): Promise<void> {
    try {
      const got = await this.#connection.get(this.#tag);
      if (got !== undefined) await this.#take(got.signed, got.tag);
      else this.#problem = undefined;
    } catch (error) {
      this.#refuse(error);
    }
  }

  async #take(signed: SignedSupergraph, tag: string): Promise<void> {
    try {
      const next = await verifySupergraph(signed, await this.#config.keys());
      refuseOlder(next, this.#served);
      if (next.number > this.#served.number) await this.#serve(next, signed);
      this.#problem = undefined;
    } catch (error) {
      this.#refuse(error);
      if (PASSING.has(asHubError(error)?.code ?? '')) return;
    }
    this.#tag = tag;
  }

  async #serve(next: VerifiedSupergraph, signed: SignedSupergraph): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    await this.#listener.onChange(next);
    this.#served = next;
    await this.#keep(next, signed);
  }

  /** Several processes may share the file: none of them puts an older one over a newer one. */
  async #keep(next: Known, signed: SignedSupergraph): Promise<void> {
    try {
      const kept = await verifiedCopy(this.#config);
      if (kept === undefined || kept.number < next.number) await writeCopy(this.#config.copyFile, signed);
    } catch (error) {
      this.#config.logger.error({ err: error }, 'the supergraph is served but could not be kept on disk');
    }
  }

  #refuse(error: unknown): void {
    const problem = error instanceof Error ? error.message : String(error);
    if (problem === this.#problem || this.#stopping.signal.aborted) return;
    this.#problem = problem;
    this.#listener.onRefusal(error);
  }
}
