import { setImmediate as nextTurn } from 'node:timers/promises';
import type { QueryPlan } from '@apollo/query-planner';
import {
  buildASTSchema,
  type DocumentNode,
  getOperationAST,
  type GraphQLSchema,
  type OperationDefinitionNode,
  parse,
  print,
  validate,
} from 'graphql';
import { asHubError } from '../../subgraphs/kit/errors';
import {
  clientNames,
  type ClientNames,
  compileOperation,
  type CompiledOperation,
  compilePlan,
  plannableDocument,
  type PossibleTypes,
  possibleTypesOf,
} from '../executor';
import { PlanCache, type RunningPlanner, type StartPlanner } from '../plans';
import { readSupergraphInTurns, type SupergraphView } from '../supergraph';
import type { OpenServices, Services } from './services';

/** Milliseconds for which an operation that took the planner's whole time is refused without another try. */
const TIMEOUT_KEPT_MILLISECONDS = 60_000;

/** An operation as a client sent it, validated. */
export interface ClientOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** An operation that clients ask often, as text: it can go to another process. */
export interface KnownOperation {
  /** Stands for its text and name, as clients write them. */
  readonly key: string;
  readonly text: string;
  readonly operationName: string | undefined;
  readonly uses: number;
}

/** Everything that depends on one supergraph: schema, planner and plans. Requests that began on it end on it. */
export class Generation {
  readonly supergraphSdl: string;
  readonly apiSchema: GraphQLSchema;
  readonly view: SupergraphView;
  readonly operations: PlanCache<CompiledOperation>;
  /** Whom requests that begin now ask. */
  services: Services;
  readonly #planner: RunningPlanner;
  readonly #names: ClientNames;
  readonly #possibleTypes: PossibleTypes;

  private constructor(
    supergraphSdl: string,
    parts: {
      planner: RunningPlanner;
      services: Services;
      view: SupergraphView;
      apiSchema: GraphQLSchema;
      cachedOperations: number;
    },
  ) {
    this.supergraphSdl = supergraphSdl;
    this.apiSchema = parts.apiSchema;
    this.view = parts.view;
    this.services = parts.services;
    this.#planner = parts.planner;
    this.#names = clientNames((name) => parts.view.reservedNames.isReservedAnywhere(name));
    this.#possibleTypes = possibleTypesOf(parts.view.schema);
    this.operations = new PlanCache({
      bound: parts.cachedOperations,
      failureMilliseconds: (error) => (asHubError(error)?.code === 'PLANNING_TIMEOUT' ? TIMEOUT_KEPT_MILLISECONDS : 0),
    });
  }

  /**
   * Reads the schemas in several turns of the event loop, so that requests are served in between. Leaves nothing
   * behind when it rejects.
   */
  static async build(
    supergraphSdl: string,
    {
      startPlanner,
      open,
      cachedOperations,
    }: { startPlanner: StartPlanner; open: OpenServices; cachedOperations: number },
  ): Promise<Generation> {
    await nextTurn();
    // In a thread of its own, so that it begins while the schema is read here.
    const starting = startPlanner(supergraphSdl);
    starting.catch(() => undefined);
    let services: Services | undefined;
    try {
      const view = await readSupergraphInTurns(supergraphSdl);
      services = open(view);
      for (const name of view.subgraphs) services.forSubgraph(name);
      const planner = await starting;
      const document = parse(planner.apiSdl, { noLocation: true });
      await nextTurn();
      const apiSchema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
      return new Generation(supergraphSdl, { planner, services, view, apiSchema, cachedOperations });
    } catch (error) {
      const stopping = starting.then(
        (planner) => planner.stop(),
        () => undefined,
      );
      await Promise.all([stopping, services?.release()]);
      throw error;
    }
  }

  /**
   * The operation ready to run, planned once. `key` stands for the text and name of the operation; `onMiss` is told
   * before it is planned.
   */
  compiled(key: string, client: ClientOperation, onMiss: () => void): Promise<CompiledOperation> {
    return this.operations.get(key, () => {
      onMiss();
      return this.#compile(client);
    });
  }

  /** What is asked most, the most used first. */
  async mostUsed(count: number): Promise<KnownOperation[]> {
    const used = this.operations.mostUsed(count).map(async ({ key, value, uses }) => {
      const compiled = await value.catch(() => undefined);
      if (compiled === undefined) return [];
      const operationName = compiled.operation.name?.value;
      return [{ key, text: print(compiled.document), operationName, uses }];
    });
    return (await Promise.all(used)).flat();
  }

  /**
   * Plans operations before anybody asks them, until `deadline`. What this schema does not allow is left out. Nobody
   * waits, so that one that was late on a busy machine is tried a second time.
   */
  async warm(known: readonly KnownOperation[], deadline: number): Promise<void> {
    for (const { key, text, operationName, uses } of known) {
      if (performance.now() > deadline) return;
      await nextTurn();
      const document = parse(text, { noLocation: true });
      const operation = getOperationAST(document, operationName);
      if (operation == null || validate(this.apiSchema, document).length > 0) continue;
      const compile = () => this.#compile({ document, operation });
      const compiled = await compile()
        .catch(compile)
        .catch(() => undefined);
      if (compiled !== undefined) this.operations.add(key, compiled, Math.ceil(uses / 2));
    }
  }

  /** Ends the planner. What is planned can still be executed. */
  stopPlanning(): Promise<void> {
    return this.#planner.stop();
  }

  async #compile({ document, operation }: ClientOperation): Promise<CompiledOperation> {
    const planned = plannableDocument(document, operation, this.#names, this.apiSchema);
    const json = await this.#planner.plan({ document: print(planned), operationName: operation.name?.value });
    const plan = compilePlan(JSON.parse(json) as QueryPlan, this.#possibleTypes);
    return compileOperation({ schema: this.apiSchema, document, operation, names: this.#names, plan });
  }
}
