import type { GatewayClient } from '../client';
import { RECORDS_QUERY, recordsSchema, type ReportRecord } from './report-questions';

/** A record that its author shares, with the name of its region. */
export interface RegionRecord {
  readonly region: string;
  readonly record: ReportRecord;
}

/** Records of a year that some regions share, the latest first in each. */
export async function readRecords(
  gateway: GatewayClient,
  codes: readonly string[],
  year: number,
): Promise<readonly RegionRecord[]> {
  if (codes.length === 0) return [];
  const { regions } = await gateway.ask(RECORDS_QUERY, { codes }, recordsSchema, { isPartial: true });
  return regions.flatMap(({ name, network }) =>
    (network?.records ?? [])
      .filter(({ occurredOn }) => occurredOn?.startsWith(String(year)))
      .map((record) => ({ region: name, record })),
  );
}
