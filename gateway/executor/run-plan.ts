import type { GraphQLDataSource } from '@apollo/gateway';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ERRORS, HubError, UnreachableCaseError } from '../../subgraphs/kit/errors';
import type { GatewayContext } from '../request-context';
import { clientStep } from './client-names';
import { type CompiledFetch, type CompiledPlan, REPRESENTATIONS } from './compiled-plan';
import type { JsonObject } from './json';
import { pathOf, type ResultTree, type Target } from './result-tree';

/** What asks a subgraph. */
export type SubgraphService = GraphQLDataSource<GatewayContext>;

type ProcessOptions = Parameters<SubgraphService['process']>[0];
/** The value of an enumeration that is not worth loading @apollo/gateway for. */
const INCOMING_OPERATION = 'incoming operation';

type ReceivedError = Pick<GraphQLFormattedError, 'message' | 'path' | 'extensions'>;

/** One run of a plan. */
export interface PlanRun {
  readonly tree: ResultTree;
  readonly errors: GraphQLError[];
  readonly service: (subgraph: string) => SubgraphService;
  readonly context: GatewayContext;
  /** Variables as the client gave them: they travel to subgraphs as they are. */
  readonly variables: Readonly<JsonObject>;
  /** The same with defaults filled in and checked: they decide conditions. */
  readonly coercedVariables: Readonly<JsonObject>;
  readonly incomingRequestContext: unknown;
}

/**
 * Carries out a plan into the run's tree. A fetch that fails adds an error to the run and leaves the rest going:
 * never throws for what subgraphs do.
 */
export async function runPlan(plan: CompiledPlan, run: PlanRun): Promise<void> {
  switch (plan.kind) {
    case 'sequence':
      for (const node of plan.nodes) await runPlan(node, run);
      return;
    case 'parallel':
      await Promise.all(plan.nodes.map((node) => runPlan(node, run)));
      return;
    case 'condition': {
      const chosen = run.coercedVariables[plan.variable] === true ? plan.whenTrue : plan.whenFalse;
      if (chosen !== undefined) await runPlan(chosen, run);
      return;
    }
    case 'fetch':
      try {
        await runFetch(plan, run);
      } catch (thrown) {
        run.errors.push(asGraphQLError(thrown));
      }
      return;
    default:
      throw new UnreachableCaseError(plan);
  }
}

async function runFetch(fetch: CompiledFetch, run: PlanRun): Promise<void> {
  const found = run.tree.targetsAt(fetch.path);
  const targets = fetch.requires?.types === undefined ? found.all : found.ofTypes(fetch.requires.types);
  if (targets.length === 0) return;
  if (fetch.requires === undefined) {
    const data = await ask(fetch, run, undefined, (path) => targets.map(({ place }) => [...pathOf(place), ...path]));
    if (data === undefined) return;
    for (const target of targets) run.tree.merge(target, data);
    return;
  }
  const { representations, owners } = representationsOf(fetch, targets);
  if (representations.length === 0) return;
  const data = await ask(fetch, run, representations, (path) => placesOfEntity(path, owners));
  if (data === undefined) return;
  const entities: unknown = data['_entities'];
  if (!Array.isArray(entities) || entities.length !== representations.length) {
    throw new HubError('VALUE_INVALID', ERRORS.VALUE_INVALID.description);
  }
  owners.forEach((targetsOfEntity, index) => {
    const entity = entities[index] as JsonObject | null;
    if (entity === null) return;
    for (const target of targetsOfEntity) run.tree.merge(target, entity);
  });
}

/** Representations, each once, with the objects that each stands for. */
function representationsOf(
  { requires, inputRewrites }: CompiledFetch,
  targets: readonly Target[],
): { representations: JsonObject[]; owners: Target[][] } {
  const representations: JsonObject[] = [];
  const owners: Target[][] = [];
  const known = new Map<string, Target[]>();
  for (const target of targets) {
    const representation = requires?.read(target.object);
    if (typeof representation?.['__typename'] !== 'string') continue;
    for (const rewrite of inputRewrites) rewrite(representation);
    const identity = targets.length === 1 ? '' : JSON.stringify(representation);
    const same = known.get(identity);
    if (same !== undefined) {
      same.push(target);
      continue;
    }
    const first = [target];
    known.set(identity, first);
    owners.push(first);
    representations.push(representation);
  }
  return { representations, owners };
}

type PlacesOf = (path: readonly (string | number)[]) => (string | number)[][];

/** Where an error of a fetch of entities stands in the answer: once for each object that its entity stands for. */
function placesOfEntity(
  path: readonly (string | number)[],
  owners: readonly (readonly Target[])[],
): (string | number)[][] {
  const [field, index, ...rest] = path;
  const targets = field === '_entities' && typeof index === 'number' ? owners[index] : undefined;
  return (targets ?? []).map(({ place }) => [...pathOf(place), ...rest]);
}

async function ask(
  fetch: CompiledFetch,
  run: PlanRun,
  representations: readonly JsonObject[] | undefined,
  placesOf: PlacesOf,
): Promise<JsonObject | undefined> {
  const variables: JsonObject = {};
  for (const name of fetch.variables) {
    if (Object.hasOwn(run.variables, name) && run.variables[name] !== undefined) variables[name] = run.variables[name];
  }
  if (representations !== undefined) variables[REPRESENTATIONS] = representations;
  const answer = await run.service(fetch.subgraph).process({
    kind: INCOMING_OPERATION,
    request: { query: fetch.query, operationName: fetch.operationName, variables },
    incomingRequestContext: run.incomingRequestContext,
    context: run.context,
    laterRounds: fetch.laterRounds,
  } as unknown as ProcessOptions);
  for (const error of answer.errors ?? []) report(error, run.errors, placesOf);
  const data = (answer.data ?? undefined) as JsonObject | undefined;
  if (data === undefined || fetch.outputRewrites.length === 0) return data;
  const rewritten = structuredClone(data);
  const roots = Array.isArray(rewritten['_entities']) ? (rewritten['_entities'] as unknown[]) : [rewritten];
  for (const root of roots) fetch.outputRewrites.forEach((rewrite) => rewrite(root));
  return rewritten;
}

function report(error: ReceivedError, errors: GraphQLError[], placesOf: PlacesOf): void {
  const places = error.path === undefined ? [] : placesOf(error.path);
  const originalError = error instanceof Error ? error : undefined;
  const { message, extensions } = error;
  if (places.length === 0) errors.push(new GraphQLError(message, { originalError, extensions }));
  for (const place of places) {
    errors.push(new GraphQLError(message, { path: place.map(clientStep), originalError, extensions }));
  }
}

function asGraphQLError(thrown: unknown): GraphQLError {
  if (thrown instanceof GraphQLError) return thrown;
  const cause = thrown instanceof Error ? thrown : new Error('A data source threw something that is no error');
  return new GraphQLError(cause.message, { originalError: cause });
}
