import { answeredFor, type Membership } from '../../kit/scope';
import type { RegionOutcome, RegionStatus } from './region-outcome';

/** A shard as the router hands it back: an object, `{}` or null, from a source that is not trusted. */
export type ReceivedShard = Readonly<Record<string, unknown>> | null | undefined;

/** What is known, from the gateway, of why regions are absent. Empty behind any other router. */
export type AbsenceReasons = ReadonlyMap<string, Exclude<RegionStatus, 'LIVE'>>;

/** What it takes to tell which shards count. */
export interface MatchRequest<Values> {
  /** Who was asked, from the scope: membership may have changed since. */
  readonly membership: Membership;
  /** The encoded scope that was asked. */
  readonly scope: string;
  readonly shards: readonly ReceivedShard[];
  readonly reasons: AbsenceReasons;
  /** Whether a region was not asked because its version of the regional schema lacks the question; none unless said. */
  readonly lacksQuestion?: (code: string) => boolean;
  /** Checks types and ranges; undefined when the region answered nonsense. */
  readonly read: (shard: Readonly<Record<string, unknown>>, code: string) => Values | undefined;
}

/**
 * Tells for every expected region whether its shard counts, in the order of `membership.expected`.
 *
 * A shard counts only if its `answeredFor` is that of the region and of the scope asked, if it stands where
 * that region was asked, and if all its values pass. Absence is never inferred from null-ness or position:
 * whatever does not count is absent (docs/adr/0001).
 */
export function matchShards<Values>(request: MatchRequest<Values>): RegionOutcome<Values>[] {
  const { membership, scope, read, lacksQuestion } = request;
  const asked = new Set(membership.asked);
  return membership.expected.map((code): RegionOutcome<Values> => {
    const absent = (status: Exclude<RegionStatus, 'LIVE'>): RegionOutcome<Values> => ({ kind: 'absent', code, status });
    if (!asked.has(code)) return absent(lacksQuestion?.(code) === true ? 'OUTDATED_SCHEMA' : 'NOT_CONNECTED');
    const claim = answeredFor(code, scope);
    const claiming = candidatesFor(request, code).filter((shard) => shard?.['answeredFor'] === claim);
    const [shard] = claiming;
    if (shard == null) return absent(reasonOf(request, code));
    if (claiming.length > 1) return absent('INVALID');
    const values = read(shard, code);
    return values === undefined ? absent('INVALID') : { kind: 'counted', code, status: 'LIVE', values };
  });
}

/**
 * The shards that may be the region's. References were given in the order of `asked`, and a list of the same
 * length kept that order: the region's own is the one in its place, and another region that claims to be it
 * does no harm but to itself. A list of another length proves nothing: any shard may be the region's, and two
 * that claim to be are one too many.
 */
function candidatesFor<Values>({ membership, shards }: MatchRequest<Values>, code: string): readonly ReceivedShard[] {
  return shards.length === membership.asked.length ? [shards[membership.asked.indexOf(code)]] : shards;
}

function reasonOf<Values>(request: MatchRequest<Values>, code: string): Exclude<RegionStatus, 'LIVE'> {
  const { shards, reasons, membership } = request;
  const known = reasons.get(code);
  if (known !== undefined) return known;
  const inItsPlace = shards.length === membership.asked.length ? candidatesFor(request, code)[0] : undefined;
  const claimed = inItsPlace?.['answeredFor'];
  return claimed === undefined || claimed === null ? 'MISSING' : 'INVALID';
}
