import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { HubError, UnreachableCaseError } from '../../subgraphs/kit/errors';
import { compileRewrite, type Rewrite } from './data-rewrites';
import { RequiredSelection } from './required-selection';
import type { PossibleTypes } from './type-conditions';

/** Name of the variable that carries representations, in every fetch of entities. */
export const REPRESENTATIONS = 'representations';

/** One question to one subgraph, ready to be asked. */
export interface CompiledFetch {
  readonly kind: 'fetch';
  readonly subgraph: string;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: readonly string[];
  /** From the root to the objects that the fetch adds to. */
  readonly path: readonly string[];
  /** What representations are made of; undefined for a fetch of root fields. */
  readonly requires: RequiredSelection | undefined;
  readonly inputRewrites: readonly Rewrite[];
  readonly outputRewrites: readonly Rewrite[];
}

/** A plan ready to run. It holds nothing of one request and serves any number of them at once. */
export type CompiledPlan =
  | CompiledFetch
  | { readonly kind: 'sequence' | 'parallel'; readonly nodes: readonly CompiledPlan[] }
  | {
      readonly kind: 'condition';
      readonly variable: string;
      readonly whenTrue: CompiledPlan | undefined;
      readonly whenFalse: CompiledPlan | undefined;
    };

/** Prepares a plan. Throws OPERATION_UNSUPPORTED for what the hub does not carry out: @defer and subscriptions. */
export function compilePlan(plan: QueryPlan, possibleTypes: PossibleTypes): CompiledPlan | undefined {
  const { node } = plan;
  if (node === undefined) return undefined;
  if (node.kind === 'Subscription') throw unsupported('Subscriptions');
  return compileNode(node, [], possibleTypes);
}

function compileNode(node: PlanNode, path: readonly string[], possibleTypes: PossibleTypes): CompiledPlan {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', nodes: node.nodes.map((inner) => compileNode(inner, path, possibleTypes)) };
    case 'Parallel':
      return { kind: 'parallel', nodes: node.nodes.map((inner) => compileNode(inner, path, possibleTypes)) };
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path.map(String)], possibleTypes);
    case 'Fetch':
      return compileFetch(node, path, possibleTypes);
    case 'Condition': {
      const { condition: variable, ifClause, elseClause } = node;
      return {
        kind: 'condition',
        variable,
        whenTrue: ifClause && compileNode(ifClause, path, possibleTypes),
        whenFalse: elseClause && compileNode(elseClause, path, possibleTypes),
      };
    }
    case 'Defer':
      throw unsupported('@defer');
    default:
      throw new UnreachableCaseError(node);
  }
}

function compileFetch(node: FetchNode, path: readonly string[], possibleTypes: PossibleTypes): CompiledFetch {
  const variables = node.variableUsages ?? [];
  if (node.requires !== undefined && variables.includes(REPRESENTATIONS)) {
    throw unsupported(`A variable named "${REPRESENTATIONS}"`);
  }
  const rewrites = (found: FetchNode['inputRewrites']) =>
    (found ?? []).map((rewrite) => compileRewrite(rewrite, possibleTypes));
  return {
    kind: 'fetch',
    subgraph: node.serviceName,
    query: node.operation,
    operationName: node.operationName,
    variables,
    path,
    requires: node.requires === undefined ? undefined : new RequiredSelection(node.requires, possibleTypes),
    inputRewrites: rewrites(node.inputRewrites),
    outputRewrites: rewrites(node.outputRewrites),
  };
}

function unsupported(what: string): HubError {
  return new HubError('OPERATION_UNSUPPORTED', `${what} cannot be used with this hub. Write the operation without.`);
}
