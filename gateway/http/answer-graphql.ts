import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { Request, RequestHandler, Response } from 'express';
import { callerKey } from '../../subgraphs/kit/identity';
import { identityOf } from '../identity';
import type { Guard } from '../limits';
import type { GatewayContext } from '../request-context';
import type { RequestTraces } from '../telemetry';
import type { FinishedAnswer, SharedAnswer, SharedAnswers } from './shared-answers';

/** What answers a request that passed every limit. */
export interface AnswerDeps {
  /** Started. */
  readonly server: ApolloServer<GatewayContext>;
  readonly contextOf: (response: Response) => GatewayContext;
  readonly admitted: Guard['admitted'];
  readonly traces: Pick<RequestTraces, 'of'>;
  /** Which supergraph and network serve; answers are never shared from one to the next. */
  readonly generation: () => number;
  /** Answers under way and a moment longer. */
  readonly shared: SharedAnswers;
}

/**
 * Answers `/graphql` by Apollo Server. Identical queries of callers who are alike get one answer while it is under
 * way and a moment longer; mutations are always executed, and nothing that began before one ended is shared after it.
 */
export function answerGraphql(deps: AnswerDeps): RequestHandler {
  const { shared } = deps;
  let generation: number | undefined;

  const execute = async (request: Request, context: GatewayContext): Promise<SharedAnswer> => {
    const { body, status, headers } = await deps.server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: requestOf(request),
      context: async () => context,
    });
    if (body.kind !== 'complete') throw new Error('An answer in parts cannot be sent');
    return { head: { status, headers }, body: Buffer.from(body.string, 'utf8'), repeats: context.repeats };
  };

  return async (request, response) => {
    const admitted = deps.admitted(response);
    const key = keyOf(request, response, admitted);
    if (key === undefined) {
      const isMutation = admitted?.operation.node.operation === 'mutation';
      const answer = execute(request, deps.contextOf(response));
      send(response, await (isMutation ? answer.finally(() => shared.clear()) : answer));
      return;
    }
    if (generation !== deps.generation()) shared.clear();
    generation = deps.generation();
    const { answer, isShared } = shared.answer(key, () => execute(request, deps.contextOf(response)));
    const given = await answer;
    if (isShared) {
      deps.traces.of(response)?.shareAnswer();
      for (const repeat of given.repeats) repeat((name) => request.get(name));
    }
    send(response, given);
  };
}

/** Equal only for requests whose answers are interchangeable; undefined for one that is answered by itself. */
function keyOf(request: Request, response: Response, admitted: ReturnType<Guard['admitted']>): string | undefined {
  if (request.method !== 'POST' || admitted?.operation.node.operation !== 'query') return undefined;
  const { operationName, variables, extensions } = admitted.received;
  if (Object.keys(extensions).length > 0) return undefined;
  const caller = callerKey(identityOf(response).caller);
  return JSON.stringify([caller, admitted.document.hash, operationName, request.get('accept'), variables]);
}

function requestOf(request: Request): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const start = request.url.indexOf('?');
  return {
    method: request.method.toUpperCase(),
    headers,
    search: start === -1 ? '' : request.url.slice(start),
    body: request.body as unknown,
  };
}

function send(response: Response, { head, body }: FinishedAnswer): void {
  response.statusCode = head.status ?? 200;
  for (const [name, value] of head.headers) response.setHeader(name, value);
  response.setHeader('content-length', body.length);
  response.end(body);
}
