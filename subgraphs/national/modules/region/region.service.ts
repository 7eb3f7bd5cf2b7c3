import { decodeDirectoryScope, encodeScope } from '../../../kit/scope';
import { type AbsenceReasons, type Directory, type ReceivedShard, type RegionStatus, matchShards } from '../../gather';
import { type DirectoryReference, directoryReferences } from '../local-contact';

/** What the router gives back of a region once it has been asked. */
export interface GatheredRegion {
  readonly code: string;
  readonly shards?: readonly ReceivedShard[];
}

/** The regions of the law, and whether each answers. */
export interface RegionService {
  /** Throws REGION_UNKNOWN. */
  list(codes?: readonly string[] | null): readonly { code: string }[];
  name(code: string): string;
  /** The reference that makes the router ask the region, when it is a member. */
  scatter(code: string): readonly DirectoryReference[];
  status(gathered: GatheredRegion, reasons: AbsenceReasons): RegionStatus;
  /** A reference to the region's network; null when it takes no part in the hub. */
  network(code: string): { __typename: string; region: string } | null;
}

/** Builds the service. */
export function createRegionService(directory: Directory): RegionService {
  const scopeOf = (code: string) =>
    encodeScope({ kind: 'DIRECTORY', place: null, membership: directory.membershipOf([code]) });
  return {
    list: (codes) => directory.membershipOf(codes).expected.map((code) => ({ code })),
    name: (code) => directory.nameOf(code),
    scatter: (code) => directoryReferences(directory, directory.membershipOf([code]).asked, scopeOf(code)),
    status: ({ code, shards = [] }, reasons) => {
      const scope = scopeOf(code);
      const { membership } = decodeDirectoryScope(scope);
      const [outcome] = matchShards({ membership, scope, shards, reasons, read: () => ({}) });
      return outcome?.status ?? 'MISSING';
    },
    network: (code) =>
      directory.isMember(code) ? { __typename: `${directory.region(code).prefix}Network`, region: code } : null,
  };
}
