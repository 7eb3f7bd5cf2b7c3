import { HubError } from '../../kit/errors';
import type { Network } from '../../kit/network';
import { REGIONS, type Region } from '../../kit/regions';
import type { Membership } from '../../kit/scope';

/** The regions of the law and which of them take part in the hub. */
export interface Directory {
  /** Every region of the law, and those that only a network of tests has, in ascending code order. */
  readonly regions: readonly Region[];
  /** Throws REGION_UNKNOWN for a code that the law does not know. */
  region(code: string): Region;
  nameOf(code: string): string;
  isMember(code: string): boolean;
  /** Version of the regional schema that a member publishes; null for a region that is not one. */
  schemaVersionOf(code: string): string | null;
  /** Whether a member publishes a version of the regional schema that came before this one. */
  isOlderThan(code: string, version: number): boolean;
  /**
   * Who is expected and who is asked: all regions, or those of a filter; of the members those that understand the question,
   * which came with `version` of the regional schema. Throws REGION_UNKNOWN.
   */
  membershipOf(codes?: readonly string[] | null, version?: number): Membership;
}

/** Builds the directory of a network. */
export function createDirectory(network: Network): Directory {
  const members = new Map(network.members.map((member) => [member.region.code, member]));
  const all = new Map(
    [...REGIONS, ...network.members.map((member) => member.region)].map((region) => [region.code, region]),
  );
  const regions = [...all.values()].sort((left, right) => (left.code < right.code ? -1 : 1));
  const region = (code: string): Region => {
    const found = all.get(code);
    if (found === undefined) {
      const message = `No region has the code "${code.slice(0, 20)}". Use an INSEE region code with its leading zero, such as "53" or "01".`;
      throw new HubError('REGION_UNKNOWN', message, { region: code.slice(0, 20) });
    }
    return found;
  };
  const isOlderThan = (code: string, version: number): boolean => {
    const member = members.get(code);
    return member !== undefined && Number(member.schemaVersion) < version;
  };
  const understands = (version: number) => (code: string) => members.has(code) && !isOlderThan(code, version);
  return {
    regions,
    region,
    nameOf: (code) => region(code).name,
    isMember: (code) => members.has(code),
    schemaVersionOf: (code) => members.get(code)?.schemaVersion ?? null,
    isOlderThan,
    membershipOf: (codes, version = 1) => {
      const wanted = codes == null ? undefined : new Set(codes.map((code) => region(code).code));
      const expected = regions.map((one) => one.code).filter((code) => wanted === undefined || wanted.has(code));
      return { version: network.version, expected, asked: expected.filter(understands(version)) };
    },
  };
}
