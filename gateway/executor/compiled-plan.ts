import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { HubError, UnreachableCaseError } from '../../subgraphs/kit/errors';
import { isCentral } from '../data-source';
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
  /** Rounds of questions to regions that can only begin once this one has ended: time has to be left for them. */
  readonly laterRounds: number;
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
  const paths = new Map<string, readonly string[]>();
  return compileNode(node, { path: [], laterRounds: 0, paths, possibleTypes });
}

/** Where in the plan a node stands. */
interface Position {
  readonly path: readonly string[];
  readonly laterRounds: number;
  /** Paths of the plan, each one object: what is found at a path is remembered by it. */
  readonly paths: Map<string, readonly string[]>;
  readonly possibleTypes: PossibleTypes;
}

function compileNode(node: PlanNode, position: Position): CompiledPlan {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', nodes: compileSequence(node.nodes, position) };
    case 'Parallel':
      return { kind: 'parallel', nodes: node.nodes.map((inner) => compileNode(inner, position)) };
    case 'Flatten':
      return compileNode(node.node, { ...position, path: pathUnder(position, node.path) });
    case 'Fetch':
      return compileFetch(node, position);
    case 'Condition': {
      const { condition: variable, ifClause, elseClause } = node;
      return {
        kind: 'condition',
        variable,
        whenTrue: ifClause && compileNode(ifClause, position),
        whenFalse: elseClause && compileNode(elseClause, position),
      };
    }
    case 'Defer':
      throw unsupported('@defer');
    default:
      throw new UnreachableCaseError(node);
  }
}

function pathUnder({ path, paths }: Position, steps: readonly (string | number)[]): readonly string[] {
  const whole = [...path, ...steps.map(String)];
  const key = JSON.stringify(whole);
  const known = paths.get(key) ?? whole;
  paths.set(key, known);
  return known;
}

function compileSequence(nodes: readonly PlanNode[], position: Position): CompiledPlan[] {
  let { laterRounds } = position;
  const compiled = [...nodes].reverse().map((node) => {
    const inner = compileNode(node, { ...position, laterRounds });
    laterRounds += regionalRounds(node);
    return inner;
  });
  return compiled.reverse();
}

/** Rounds of questions to regions that a node takes, one after the other. */
function regionalRounds(node: PlanNode | undefined): number {
  switch (node?.kind) {
    case 'Fetch':
      return isCentral(node.serviceName) ? 0 : 1;
    case 'Flatten':
      return regionalRounds(node.node);
    case 'Sequence':
      return node.nodes.reduce((sum, inner) => sum + regionalRounds(inner), 0);
    case 'Parallel':
      return Math.max(0, ...node.nodes.map(regionalRounds));
    case 'Condition':
      return Math.max(regionalRounds(node.ifClause), regionalRounds(node.elseClause));
    default:
      return 0;
  }
}

function compileFetch(node: FetchNode, { path, laterRounds, possibleTypes }: Position): CompiledFetch {
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
    laterRounds,
  };
}

function unsupported(what: string): HubError {
  return new HubError('OPERATION_UNSUPPORTED', `${what} cannot be used with this hub. Write the operation without.`);
}
