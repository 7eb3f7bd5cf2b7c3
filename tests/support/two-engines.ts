import { ApolloGateway } from '@apollo/gateway';
import { type DocumentNode, type ExecutionResult, GraphQLError, getOperationAST, type GraphQLSchema } from 'graphql';
import { promoteValueCompletion } from '../../gateway/answer/answer-errors';
import { servedSupergraph } from '../../gateway/authorization';
import { createHubEngine, DEFAULT_ENGINE_CONFIG, type HubEngine } from '../../gateway/engine';
import type { SubgraphService } from '../../gateway/executor';
import { UNLIMITED_BUDGET } from '../../gateway/request-budget';
import { createGatewayContext } from '../../gateway/request-context';
import type { Caller } from '../../subgraphs/kit/identity';
import { CONSOLIDATOR } from './callers';
import { silentLogger } from './gateway-servers';
import { plannerInProcess } from './planner-in-process';

/** What an engine answered, as far as engines have to agree. */
export interface Answer {
  readonly data: unknown;
  /** Code and region of each error, each once. */
  readonly faults: readonly string[];
  readonly errors: readonly GraphQLError[];
  /** Whether some of the errors stood in the extensions only, where no client looks. */
  readonly whispered: boolean;
}

/** An engine under test. */
export interface EngineUnderTest {
  readonly schema: GraphQLSchema;
  ask(document: DocumentNode, variables?: Readonly<Record<string, unknown>>, caller?: Caller): Promise<Answer>;
  stop(): Promise<void>;
}

type ServiceOf = (subgraph: string) => SubgraphService;
type Loaded = Awaited<ReturnType<HubEngine['load']>>['executor'];

/** Services that can be exchanged between two questions, since engines keep those that they are given. */
export function exchangeable(current: () => ServiceOf): ServiceOf {
  return (name) => ({ process: (options) => current()(name).process(options) });
}

/** The hub's engine over these subgraphs. */
export async function hubEngine(
  supergraphSdl: string,
  service: ServiceOf,
): Promise<EngineUnderTest & { engine: HubEngine }> {
  const services = () => ({ forSubgraph: service, release: async () => undefined });
  const deps = { supergraphSdl, startPlanner: plannerInProcess, services, logger: silentLogger };
  const engine = createHubEngine(deps, { ...DEFAULT_ENGINE_CONFIG, warmMilliseconds: 60_000 });
  return { ...(await underTest(engine)), engine };
}

/** The stock engine over the same. */
export async function stockEngine(supergraphSdl: string, service: ServiceOf): Promise<EngineUnderTest> {
  const gateway = new ApolloGateway({
    supergraphSdl: servedSupergraph(supergraphSdl),
    buildService: ({ name }) => service(name),
    logger: silentLogger,
  });
  return underTest(gateway as unknown as HubEngine);
}

async function underTest(engine: HubEngine): Promise<EngineUnderTest> {
  let schema: GraphQLSchema | undefined;
  engine.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = apiSchema;
  });
  const { executor } = await engine.load({ apollo: {} });
  if (schema === undefined || executor === null) throw new Error('the engine did not load');
  const loaded = { schema, executor };
  return {
    schema,
    ask: (document, variables = {}, caller = CONSOLIDATOR) => askEngine(loaded, document, variables, caller),
    stop: () => engine.stop(),
  };
}

let asked = 0;

async function askEngine(
  { schema, executor }: { schema: GraphQLSchema; executor: NonNullable<Loaded> },
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  caller: Caller,
): Promise<Answer> {
  asked += 1;
  const operation = getOperationAST(document);
  const result: ExecutionResult = await executor({
    request: { variables },
    document,
    operation,
    operationName: operation?.name?.value ?? null,
    queryHash: String(asked),
    schema,
    context: createGatewayContext('a-request', UNLIMITED_BUDGET, caller),
    logger: silentLogger,
    metrics: {},
  } as never);
  const whispered = promoteValueCompletion(result.extensions?.['valueCompletion']).map(
    ({ message, path, extensions }) => new GraphQLError(message, { path, extensions }),
  );
  // The stock engine gives what it did not foresee as it was thrown.
  const told = (result.errors ?? []).map((error) => (error instanceof GraphQLError ? error : asError(error)));
  const errors = [...told, ...whispered];
  const faults = new Set(
    errors.map(({ extensions }) => `${String(extensions['code'])} ${String(extensions['region'])}`),
  );
  return {
    data: JSON.parse(JSON.stringify(result.data ?? null)),
    faults: [...faults].sort(),
    errors,
    whispered: whispered.length > 0,
  };
}

function asError(thrown: unknown): GraphQLError {
  return new GraphQLError(thrown instanceof Error ? thrown.message : String(thrown));
}
