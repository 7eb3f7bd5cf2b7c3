import type { RegistryFollower, VerifiedSupergraph } from '../../subgraphs/kit/registry-client';
import type { ServedNetwork, SupergraphSource } from './supergraph-source';

/** What the registry has to serve as a source: verified, kept on disk, and followed by its stream of events. */
export function createRegistrySource(follower: RegistryFollower): SupergraphSource {
  let last: VerifiedSupergraph | undefined;
  return {
    async read() {
      last = await follower.read();
      return toServe(last);
    },
    follow(served, { onChange, onRefusal }) {
      const known = { number: served.network.version, checksum: last?.checksum ?? '' };
      return follower.follow(known, { onChange: (next) => onChange(toServe(next)), onRefusal });
    },
  };
}

function toServe({ number, checksum, supergraphSdl, network }: VerifiedSupergraph): ServedNetwork {
  return { supergraphSdl, network, digest: `${number}-${checksum.slice(0, 16)}` };
}
