import DataLoader from 'dataloader';
import { type DataSource, In, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { createGroupLoader, createRowLoader } from '../../../kit/loaders';
import { byFrenchName } from '../../books';
import { DeskTerritoryEntity, TERRITORY_KINDS } from './desk-territory.entity';
import { DeskEntity } from './desk.entity';

/** Loaders of desks and their territories. */
export interface DeskLoaders {
  readonly deskById: DataLoader<string, DeskEntity | null>;
  /** Desks open today, by name; its one key is the region's code. */
  readonly openDesksByRegion: DataLoader<string, readonly DeskEntity[]>;
  readonly territoryById: DataLoader<string, DeskTerritoryEntity | null>;
  /** Territories of a desk, the widest first, then by name. */
  readonly territoriesByDeskId: DataLoader<string, readonly DeskTerritoryEntity[]>;
}

/** Makes the desk loaders of one request. */
export function createDeskLoaders(dataSource: DataSource, today: string): DeskLoaders {
  const desks = dataSource.getRepository(DeskEntity);
  const territories = dataSource.getRepository(DeskTerritoryEntity);
  return {
    deskById: createRowLoader({
      name: 'deskById',
      read: (ids) => desks.findBy({ id: In([...ids]) }),
      keyOf: (desk) => desk.id,
    }),
    openDesksByRegion: new DataLoader<string, readonly DeskEntity[]>(
      async (regions) => {
        const opened = { openedOn: LessThanOrEqual(today) };
        const open = await desks.findBy([
          { ...opened, closedOn: IsNull() },
          { ...opened, closedOn: MoreThan(today) },
        ]);
        open.sort(byFrenchName);
        return regions.map(() => open);
      },
      { name: 'openDesksByRegion' },
    ),
    territoryById: createRowLoader({
      name: 'territoryById',
      read: (ids) => territories.findBy({ id: In([...ids]) }),
      keyOf: (territory) => territory.id,
    }),
    territoriesByDeskId: createGroupLoader({
      name: 'territoriesByDeskId',
      read: async (deskIds) => (await territories.findBy({ deskId: In([...deskIds]) })).sort(byWidthThenName),
      keyOf: (territory) => territory.deskId,
    }),
  };
}

function byWidthThenName(left: DeskTerritoryEntity, right: DeskTerritoryEntity): number {
  return TERRITORY_KINDS.indexOf(left.kind) - TERRITORY_KINDS.indexOf(right.kind) || byFrenchName(left, right);
}
