import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { HubError } from '../subgraphs/kit/errors';
import type { Logger } from '../subgraphs/kit/log';
import { servedSupergraph } from './authorization';
import { createHubEngine, DEFAULT_ENGINE_CONFIG, type KnownOperation, type OpenServices } from './engine';
import type { GatewayConfig } from './gateway-config';
import type { StartPlanner } from './plans';
import type { GatewayContext } from './request-context';
import { readSupergraph, type SupergraphView } from './supergraph';
import type { GatewayMetrics } from './telemetry';

/**
 * Most plans the planner weighs for one query. The hub's fields have one owner each, so one plan is the rule
 * (measured); the cap bounds what a hostile query can cost.
 */
const MAX_EVALUATED_PLANS = 100;

/** What planning may cost: time for one operation, operations that wait, time to build a planner. */
export const PLANNING = {
  maxEvaluatedPlans: MAX_EVALUATED_PLANS,
  planningMilliseconds: 2_000,
  maxWaiting: 64,
  buildMilliseconds: 60_000,
};

/** What an engine is made of. */
export interface EngineDeps {
  readonly supergraphSdl: string;
  readonly services: OpenServices;
  readonly startPlanner: StartPlanner;
  /** What clients ask elsewhere, planned before the engine serves. */
  readonly known: readonly KnownOperation[];
  readonly logger: Logger;
  /** Told of the plan of each operation; see the engine. */
  readonly onPlan: GatewayMetrics['recordPlan'];
  /** Called in the turn in which a supergraph, or its network, begins to serve. */
  readonly onServe: (view: SupergraphView) => void;
}

/** What plans and executes. */
export interface RunningEngine {
  readonly gateway: ApolloServerOptionsWithGateway<GatewayContext>['gateway'];
  /**
   * Serves another supergraph with its subgraphs, in one step. Rejects, and keeps serving, with SUPERGRAPH_INVALID,
   * NETWORK_MISMATCH, SUPERGRAPH_UNSUPPORTED or PLANNING_FAILED when it cannot, with SWAP_UNSUPPORTED when the engine
   * never can.
   */
  swap(supergraphSdl: string, services: OpenServices): Promise<void>;
  /** What clients ask most; nothing with the stock engine, which cannot plan beforehand. */
  mostUsed(): Promise<readonly KnownOperation[]>;
}

/** Milliseconds beyond the deadline of a request in which everything that it began has ended. */
const RETIRE_MARGIN_MILLISECONDS = 5_000;

/** Builds the engine that the configuration names. */
export async function createEngine(config: GatewayConfig, deps: EngineDeps): Promise<RunningEngine> {
  if (config.engine === 'stock') return createStockEngine(deps);
  const retireMilliseconds = Math.max(
    DEFAULT_ENGINE_CONFIG.retireMilliseconds,
    config.requestDeadlineMilliseconds + RETIRE_MARGIN_MILLISECONDS,
  );
  const gateway = createHubEngine(deps, { ...DEFAULT_ENGINE_CONFIG, retireMilliseconds });
  return {
    gateway,
    swap: (supergraphSdl, services) => gateway.swap(supergraphSdl, services),
    mostUsed: () => gateway.mostUsed(),
  };
}

/** Apollo's gateway as it is: its data sources are built once, so it stays on its first supergraph. */
async function createStockEngine({ supergraphSdl, services, onServe, logger }: EngineDeps): Promise<RunningEngine> {
  const view = readSupergraph(supergraphSdl);
  const subgraphs = services(view);
  onServe(view);
  // Loaded only when it is used: it is large.
  const { ApolloGateway } = await import('@apollo/gateway');
  const gateway = new ApolloGateway({
    supergraphSdl: servedSupergraph(supergraphSdl),
    buildService: ({ name }) => subgraphs.forSubgraph(name),
    queryPlannerConfig: { debug: { maxEvaluatedPlans: MAX_EVALUATED_PLANS } },
    logger,
  });
  const swap = async () => {
    throw new HubError(
      'SWAP_UNSUPPORTED',
      'The stock engine goes on with the supergraph and the network of its start. Restart it to serve the new ones.',
    );
  };
  return { gateway, swap, mostUsed: async () => [] };
}
