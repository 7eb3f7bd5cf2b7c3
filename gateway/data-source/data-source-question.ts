import type { GraphQLDataSource } from '@apollo/gateway';
import type { GatewayContext } from '../request-context';
import { createQuestion, type SubgraphQuestion } from './subgraph-client';

/** What the executor hands to a data source. */
export type DataSourceQuestion = Parameters<GraphQLDataSource<GatewayContext>['process']>[0];

/** What a data source hands back. */
export type DataSourceAnswer = Awaited<ReturnType<GraphQLDataSource<GatewayContext>['process']>>;

/** Takes from the executor's question what travels to the subgraph: never a header of the client. */
export function questionOf(
  { request }: Pick<DataSourceQuestion, 'request'>,
  headers: SubgraphQuestion['headers'],
  identityKey: string,
): SubgraphQuestion {
  const { query = '', operationName, variables = {} } = request;
  return createQuestion({ query, operationName, variables, headers, identityKey });
}
