import type DataLoader from 'dataloader';
import { type DataSource, In, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { createGroupLoader, createRowLoader } from '../../../kit/loaders';
import { byFrenchName } from '../../books';
import { FacilitatorEntity } from './facilitator.entity';

/** Loaders of facilitators. */
export interface FacilitatorLoaders {
  readonly facilitatorById: DataLoader<string, FacilitatorEntity | null>;
  /** Facilitators in post today, by name. */
  readonly facilitatorsByDeskId: DataLoader<string, readonly FacilitatorEntity[]>;
}

/** Makes the facilitator loaders of one request. */
export function createFacilitatorLoaders(dataSource: DataSource, today: string): FacilitatorLoaders {
  const facilitators = dataSource.getRepository(FacilitatorEntity);
  return {
    facilitatorById: createRowLoader({
      name: 'facilitatorById',
      read: (ids) => facilitators.findBy({ id: In([...ids]) }),
      keyOf: (facilitator) => facilitator.id,
    }),
    facilitatorsByDeskId: createGroupLoader({
      name: 'facilitatorsByDeskId',
      read: async (deskIds) => {
        const atDesk = { deskId: In([...deskIds]), startedOn: LessThanOrEqual(today) };
        const found = await facilitators.findBy([
          { ...atDesk, endedOn: IsNull() },
          { ...atDesk, endedOn: MoreThan(today) },
        ]);
        return found.sort(byFrenchName);
      },
      keyOf: (facilitator) => facilitator.deskId,
    }),
  };
}
