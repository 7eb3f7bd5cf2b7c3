import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { createRowLoader } from '../../../kit/loaders';
import { CoordinationEntity } from './coordination.entity';

/** What the network of a region comes to today. */
export interface NetworkSummary {
  /** Facilitators in post. */
  readonly facilitatorCount: number;
  /** Whether the coordination, a desk or a facilitator is a demonstration row. */
  readonly isDemonstration: boolean;
}

/** Loaders of the network; their one key is the region's code. */
export interface NetworkLoaders {
  readonly coordinationByRegion: DataLoader<string, CoordinationEntity | null>;
  readonly networkSummaryByRegion: DataLoader<string, NetworkSummary>;
}

const SUMMARY = `
  SELECT
    (SELECT count(*)::integer FROM facilitator
      WHERE started_on <= $1::date AND (ended_on IS NULL OR ended_on > $1::date)) AS "facilitatorCount",
    EXISTS (SELECT FROM coordination WHERE origin = 'DEMONSTRATION')
      OR EXISTS (SELECT FROM desk WHERE origin = 'DEMONSTRATION')
      OR EXISTS (SELECT FROM facilitator WHERE origin = 'DEMONSTRATION') AS "isDemonstration"`;

/** Makes the network loaders of one request. */
export function createNetworkLoaders(dataSource: DataSource, today: string): NetworkLoaders {
  return {
    coordinationByRegion: createRowLoader({
      name: 'coordinationByRegion',
      read: (codes) => dataSource.getRepository(CoordinationEntity).findBy({ regionCode: In([...codes]) }),
      keyOf: (coordination) => coordination.regionCode,
    }),
    networkSummaryByRegion: new DataLoader<string, NetworkSummary>(
      async (codes) => {
        const [summary] = (await dataSource.query(SUMMARY, [today])) as NetworkSummary[];
        return codes.map(() => summary ?? new Error('The summary of a network is one row'));
      },
      { name: 'networkSummaryByRegion' },
    ),
  };
}
