import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import type { SubgraphService } from '../../gateway/executor';

/** Fields and `__resolveReference` of a subgraph by type; what has none is read from its object. */
export type LocalResolvers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A subgraph of a test: its SDL without the link to federation, and how it resolves. */
export interface LocalSubgraph {
  readonly sdl: string;
  readonly resolvers: LocalResolvers;
}

/** What a subgraph was asked. */
export interface Asked {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@external", "@shareable", "@inaccessible"])\n';

/** Composes subgraphs; throws what composition says. */
export function composeLocal(subgraphs: Readonly<Record<string, LocalSubgraph>>): string {
  const services = Object.entries(subgraphs).map(([name, { sdl }]) => ({
    name,
    url: `http://${name}.invalid/graphql`,
    typeDefs: parse(LINK + sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error((errors ?? []).map(String).join('\n'));
  return supergraphSdl;
}

/** Subgraphs that resolve in this process. What they are asked is kept in `asked`. */
export function localServices(
  subgraphs: Readonly<Record<string, LocalSubgraph>>,
  asked: Asked[] = [],
): (name: string) => SubgraphService {
  const schemas = new Map(
    Object.entries(subgraphs).map(([name, { sdl, resolvers }]) => [
      name,
      buildSubgraphSchema([{ typeDefs: parse(LINK + sdl), resolvers: resolvers as never }]),
    ]),
  );
  return (name) => ({
    async process({ request }) {
      const schema = schemas.get(name);
      if (schema === undefined) throw new Error(`no subgraph ${name}`);
      const query = request.query ?? '';
      asked.push({ subgraph: name, query, variables: request.variables ?? {} });
      const result = await execute({ schema, document: parse(query), variableValues: request.variables });
      const { data, errors } = JSON.parse(JSON.stringify(result)) as typeof result;
      return errors === undefined ? { data } : { data, errors };
    },
  });
}
