import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type FetchNode, type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { assertCompositionSuccess, composeServices } from '@theguild/federation-composition';
import { buildSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { servedSupergraph } from '../../gateway/authorization';
import { composeNetwork, NATIONAL_SUBGRAPH, publicationsOf, REGISTRY_SUBGRAPH, registrySchema } from '../../schema';
import { REGIONS } from '../../subgraphs/kit/regions';

const QUESTIONS = {
  consolidation: `{ consolidation(period: { from: "2021-01", to: "2021-12" }) {
    total { hoursDone womenShare buyers } coverage { answered missing { code } } regions { status figures { hoursDone } } } }`,
  contracts: `{ contracts(first: 20) { edges { cursor node { id title buyer { siren } } region { code } } pageInfo { hasNextPage } } }`,
  directory: `{ regions { code network { coordinationName desks { name facilitators { name } } } } }`,
};

/** Every region of three has another version, as in a real network. */
const members = REGIONS.map((region, index) => ({ region, schemaVersion: String(1 + (index % 3)) }));

describe('a second, independent composition library', () => {
  const publications = publicationsOf(members);
  const ours = composeNetwork(publications, { withRegistry: true });
  const theirs = composeServices(
    [
      { name: NATIONAL_SUBGRAPH, sdl: ours.nationalSdl },
      { name: REGISTRY_SUBGRAPH, sdl: registrySchema() },
      ...publications.map(({ region, sdl }) => ({ name: region.subgraph, sdl })),
    ].map(({ name, sdl }) => ({ name, url: `http://${name}.invalid/graphql`, typeDefs: parse(sdl) })),
  );
  assertCompositionSuccess(theirs);
  const supergraphs = [ours, theirs].map(({ supergraphSdl }) => Supergraph.build(servedSupergraph(supergraphSdl)));

  it('gives clients the same schema', () => {
    const own = printSchema(lexicographicSortSchema(supergraphs[0]!.apiSchema().toGraphQLJSSchema()));
    expect(printSchema(lexicographicSortSchema(buildSchema(theirs.publicSdl)))).toBe(own);
    expect(own).toContain('consolidation(');
    expect(own).not.toContain('type BretagneFigures');
  });

  it.each(Object.entries(QUESTIONS))('makes a supergraph on which %s is planned alike', (_, query) => {
    const [own, other] = supergraphs.map((supergraph) => {
      const operation = operationFromDocument(supergraph.apiSchema(), parse(query));
      return fetchesOf(new QueryPlanner(supergraph).buildQueryPlan(operation));
    });
    expect(other).toEqual(own);
    expect(own?.filter(([service]) => service.startsWith('region-')).length).toBeGreaterThanOrEqual(REGIONS.length);
  });
});

/** Which subgraph is asked what, whatever runs first of what runs at the same time. */
function fetchesOf({ node }: QueryPlan): readonly (readonly [string, string])[] {
  const fetches: (readonly [string, string])[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { kind, serviceName, operation } = value as Partial<FetchNode>;
    if (kind === 'Fetch') fetches.push([serviceName ?? '', selectionOf(operation ?? '')]);
    Object.values(value).forEach(visit);
  };
  visit(node);
  return fetches.sort(([left, one], [right, other]) => (left + one < right + other ? -1 : 1));
}

/** The names of a question, whatever their order. */
function selectionOf(operation: string): string {
  return (operation.match(/\w+/g) ?? []).sort().join(' ');
}
