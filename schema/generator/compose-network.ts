import { composeServices } from '@apollo/composition';
import { type GraphQLError, parse } from 'graphql';
import { HubError } from '../../subgraphs/kit/errors';
import type { Member } from '../../subgraphs/kit/network';
import { nationalSchema, type Publication } from './national-schema';
import { regionalSchema } from './regional-schema';
import { registrySchema } from './registry-schema';

/** Name of the national subgraph in the supergraph. */
export const NATIONAL_SUBGRAPH = 'national';

/** Name of the registry in the supergraph. */
export const REGISTRY_SUBGRAPH = 'registry';

/** What is composed beside the national subgraph and the regions. */
export interface CompositionOptions {
  /** Whether the registry's API is part of the supergraph; not unless said. */
  readonly withRegistry?: boolean;
}

/** A composed supergraph. */
export interface Supergraph {
  readonly supergraphSdl: string;
  /** SDL of the national subgraph that it was composed with. */
  readonly nationalSdl: string;
}

/** What each member publishes when it publishes its version of the regional schema as it is. */
export function publicationsOf(members: readonly Pick<Member, 'region' | 'schemaVersion'>[]): Publication[] {
  return members.map(({ region, schemaVersion }) => ({ region, sdl: regionalSchema(region, schemaVersion) }));
}

/** What composing a network came to: a supergraph, or why there is none. */
export type ComposedNetwork =
  | { readonly kind: 'composed'; readonly supergraph: Supergraph }
  | { readonly kind: 'refused'; readonly errors: readonly GraphQLError[] };

/**
 * Composes the national subgraph with these regions. The routing URLs in the result are placeholders:
 * the gateway knows where its members are from the network file. Nodes of errors tell the subgraph they are of.
 */
export function tryComposeNetwork(
  publications: readonly Publication[],
  { withRegistry = false }: CompositionOptions = {},
): ComposedNetwork {
  const nationalSdl = nationalSchema(publications);
  const services = [
    { name: NATIONAL_SUBGRAPH, sdl: nationalSdl },
    ...(withRegistry ? [{ name: REGISTRY_SUBGRAPH, sdl: registrySchema() }] : []),
    ...publications.map(({ region, sdl }) => ({ name: region.subgraph, sdl })),
  ].map(({ name, sdl }) => ({ name, url: `http://${name}.invalid/graphql`, typeDefs: parse(sdl) }));
  const { errors = [], supergraphSdl = '' } = composeServices(services);
  if (errors.length > 0) return { kind: 'refused', errors };
  return { kind: 'composed', supergraph: { supergraphSdl, nationalSdl } };
}

/** The same, for those who need it to compose. Throws COMPOSITION_FAILED with every error. */
export function composeNetwork(publications: readonly Publication[], options: CompositionOptions = {}): Supergraph {
  const outcome = tryComposeNetwork(publications, options);
  if (outcome.kind === 'composed') return outcome.supergraph;
  const problems = outcome.errors.map((error) => error.message);
  throw new HubError('COMPOSITION_FAILED', `The subgraphs do not compose: ${problems.join('; ')}`, { problems });
}
