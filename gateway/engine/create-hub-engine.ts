import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Logger } from '../../subgraphs/kit/log';
import { asHubError } from '../../subgraphs/kit/errors';
import { type CompiledOperation, executeOperation, type SubgraphService } from '../executor';
import type { CacheFigures, StartPlanner } from '../plans';
import type { GatewayContext } from '../request-context';
import type { SupergraphView } from '../supergraph';
import type { PlanResult } from '../telemetry';
import { Generation } from './generation';

type GatewayInterface = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;
type RequestContext = Parameters<Executor>[0];
type SchemaListener = Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0];

/** What bounds an engine. */
export interface HubEngineConfig {
  /** Most operations whose plan is kept. */
  readonly cachedOperations: number;
  /** Most operations that are planned on a new supergraph before it serves. */
  readonly warmedOperations: number;
  /** Time that this planning may take before the new supergraph serves anyway. */
  readonly warmMilliseconds: number;
  /** Time that a replaced supergraph's planner stays for requests that were validated before. */
  readonly retireMilliseconds: number;
}

/** What an engine is made of. */
export interface HubEngineDeps {
  readonly supergraphSdl: string;
  readonly startPlanner: StartPlanner;
  /** The data source of a subgraph by its name. Throws CONFIG_INVALID when there is none. */
  readonly service: (subgraph: string) => SubgraphService;
  readonly logger: Logger;
  /** Called in the turn in which a supergraph begins to serve. */
  readonly onServe?: (view: SupergraphView) => void;
  /** Told of every request whether its plan was in the cache, and how many plans are in it. */
  readonly onPlan?: (result: PlanResult, size: number) => void;
}

/** The hub's own engine, in the place of ApolloGateway. */
export interface HubEngine extends GatewayInterface {
  /**
   * Serves another supergraph: plans the most used operations over it first, then takes it in one step. Requests
   * that began before end on the one before. Rejects, and keeps serving, when the supergraph is not usable.
   */
  swap(supergraphSdl: string): Promise<void>;
  /** What the cache of plans can say of itself. */
  planFigures(): CacheFigures;
}

/** Bounds that hold a hub of a hundred regions. */
export const DEFAULT_ENGINE_CONFIG: HubEngineConfig = {
  cachedOperations: 1_000,
  warmedOperations: 100,
  warmMilliseconds: 30_000,
  retireMilliseconds: 30_000,
};

/** Makes an engine; it reads its supergraph when the server loads it. */
export function createHubEngine(deps: HubEngineDeps, config = DEFAULT_ENGINE_CONFIG): HubEngine {
  return new Engine(deps, config);
}

class Engine implements HubEngine {
  readonly #deps: HubEngineDeps;
  readonly #config: HubEngineConfig;
  readonly #listeners = new Set<SchemaListener>();
  readonly #services = new Map<string, SubgraphService>();
  readonly #bySchema = new WeakMap<object, Generation>();
  readonly #retiring = new Map<Generation, NodeJS.Timeout>();
  #current: Generation | undefined;
  #swapping: Promise<void> = Promise.resolve();

  constructor(deps: HubEngineDeps, config: HubEngineConfig) {
    this.#deps = deps;
    this.#config = config;
  }

  onSchemaLoadOrUpdate(listener: SchemaListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async load(): Promise<{ executor: Executor }> {
    this.#serve(await this.#build(this.#deps.supergraphSdl));
    return { executor: (context) => this.#execute(context) };
  }

  swap(supergraphSdl: string): Promise<void> {
    const swapped = this.#swapping.then(() => this.#swap(supergraphSdl));
    this.#swapping = swapped.catch(() => undefined);
    return swapped;
  }

  planFigures(): CacheFigures {
    return this.#current?.operations.figures ?? { size: 0, hits: 0, misses: 0 };
  }

  async stop(): Promise<void> {
    await this.#swapping;
    const all = [...this.#retiring.keys(), ...(this.#current === undefined ? [] : [this.#current])];
    this.#retiring.forEach((timer) => clearTimeout(timer));
    this.#retiring.clear();
    await Promise.all(all.map((generation) => generation.stop()));
  }

  async #swap(supergraphSdl: string): Promise<void> {
    const before = this.#current;
    if (before === undefined || before.supergraphSdl === supergraphSdl) return;
    const next = await this.#build(supergraphSdl);
    await next.warm(before, this.#config.warmedOperations, performance.now() + this.#config.warmMilliseconds);
    this.#serve(next);
    const retire = () => {
      this.#retiring.delete(before);
      before.stop().catch((error: unknown) => this.#deps.logger.error({ err: error }, 'a planner did not stop'));
    };
    this.#retiring.set(before, setTimeout(retire, this.#config.retireMilliseconds).unref());
    this.#deps.logger.info({ warmed: next.operations.figures.size }, 'another supergraph serves');
  }

  async #build(supergraphSdl: string): Promise<Generation> {
    const planner = await this.#deps.startPlanner(supergraphSdl);
    try {
      const generation = await Generation.build(supergraphSdl, planner, this.#config.cachedOperations);
      for (const name of generation.view.subgraphs) this.#service(name);
      return generation;
    } catch (error) {
      await planner.stop();
      throw error;
    }
  }

  #serve(generation: Generation): void {
    this.#bySchema.set(generation.apiSchema, generation);
    this.#current = generation;
    this.#deps.onServe?.(generation.view);
    const { apiSchema, supergraphSdl: coreSupergraphSdl } = generation;
    for (const listener of this.#listeners) listener({ apiSchema, coreSupergraphSdl });
  }

  #service(name: string): SubgraphService {
    const known = this.#services.get(name) ?? this.#deps.service(name);
    this.#services.set(name, known);
    return known;
  }

  async #planned(generation: Generation, request: RequestContext, context: GatewayContext): Promise<CompiledOperation> {
    const key = `${request.queryHash}:${request.operationName ?? ''}`;
    const endPlan = context.trace?.startPlan();
    let result: PlanResult = 'hit';
    try {
      const compiled = await generation.compiled(key, request, () => {
        result = 'miss';
      });
      endPlan?.(result);
      return compiled;
    } catch (thrown) {
      endPlan?.(result, asHubError(thrown)?.code ?? 'INTERNAL_SERVER_ERROR');
      throw thrown;
    } finally {
      this.#deps.onPlan?.(result, generation.operations.figures.size);
    }
  }

  async #execute(request: RequestContext): ReturnType<Executor> {
    // The one that the operation was validated on, even if another serves by now.
    const generation = this.#bySchema.get(request.schema) ?? this.#current;
    if (generation === undefined) throw new Error('The engine was asked before it was loaded');
    try {
      const context = request.context as GatewayContext;
      // Whoever let the request in has checked it, on the supergraph of that moment: this one may have come since.
      generation.view.authorization.check(request.document, request.operation, context.caller);
      const compiled = await this.#planned(generation, request, context);
      const variables = request.request.variables ?? {};
      return await executeOperation(compiled, { variables, context, incomingRequestContext: request }, (name) =>
        this.#service(name),
      );
    } catch (thrown) {
      if (thrown instanceof GraphQLError) return { errors: [thrown] };
      throw thrown;
    }
  }
}
