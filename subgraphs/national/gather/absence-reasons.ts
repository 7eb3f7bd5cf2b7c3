import { z } from 'zod';
import type { Network } from '../../kit/network';
import type { AbsenceReasons } from './match-shards';

/** Request header in which the hub's gateway says why regions are absent. */
export const REGION_STATUS_HEADER = 'maillage-region-status';

const reasonsSchema = z.record(
  z.string().max(4),
  z.enum(['TIMEOUT', 'UNREACHABLE', 'INVALID', 'REFUSED', 'MAINTENANCE', 'SUSPENDED']),
);

/**
 * Reads the gateway's header. It can only name the cause of an absence, never make a region count or
 * not count, so anything unreadable in it is ignored.
 */
export function readAbsenceReasons(header: string | undefined): AbsenceReasons {
  if (header === undefined) return new Map();
  try {
    return new Map(Object.entries(reasonsSchema.parse(JSON.parse(header))));
  } catch {
    return new Map();
  }
}

/** Causes that a maintenance explains. What answered nonsense or refused did answer. */
const EXPLAINED: ReadonlySet<string | undefined> = new Set([undefined, 'TIMEOUT', 'UNREACHABLE']);

/**
 * The reasons, with MAINTENANCE for members that are absent within the window that they declared. Behind a router that
 * gives no reasons it is given, too: like every reason it only counts for a region that is absent.
 */
export function withMaintenance(reasons: AbsenceReasons, { members }: Network, now: Date): AbsenceReasons {
  const announced = members.flatMap(({ region: { code }, maintenance }) =>
    maintenance != null && maintenance.from <= now && now < maintenance.to && EXPLAINED.has(reasons.get(code))
      ? [code]
      : [],
  );
  return announced.length === 0
    ? reasons
    : new Map([...reasons, ...announced.map((code) => [code, 'MAINTENANCE'] as const)]);
}
