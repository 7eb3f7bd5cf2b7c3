import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';

/** Credential that the canned registry believes. */
export const CANNED_CREDENTIAL = 'mlr_0123456789abcdef_secret';

/** A server of the registry's own schema that answers what a test says: for what commands print, not for what it does. */
export interface CannedRegistry {
  readonly url: string;
  /** Environment of a command that asks it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Inputs of the mutations that it was asked, in their order. */
  readonly inputs: unknown[];
  /** What the next questions are answered: resolvers or values of root fields. */
  answer(rootValue: Readonly<Record<string, unknown>>): void;
  stop(): Promise<void>;
}

/** Starts one. */
export async function startCannedRegistry(): Promise<CannedRegistry> {
  const typeDefs = parse(readFileSync(join(__dirname, '..', '..', 'schema', 'registry.graphql'), 'utf8'));
  const schema = buildSubgraphSchema([{ typeDefs }]);
  const inputs: unknown[] = [];
  let rootValue: Readonly<Record<string, unknown>> = {};
  const server = createServer((request, response) => {
    void json(request).then(
      async (body) => {
        const { query, variables } = body as { query: string; variables?: Record<string, unknown> };
        if (variables?.['input'] !== undefined) inputs.push(variables['input']);
        const isBelieved = request.headers.authorization === `Bearer ${CANNED_CREDENTIAL}`;
        const answer = isBelieved
          ? await graphql({ schema, source: query, variableValues: variables, rootValue })
          : { errors: [{ message: 'The credential opens nothing.', extensions: { code: 'UNAUTHENTICATED' } }] };
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      },
      () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return {
    url,
    inputs,
    environment: { MAILLAGE_REGISTRY_URL: url, MAILLAGE_REGISTRY_CREDENTIAL: CANNED_CREDENTIAL },
    answer: (given) => void (rootValue = given),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
