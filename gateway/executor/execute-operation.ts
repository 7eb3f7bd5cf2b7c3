import { executeSync, type ExecutionResult, getVariableValues, Kind } from 'graphql';
import type { GatewayContext } from '../request-context';
import type { FieldForm } from './answer-form';
import type { CompiledOperation } from './compiled-operation';
import type { JsonObject } from './json';
import { ResultTree } from './result-tree';
import { type PlanRun, runPlan, type SubgraphService } from './run-plan';
import { shapeAnswer } from './shape-answer';

/** Codes that validation gives to a fault in the variables, as Apollo Server names them. */
const BAD_VARIABLES = 'BAD_USER_INPUT';

/** One request of a client. */
export interface OperationRequest {
  readonly variables: Readonly<JsonObject>;
  readonly context: GatewayContext;
  /** Handed through to data sources. */
  readonly incomingRequestContext: unknown;
}

/**
 * Answers one request: runs the plan over the subgraphs and shapes what they gave. Faults of subgraphs are
 * errors of the answer. The data of one request are seen by no other.
 */
export async function executeOperation(
  compiled: CompiledOperation,
  request: OperationRequest,
  service: (subgraph: string) => SubgraphService,
): Promise<ExecutionResult<JsonObject>> {
  const { schema, operation, plan } = compiled;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...request.variables });
  if (errors !== undefined) {
    for (const error of errors) error.extensions['code'] ??= BAD_VARIABLES;
    return { errors };
  }
  const run: PlanRun = {
    tree: new ResultTree(),
    errors: [],
    service,
    context: request.context,
    variables: request.variables,
    coercedVariables: coerced,
    incomingRequestContext: request.incomingRequestContext,
  };
  if (plan !== undefined) await runPlan(plan, run);
  const { data, invalid, missing } = shapeAnswer(compiled.formFor(coerced), run.tree.root, (field) =>
    introspect(compiled, field, request.variables),
  );
  // A fetch that failed says why values are missing; said twice it would name no region the second time.
  const found = [...run.errors, ...invalid, ...(run.errors.length === 0 ? missing : [])];
  return found.length === 0 ? { data } : { data, errors: found };
}

/** Lets graphql-js answer what clients ask of the schema itself. */
function introspect(
  { schema, document, operation }: CompiledOperation,
  field: FieldForm,
  variableValues: Readonly<JsonObject>,
): unknown {
  const selectionSet = { kind: Kind.SELECTION_SET, selections: field.nodes } as const;
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const { data } = executeSync({
    schema,
    document: { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...fragments] },
    variableValues,
  });
  return data?.[field.key] ?? null;
}
