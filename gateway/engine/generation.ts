import { setImmediate as nextTurn } from 'node:timers/promises';
import type { QueryPlan } from '@apollo/query-planner';
import {
  buildASTSchema,
  type DocumentNode,
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
import { PlanCache, type RunningPlanner } from '../plans';
import { readSupergraph, type SupergraphView } from '../supergraph';

/** Milliseconds for which an operation that took the planner's whole time is refused without another try. */
const TIMEOUT_KEPT_MILLISECONDS = 60_000;

/** An operation as a client sent it, validated. */
export interface ClientOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Everything that depends on one supergraph: schema, planner and plans. Requests that began on it end on it. */
export class Generation {
  readonly supergraphSdl: string;
  readonly apiSchema: GraphQLSchema;
  readonly view: SupergraphView;
  readonly operations: PlanCache<CompiledOperation>;
  readonly #planner: RunningPlanner;
  readonly #names: ClientNames;
  readonly #possibleTypes: PossibleTypes;

  private constructor(
    supergraphSdl: string,
    parts: { planner: RunningPlanner; view: SupergraphView; apiSchema: GraphQLSchema; cachedOperations: number },
  ) {
    this.supergraphSdl = supergraphSdl;
    this.apiSchema = parts.apiSchema;
    this.view = parts.view;
    this.#planner = parts.planner;
    this.#names = clientNames((name) => parts.view.reservedNames.isReservedAnywhere(name));
    this.#possibleTypes = possibleTypesOf(parts.view.schema);
    this.operations = new PlanCache({
      bound: parts.cachedOperations,
      failureMilliseconds: (error) => (asHubError(error)?.code === 'PLANNING_TIMEOUT' ? TIMEOUT_KEPT_MILLISECONDS : 0),
    });
  }

  /** Reads the schemas in several turns of the event loop, so that requests are served in between. */
  static async build(supergraphSdl: string, planner: RunningPlanner, cachedOperations: number): Promise<Generation> {
    await nextTurn();
    const view = readSupergraph(supergraphSdl);
    await nextTurn();
    const document = parse(planner.apiSdl, { noLocation: true });
    await nextTurn();
    const apiSchema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
    return new Generation(supergraphSdl, { planner, view, apiSchema, cachedOperations });
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

  /**
   * Plans what the generation before was asked most, the most used first, until `deadline`. What the new schema
   * does not allow any more is left out.
   */
  async warm(before: Generation, count: number, deadline: number): Promise<void> {
    for (const { key, value, uses } of before.operations.mostUsed(count)) {
      if (performance.now() > deadline) return;
      const known = await value.catch(() => undefined);
      if (known === undefined) continue;
      await nextTurn();
      if (validate(this.apiSchema, known.document).length > 0) continue;
      const compiled = await this.#compile(known).catch(() => undefined);
      if (compiled !== undefined) this.operations.add(key, compiled, Math.ceil(uses / 2));
    }
  }

  /** Ends the planner. */
  stop(): Promise<void> {
    return this.#planner.stop();
  }

  async #compile({ document, operation }: ClientOperation): Promise<CompiledOperation> {
    const planned = plannableDocument(document, operation, this.#names);
    const json = await this.#planner.plan({ document: print(planned), operationName: operation.name?.value });
    const plan = compilePlan(JSON.parse(json) as QueryPlan, this.#possibleTypes);
    return compileOperation({ schema: this.apiSchema, document, operation, names: this.#names, plan });
  }
}
