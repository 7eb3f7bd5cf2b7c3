import { readFile } from 'node:fs/promises';
import { buildASTSchema, type GraphQLSchema, isEnumType, Kind, parse } from 'graphql';
import { HubError } from '../../subgraphs/kit/errors';
import { type Authorization, createAuthorization } from '../authorization';
import { type ReservedNames, reservedNamesOf } from './reserved-names';

/** What the gateway itself reads in a supergraph, beside what its planner makes of it. */
export interface SupergraphView {
  /** Every type with its hidden fields, to check the answers of subgraphs. Never shown to a client. */
  readonly schema: GraphQLSchema;
  readonly reservedNames: ReservedNames;
  /** Who may ask what. */
  readonly authorization: Authorization;
  /** Names of the subgraphs that it joins. */
  readonly subgraphs: readonly string[];
}

/**
 * Reads a supergraph as it was composed. Throws what graphql-js throws when it is not GraphQL, and
 * SUPERGRAPH_UNSUPPORTED when it is not certain who may ask what.
 */
export function readSupergraph(supergraphSdl: string): SupergraphView {
  const document = parse(supergraphSdl, { noLocation: true });
  const schema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  return {
    schema,
    reservedNames: reservedNamesOf(schema),
    authorization: createAuthorization(document, schema),
    subgraphs: subgraphsOf(schema),
  };
}

function subgraphsOf(schema: GraphQLSchema): readonly string[] {
  const graphs = schema.getType('join__Graph');
  if (!isEnumType(graphs)) return [];
  return graphs.getValues().flatMap(({ astNode }) => {
    const join = astNode?.directives?.find(({ name }) => name.value === 'join__graph');
    const value = join?.arguments?.find(({ name }) => name.value === 'name')?.value;
    return value?.kind === Kind.STRING ? [value.value] : [];
  });
}

/** Reads a supergraph's text from its file. Throws SUPERGRAPH_UNAVAILABLE when it cannot be read. */
export async function readSupergraphFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new HubError(
      'SUPERGRAPH_UNAVAILABLE',
      `The supergraph ${path} cannot be read. Compose the network first.`,
      { path },
      { cause },
    );
  }
}
