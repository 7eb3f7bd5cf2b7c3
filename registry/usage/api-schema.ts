import { Supergraph } from '@apollo/federation-internals';
import { buildSchema, type GraphQLSchema, printSchema } from 'graphql';

/** The schema that clients see of a supergraph. */
export function apiSchemaOf(supergraphSdl: string): GraphQLSchema {
  // Who may ask what is not a matter of what is valid: features about it are let pass.
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: null, validateSupergraph: false });
  return buildSchema(printSchema(supergraph.apiSchema().toGraphQLJSSchema()), { assumeValidSDL: true });
}
