import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse, printSchema } from 'graphql';
import { servedSupergraph } from '../authorization';
import { refuseRequiredArguments } from './required-arguments';

/** What bounds the work of a planner. */
export interface PlannerLimits {
  /** Most plans weighed for one operation. */
  readonly maxEvaluatedPlans: number;
}

/** An operation to plan. */
export interface PlanQuestion {
  /** The operation and its fragments, valid against the API schema. */
  readonly document: string;
  readonly operationName: string | undefined;
}

/** Plans operations over one supergraph. Its work blocks its thread: up to a second for one operation. */
export interface Planner {
  /** The schema that clients see, as SDL. */
  readonly apiSdl: string;
  /** The plan as JSON. The same document gives the same plan whatever its variables. */
  plan(question: PlanQuestion): string;
}

/** Builds a planner. Throws SUPERGRAPH_UNSUPPORTED, or what federation throws for a text that is no supergraph. */
export function createPlanner(supergraphSdl: string, limits: PlannerLimits): Planner {
  refuseRequiredArguments(supergraphSdl);
  // Who may ask what is checked before an operation is planned; the planner refuses to read it.
  // Without locations: the tokens of a hundred regions take as much memory as the planner itself.
  const document = parse(servedSupergraph(supergraphSdl), { noLocation: true });
  const supergraph = Supergraph.build(document, { validateSupergraph: false });
  const apiSchema = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph, { debug: { maxEvaluatedPlans: limits.maxEvaluatedPlans } });
  return {
    apiSdl: printSchema(apiSchema.toGraphQLJSSchema()),
    plan({ document, operationName }) {
      const parsed = parse(document, { noLocation: true });
      return JSON.stringify(planner.buildQueryPlan(operationFromDocument(apiSchema, parsed, { operationName })));
    },
  };
}
