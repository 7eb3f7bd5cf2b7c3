import { HubError } from '../../kit/errors';
import type { RegionBooks } from './book-table';
import { commitmentTable } from './commitment-table';
import { contractTables } from './contract-tables';
import { networkTables } from './network-tables';
import { planNetwork } from './network-plan';
import { personTables } from './person-tables';
import { layRegion } from './region-layout';
import type { DemonstrationScale } from './targets';

/** Which demonstration: the same scale and seed always give the same bytes. */
export interface DemonstrationChoice {
  readonly scale: DemonstrationScale;
  /** Any integer. Changes the rows, not what they consolidate to. */
  readonly seed: number;
}

/**
 * The books of one region: pure, deterministic and independent of the other regions. Throws REGION_UNKNOWN
 * for a region that the law does not know: the published figures leave it nothing.
 */
export function generateRegion(regionCode: string, { scale, seed }: DemonstrationChoice): RegionBooks {
  const plan = planNetwork(scale).find(({ code }) => code === regionCode);
  if (plan === undefined)
    throw new HubError('REGION_UNKNOWN', `There is no demonstration for the region "${regionCode}".`, {
      region: regionCode,
    });
  const layout = layRegion(plan, ['demonstration', seed, scale, regionCode]);
  const tables = [
    ...networkTables(layout),
    ...contractTables(layout),
    commitmentTable(layout),
    ...personTables(layout),
  ];
  return { regionCode, tables };
}
