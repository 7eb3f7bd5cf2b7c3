import type { NationalContext } from '../../context';
import type { Resolvers } from '../../generated/resolver-types.generated';
import { gather } from '../../gather';
import type { RegionService } from './region.service';

interface RegionParent {
  readonly code: string;
}

/** Resolvers of the regions of the law. */
export function regionResolvers(service: RegionService): Resolvers<NationalContext> {
  return {
    Query: {
      regions: (_: unknown, { codes }: { codes?: readonly string[] | null }) => service.list(codes),
    },
    Region: {
      name: ({ code }: RegionParent) => service.name(code),
      shards: ({ code }: RegionParent) => service.scatter(code),
      status: gather(service.status),
      network: ({ code }: RegionParent) => service.network(code),
      correspondents: ({ code }: RegionParent, _: unknown, { correspondents }: NationalContext) =>
        correspondents.ofRegion(code),
    },
  };
}
