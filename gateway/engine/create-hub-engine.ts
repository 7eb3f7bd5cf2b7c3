import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Logger } from '../../subgraphs/kit/log';
import { asHubError } from '../../subgraphs/kit/errors';
import { type CompiledOperation, executeOperation } from '../executor';
import type { CacheFigures, StartPlanner } from '../plans';
import type { GatewayContext } from '../request-context';
import type { SupergraphView } from '../supergraph';
import type { PlanResult } from '../telemetry';
import { Generation, type KnownOperation } from './generation';
import type { OpenServices, Services } from './services';

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
  readonly planningEndsMilliseconds: number;
  /** Time after which no request asks the subgraphs of a replaced supergraph any more. */
  readonly retireMilliseconds: number;
}

/** What an engine is made of. */
export interface HubEngineDeps {
  readonly supergraphSdl: string;
  readonly startPlanner: StartPlanner;
  /** What clients ask elsewhere, planned before the first supergraph serves. */
  readonly known?: readonly KnownOperation[];
  /** Finds the subgraphs of the first supergraph. */
  readonly services: OpenServices;
  readonly logger: Logger;
  /** Called in the turn in which a supergraph begins to serve. */
  readonly onServe?: (view: SupergraphView) => void;
  /** Told of every request whether its plan was in the cache, and how many plans are in it. */
  readonly onPlan?: (result: PlanResult, size: number) => void;
}

/** The hub's own engine, in the place of ApolloGateway. */
export interface HubEngine extends GatewayInterface {
  /**
   * Serves another supergraph with its subgraphs: plans the most used operations over it first, then takes both in
   * one step. The same supergraph with other subgraphs keeps its plans. Requests that began before end on what was
   * before. Rejects, and keeps serving, when the supergraph is not usable.
   */
  swap(supergraphSdl: string, services: OpenServices): Promise<void>;
  /** What clients ask most, for another engine to plan. */
  mostUsed(): Promise<readonly KnownOperation[]>;
  /** What the cache of plans can say of itself. */
  planFigures(): CacheFigures;
}

/** Bounds that hold a hub of a hundred regions. */
export const DEFAULT_ENGINE_CONFIG: HubEngineConfig = {
  cachedOperations: 1_000,
  warmedOperations: 100,
  warmMilliseconds: 30_000,
  planningEndsMilliseconds: 5_000,
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
  readonly #bySchema = new WeakMap<object, Generation>();
  /** Planners that end soon, and subgraphs that are given up soon. */
  readonly #ending = new Map<NodeJS.Timeout, () => Promise<void>>();
  #current: Generation | undefined;
  #previous: Generation | undefined;
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
    const first = await this.#build(this.#deps.supergraphSdl, this.#deps.services);
    await this.#warm(first, this.#deps.known ?? []);
    this.#serve(first);
    return { executor: (context) => this.#execute(context) };
  }

  swap(supergraphSdl: string, services: OpenServices): Promise<void> {
    const swapped = this.#swapping.then(() => this.#swap(supergraphSdl, services));
    this.#swapping = swapped.catch(() => undefined);
    return swapped;
  }

  async mostUsed(): Promise<readonly KnownOperation[]> {
    return (await this.#current?.mostUsed(this.#config.warmedOperations)) ?? [];
  }

  planFigures(): CacheFigures {
    return this.#current?.operations.figures ?? { size: 0, hits: 0, misses: 0 };
  }

  async stop(): Promise<void> {
    await this.#swapping;
    const ends = [...this.#ending.values()];
    this.#ending.forEach((_end, timer) => clearTimeout(timer));
    this.#ending.clear();
    const current = this.#current;
    if (current !== undefined) ends.push(() => current.stopPlanning());
    await Promise.all(ends.map((end) => end()));
  }

  async #swap(supergraphSdl: string, open: OpenServices): Promise<void> {
    const before = this.#current;
    if (before === undefined) throw new Error('The engine was swapped before it was loaded');
    if (before.supergraphSdl === supergraphSdl) return this.#exchangeServices(before, open);
    // However fast supergraphs follow each other, two planners at most take memory.
    await this.#previous?.stopPlanning();
    const next = await this.#build(supergraphSdl, open);
    await this.#warm(next, await before.mostUsed(this.#config.warmedOperations));
    this.#serve(next);
    this.#previous = before;
    this.#endLater(this.#config.planningEndsMilliseconds, () => before.stopPlanning());
    this.#releaseLater(before.services);
    this.#deps.logger.info({ warmed: next.operations.figures.size }, 'another supergraph serves');
  }

  /** Requests under way keep the subgraphs that they began with. */
  #exchangeServices(generation: Generation, open: OpenServices): void {
    const services = open(generation.view);
    this.#releaseLater(generation.services);
    generation.services = services;
    this.#deps.onServe?.(generation.view);
    this.#deps.logger.info('another network serves, under the same supergraph');
  }

  #warm(generation: Generation, known: readonly KnownOperation[]): Promise<void> {
    return generation.warm(known, performance.now() + this.#config.warmMilliseconds);
  }

  #build(supergraphSdl: string, open: OpenServices): Promise<Generation> {
    const { startPlanner } = this.#deps;
    return Generation.build(supergraphSdl, { startPlanner, open, cachedOperations: this.#config.cachedOperations });
  }

  #releaseLater(services: Services): void {
    this.#endLater(this.#config.retireMilliseconds, () => services.release());
  }

  #endLater(milliseconds: number, end: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.#ending.delete(timer);
      end().catch((error: unknown) => this.#deps.logger.error({ err: error }, 'what was replaced did not end'));
    }, milliseconds).unref();
    this.#ending.set(timer, end);
  }

  #serve(generation: Generation): void {
    this.#bySchema.set(generation.apiSchema, generation);
    this.#current = generation;
    this.#deps.onServe?.(generation.view);
    const { apiSchema, supergraphSdl: coreSupergraphSdl } = generation;
    for (const listener of this.#listeners) listener({ apiSchema, coreSupergraphSdl });
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
    const { services } = generation;
    try {
      const context = request.context as GatewayContext;
      // Whoever let the request in has checked it, on the supergraph of that moment: this one may have come since.
      generation.view.authorization.check(request.document, request.operation, context.caller);
      const compiled = await this.#planned(generation, request, context);
      const variables = request.request.variables ?? {};
      return await executeOperation(compiled, { variables, context, incomingRequestContext: request }, (name) =>
        services.forSubgraph(name),
      );
    } catch (thrown) {
      if (thrown instanceof GraphQLError) return { errors: [thrown] };
      throw thrown;
    }
  }
}
