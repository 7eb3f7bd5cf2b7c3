import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { Response } from 'express';
import { createRequestBudget } from '../request-budget';
import { createGatewayContext, type GatewayContext } from '../request-context';
import { requestIdOf } from './request-id';
import type { SharedAnswers } from './shared-answers';

/** What asks the gateway itself. */
export interface AnonymousDeps {
  /** Started. */
  readonly server: ApolloServer<GatewayContext>;
  /** Those of `/graphql`: a mutation forgets these answers as well. */
  readonly shared: SharedAnswers;
  /** Which supergraph and network serve. */
  readonly generation: () => number;
  readonly requestDeadlineMilliseconds: number;
}

/** Asks questions of the hub's own as a caller whom nobody knows; identical ones under way get one answer. */
export function askAnonymously(deps: AnonymousDeps): (response: Response) => (query: string) => Promise<string> {
  const { server, shared, generation, requestDeadlineMilliseconds } = deps;

  return (response) => async (query) => {
    const context = createGatewayContext(requestIdOf(response), createRequestBudget(requestDeadlineMilliseconds));
    const make = async () => {
      const { body, status, headers } = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: 'POST',
          headers: new HeaderMap([['content-type', 'application/json']]),
          search: '',
          body: { query },
        },
        context: async () => context,
      });
      if (body.kind !== 'complete') throw new Error('An answer in parts cannot be used');
      return { head: { status, headers }, body: Buffer.from(body.string, 'utf8'), repeats: context.repeats };
    };
    const { answer } = shared.answer(JSON.stringify(['own', generation(), query]), make);
    return (await answer).body.toString('utf8');
  };
}
