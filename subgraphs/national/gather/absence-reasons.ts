import { z } from 'zod';
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
