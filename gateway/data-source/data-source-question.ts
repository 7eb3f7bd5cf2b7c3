import type { GraphQLDataSource } from '@apollo/gateway';
import type { GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../request-context';
import { createQuestion, type SubgraphQuestion } from './subgraph-client';

/** What the executor hands to a data source. */
export type DataSourceQuestion = Parameters<GraphQLDataSource<GatewayContext>['process']>[0];

/** A question with the supergraph that it was planned on. */
export type SupergraphQuestion = DataSourceQuestion & {
  /** Hidden types included. */
  readonly schema?: GraphQLSchema;
  /** Rounds of questions to regions that begin once this one has ended. Absent, as from the stock executor: none. */
  readonly laterRounds?: number;
  /** Text that names the network which the question was planned on, for the national subgraph. */
  readonly members?: string;
};

/** What a data source hands back. */
export type DataSourceAnswer = Awaited<ReturnType<GraphQLDataSource<GatewayContext>['process']>>;

/** Takes from the executor's question what travels to the subgraph: never a header of the client. */
export function questionOf(
  { request, schema }: Pick<SupergraphQuestion, 'request' | 'schema'>,
  headers: SubgraphQuestion['headers'],
  identityKey: string,
): SubgraphQuestion {
  const { query = '', operationName, variables = {} } = request;
  return createQuestion({ query, operationName, variables, headers, identityKey, schema });
}
