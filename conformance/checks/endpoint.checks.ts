import { expect } from '../report';
import { CONSOLIDATOR, isJson, type Session } from '../session';
import type { CheckGroup } from './check';

const QUESTION = JSON.stringify({ query: '{ __typename }' });

const bearer = async ({ tokens }: Session) => ({ authorization: `Bearer ${await tokens.good(CONSOLIDATOR)}` });

/** Whether an answer holds what the question asked. */
function isAnswered(json: unknown): boolean {
  return isJson(json) && isJson(json['data']) && typeof json['data']['__typename'] === 'string';
}

/** That the endpoint is there, trusts the key of the run, and speaks GraphQL over HTTP. */
export const endpointChecks: CheckGroup = {
  name: 'endpoint',
  needs: [],
  checks: [
    {
      name: 'answers',
      title: 'answers a GraphQL question that carries a token of the hub, itself and uncompressed',
      run: async (session) => {
        const { status, json, headers } = await session.send({ body: QUESTION, headers: await bearer(session) });
        expect(status < 300 || status > 399, 'REDIRECTED', `The endpoint answers with status ${status}.`);
        expect(status !== 401 && status !== 403, 'TOKEN_NOT_ACCEPTED', `A good token was refused with ${status}.`);
        const encoding = headers['content-encoding'];
        expect(encoding === undefined, 'COMPRESSED', `An answer came with content-encoding ${String(encoding)}.`);
        expect(status === 200 && isAnswered(json), 'NOT_GRAPHQL', `{ __typename } was answered with status ${status}.`);
      },
    },
    {
      name: 'json',
      title: 'says that its answers are JSON',
      needs: ['endpoint.answers'],
      run: async (session) => {
        const { headers } = await session.send({ body: QUESTION, headers: await bearer(session) });
        const type = String(headers['content-type']);
        const isJsonType = /^application\/(?:graphql-response\+)?json\b/.test(type);
        expect(isJsonType, 'NOT_GRAPHQL', `The content type of an answer is "${type}".`);
      },
    },
    {
      name: 'post-only',
      title: 'answers no question by GET',
      needs: ['endpoint.answers'],
      run: async (session) => {
        const { status, json } = await session.send({
          method: 'GET',
          search: '?query=%7B__typename%7D',
          headers: { ...(await bearer(session)), 'apollo-require-preflight': 'true' },
        });
        expect(status >= 400 && !isAnswered(json), 'ANSWERED_GET', `A question by GET got status ${status}.`);
      },
    },
    {
      name: 'json-only',
      title: 'answers no form',
      needs: ['endpoint.answers'],
      run: async (session) => {
        const type = 'application/x-www-form-urlencoded';
        const { status, json } = await session.send({
          body: 'query=%7B__typename%7D',
          headers: { ...(await bearer(session)), 'content-type': type },
        });
        expect(status >= 400 && !isAnswered(json), 'ANSWERED_FORM', `A body of ${type} got status ${status}.`);
      },
    },
  ],
};
