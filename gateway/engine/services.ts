import type { SubgraphService } from '../executor';
import type { SupergraphView } from '../supergraph';

/** The subgraphs that the requests of one supergraph ask. */
export interface Services {
  /** Throws NETWORK_MISMATCH when there is none of that name. */
  forSubgraph(name: string): SubgraphService;
  /** Called once nobody asks them any more. */
  release(): Promise<void>;
}

/** Finds the subgraphs of a supergraph. Throws NETWORK_MISMATCH when they are not those of the network. */
export type OpenServices = (view: SupergraphView) => Services;
