import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { HubError, asHubError } from '../../subgraphs/kit/errors';
import type { Logger } from '../../subgraphs/kit/log';
import { parseNetwork } from '../../subgraphs/kit/network';
import { oneAtATime } from '../../subgraphs/kit/process';
import { readSupergraphFile } from '../supergraph';
import type { ServedNetwork, SourceListener, SourceWatch, SupergraphSource } from './supergraph-source';
import { watchFolders } from './watch-folders';

/** Where the files are and how they are watched. */
export interface FileSourceConfig {
  readonly supergraphFile: string;
  readonly networkFile: string;
  /** Milliseconds between two looks when the system gives no sign. */
  readonly pollMilliseconds: number;
  /** Milliseconds of quiet after a change before the files are taken: they are written one after the other. */
  readonly settleMilliseconds: number;
}

/** Texts of both files. */
interface Texts {
  readonly supergraph: string;
  readonly network: string;
  readonly digest: string;
}

/** Codes of failures that pass by themselves: what they refused is tried again at the next look. */
const PASSING: ReadonlySet<string> = new Set(['PLANNING_FAILED', 'PLANNING_TIMEOUT', 'PLANNING_OVERLOADED']);

/**
 * The supergraph file and the network file as a source. Folders are watched, not files, since both are replaced by
 * renaming; polling stands behind, for file systems that give no sign. A change counts once both files read the
 * same twice in a row, so that a file half written is never taken.
 */
export function createFileSource(config: FileSourceConfig, logger: Logger): SupergraphSource {
  return {
    read: async () => toServe(config, await readTexts(config)),
    follow: (served, listener) => new FileWatch(config, logger, served.digest, listener),
  };
}

class FileWatch implements SourceWatch {
  readonly #config: FileSourceConfig;
  readonly #listener: SourceListener;
  readonly #unwatch: () => void;
  readonly #poll: NodeJS.Timeout;
  #timer: NodeJS.Timeout | undefined;
  /** Digest of what was served or refused last: nothing is to be done about it. */
  #judged: string;
  #seen: string | undefined;
  #problem: string | undefined;
  readonly #lookAgain = oneAtATime(() => this.#lookOnce());
  #isStopped = false;

  constructor(config: FileSourceConfig, logger: Logger, served: string, listener: SourceListener) {
    this.#config = config;
    this.#listener = listener;
    this.#judged = served;
    this.#poll = setInterval(() => this.look(), config.pollMilliseconds).unref();
    this.#unwatch = watchFolders([config.supergraphFile, config.networkFile], () => this.#lookSoon(), logger);
  }

  look(): void {
    if (this.#isStopped) return;
    this.#lookAgain();
  }

  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#poll);
    clearTimeout(this.#timer);
    this.#unwatch();
  }

  #lookSoon(): void {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.look(), this.#config.settleMilliseconds).unref();
  }

  async #lookOnce(): Promise<void> {
    try {
      const texts = await readTexts(this.#config);
      if (texts.digest === this.#judged) {
        this.#seen = undefined;
        this.#problem = undefined;
        return;
      }
      const isSettled = this.#seen === texts.digest;
      this.#seen = texts.digest;
      if (isSettled) await this.#take(texts);
      else this.#lookSoon();
    } catch (error) {
      this.#refuse(error);
    }
  }

  async #take(texts: Texts): Promise<void> {
    try {
      const next = toServe(this.#config, texts);
      if (this.#isStopped) return;
      await this.#listener.onChange(next);
      this.#problem = undefined;
    } catch (error) {
      this.#refuse(error);
      if (PASSING.has(asHubError(error)?.code ?? '')) return;
    }
    this.#judged = texts.digest;
  }

  #refuse(error: unknown): void {
    const problem = error instanceof Error ? error.message : String(error);
    if (problem === this.#problem || this.#isStopped) return;
    this.#problem = problem;
    this.#listener.onRefusal(error);
  }
}

async function readTexts({ supergraphFile, networkFile }: FileSourceConfig): Promise<Texts> {
  const supergraph = await readSupergraphFile(supergraphFile);
  const network = await readFile(networkFile, 'utf8').catch((cause: unknown) => {
    throw new HubError(
      'CONFIG_INVALID',
      `The network file ${networkFile} cannot be read.`,
      { path: networkFile },
      { cause },
    );
  });
  const digest = createHash('sha256').update(supergraph).update('\0').update(network).digest('hex').slice(0, 16);
  return { supergraph, network, digest };
}

function toServe({ networkFile }: FileSourceConfig, { supergraph, network, digest }: Texts): ServedNetwork {
  return { supergraphSdl: supergraph, network: parseNetwork(network, networkFile), digest };
}
