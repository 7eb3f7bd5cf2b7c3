import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLFieldResolver, parse } from 'graphql';
import { HubError } from '../../subgraphs/kit/errors';
import type { Region } from '../../subgraphs/kit/regions';
import { composeNetwork, publicationsOf, regionalSchema } from '../../schema';
import { type ReceivedQuestion, region, startSubgraph, type TestServer } from './gateway-servers';

/** Resolvers of a fake subgraph: fields by type, `__resolveReference` among them. */
type Resolvers = Record<string, Record<string, GraphQLFieldResolver<never, unknown> | ((reference: never) => unknown)>>;

/** A shard as the national fake receives it at the gather. */
interface GatheredShard {
  readonly answeredFor?: string | null;
  readonly hoursDone?: number | null;
}

/** Executes questions on a fake subgraph's schema, errors unmasked as a careless region would. */
async function executorOf(sdl: string, resolvers: Resolvers) {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  const server = new ApolloServer({
    schema,
    includeStacktraceInErrorResponses: true,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  });
  await server.start();
  return async ({ query, variables }: ReceivedQuestion): Promise<unknown> => {
    const { body } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: 'POST',
        headers: new HeaderMap([['content-type', 'application/json']]),
        search: '',
        body: { query, variables },
      },
      context: async () => ({}),
    });
    return body.kind === 'complete' ? JSON.parse(body.string) : undefined;
  };
}

/** Supergraph of these regions, as the schema generator composes it. */
export function supergraphOf(codes: readonly string[]) {
  return composeNetwork(publicationsOf(codes.map((code) => ({ region: region(code), schemaVersion: '2' }))));
}

/** Starts a region that did these hundredths of hours and has one desk. */
export async function startRegion(
  code: string,
  hours: number | (() => number),
  headers: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  const { prefix } = region(code);
  const hoursDone = () => (typeof hours === 'function' ? hours() : hours);
  const execute = await executorOf(regionalSchema(region(code), '2'), {
    [`${prefix}Figures`]: {
      __resolveReference: (reference: object) => reference,
      answeredFor: () => `${code}:digest`,
      hoursDone,
    },
    [`${prefix}Network`]: {
      __resolveReference: (reference: object) => reference,
      coordinationName: () => {
        if (typeof hours === 'function') hours();
        return `Coordination ${code}`;
      },
      desks: () => [{ id: `${code}-1`, name: `Guichet ${code}` }],
    },
  });
  return startSubgraph(execute, headers);
}

/** Starts a national fake that sums what the regions of the network did, and keeps what it was asked. */
export async function startNational(
  nationalSdl: string,
  codes: readonly string[],
  scope = 's',
): Promise<TestServer & { readonly questions: ReceivedQuestion[] }> {
  const questions: ReceivedQuestion[] = [];
  const members = codes.map(region);
  const execute = await executorOf(nationalSdl, nationalResolvers(members, scope));
  const server = await startSubgraph((question) => {
    questions.push(question);
    return execute(question);
  });
  return { ...server, questions };
}

function nationalResolvers(members: readonly Region[], scope: string): Resolvers {
  const shards = () => members.map(({ code, prefix }) => ({ __typename: `${prefix}Figures`, region: code, scope }));
  const answered = ({ shards: gathered }: { shards: readonly (GatheredShard | null)[] }) =>
    gathered.filter((shard) => typeof shard?.answeredFor === 'string');
  return {
    Query: {
      consolidation: () => ({ scope, period: { from: '2024-01', to: '2024-12' } }),
      regions: () => members.map(({ code, name, prefix }) => ({ code, name, prefix })),
      nationalBuyer: () => {
        throw new HubError('SIREN_MALFORMED', 'The SIREN "1" has not nine digits.', { siren: '1' });
      },
      nationalBuyers: () => {
        throw new Error('select * from partnership where secret');
      },
    },
    Consolidation: {
      __resolveReference: (reference: object) => reference,
      shards,
      total: (consolidation: never) => ({
        scope,
        hoursDone: answered(consolidation).reduce((sum, shard) => sum + (shard?.hoursDone ?? 0), 0) / 100,
        partial: [],
      }),
      coverage: (consolidation: never) => ({
        expected: members.length,
        answered: answered(consolidation).length,
        missing: [],
        isComplete: answered(consolidation).length === members.length,
      }),
    },
    Region: {
      network: ({ code, prefix }: { code: string; prefix: string }) => ({
        __typename: `${prefix}Network`,
        region: code,
      }),
    },
  } as Resolvers;
}
