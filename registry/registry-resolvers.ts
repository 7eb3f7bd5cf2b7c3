import { SCALARS } from '../subgraphs/kit/scalars';
import type { ResolverMap } from '../subgraphs/kit/server';
import { conformanceRunResolvers } from './conformance-runs/conformance-run.resolvers';
import { credentialResolvers } from './credentials/credential.resolvers';
import { federationResolvers } from './federation.resolvers';
import { memberResolvers } from './members/member.resolvers';
import { publicationResolvers } from './publications/publication.resolvers';
import { supergraphResolvers } from './supergraphs/supergraph.resolvers';
import { usageResolvers } from './usage/usage.resolvers';

/** Every resolver of the registry. */
export function registryResolvers(): ResolverMap {
  const modules = [
    federationResolvers(),
    memberResolvers(),
    publicationResolvers(),
    supergraphResolvers(),
    credentialResolvers(),
    conformanceRunResolvers(),
    usageResolvers(),
  ];
  const merged: Record<string, object> = { ...SCALARS };
  for (const module of modules) {
    for (const [type, fields] of Object.entries(module)) merged[type] = { ...merged[type], ...fields };
  }
  return merged as ResolverMap;
}
