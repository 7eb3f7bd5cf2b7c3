import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { createRowLoader } from '../../../kit/loaders';
import type { QualitativeRecordEntity } from './qualitative-record.entity';

/** What leaves the region of a record that its author shares. */
export type SharedRecord = Pick<
  QualitativeRecordEntity,
  'id' | 'origin' | 'kind' | 'theme' | 'territoryKind' | 'territoryCode' | 'author' | 'title' | 'body' | 'occurredOn'
>;

/** Loaders of records that are shared today: row-level security shows no others (migrations of a region). */
export interface RecordLoaders {
  readonly recordById: DataLoader<string, SharedRecord | null>;
  /** The latest first; its one key is the region's code. */
  readonly recordsByRegion: DataLoader<string, readonly SharedRecord[]>;
}

/** Most records that a region gives at once. */
const MOST = 200;

/** These columns and no others are granted to whoever reads for the federation. */
const SHARED = `
  SELECT id::text AS id, origin, kind, theme, territory_kind AS "territoryKind", territory_code AS "territoryCode", author, title, body,
    occurred_on::text AS "occurredOn"
  FROM qualitative_record`;

/** Makes the record loaders of one request. */
export function createRecordLoaders(dataSource: DataSource): RecordLoaders {
  return {
    recordById: createRowLoader({
      name: 'recordById',
      read: (ids) => dataSource.query(`${SHARED} WHERE id = ANY ($1::bigint[])`, [[...ids]]) as Promise<SharedRecord[]>,
      keyOf: (record) => record.id,
    }),
    recordsByRegion: new DataLoader<string, readonly SharedRecord[]>(
      async (regions) => {
        const records = (await dataSource.query(
          `${SHARED} ORDER BY occurred_on DESC, id DESC LIMIT ${MOST}`,
        )) as SharedRecord[];
        return regions.map(() => records);
      },
      { name: 'recordsByRegion' },
    ),
  };
}
