import type { Network } from '../../subgraphs/kit/network';

/** A network and the supergraph that was composed of it. */
export interface ServedNetwork {
  readonly supergraphSdl: string;
  readonly network: Network;
  /** Tells this from any other one: a digest of both. */
  readonly digest: string;
}

/** Takes note of what a source finds; must not throw. */
export interface SourceListener {
  /** Something else is to be served. Calls do not overlap: the source waits for each. Rejects when it cannot be. */
  readonly onChange: (next: ServedNetwork) => Promise<void>;
  /** What is there cannot be read or served; what was served before stays. Told once for each problem. */
  readonly onRefusal: (error: unknown) => void;
}

/** Where a gateway learns what to serve. */
export interface SupergraphSource {
  /** What is to be served now. Rejects with the code of what is wrong with it. */
  read(): Promise<ServedNetwork>;
  /** Follows what changes after what `served` names, until the function that it gives is called. */
  follow(served: ServedNetwork, listener: SourceListener): SourceWatch;
}

/** A source that is followed. */
export interface SourceWatch {
  /** Looks at once, without waiting for the next sign of a change. */
  look(): void;
  stop(): void;
}
