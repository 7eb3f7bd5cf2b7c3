import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
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

/**
 * The same in several turns of the event loop, so that requests are served in between. Throws SUPERGRAPH_INVALID for
 * what is not GraphQL or was not composed, SUPERGRAPH_UNSUPPORTED when it is not certain who may ask what.
 */
export async function readSupergraphInTurns(supergraphSdl: string): Promise<SupergraphView> {
  try {
    const document = parse(supergraphSdl, { noLocation: true });
    await nextTurn();
    const schema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
    await nextTurn();
    const subgraphs = subgraphsOf(schema);
    if (subgraphs.length > 0) {
      const authorization = createAuthorization(document, schema);
      await nextTurn();
      return { schema, reservedNames: reservedNamesOf(schema), authorization, subgraphs };
    }
  } catch (cause) {
    if (cause instanceof HubError) throw cause;
    throw new HubError(
      'SUPERGRAPH_INVALID',
      `The supergraph is not GraphQL: ${cause instanceof Error ? cause.message : 'unknown'}. Compose the network again.`,
      {},
      { cause },
    );
  }
  throw new HubError('SUPERGRAPH_INVALID', 'The supergraph joins no subgraph. Compose the network again.');
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
