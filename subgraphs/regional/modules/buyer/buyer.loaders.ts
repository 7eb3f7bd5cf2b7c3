import type DataLoader from 'dataloader';
import { In } from 'typeorm';
import { createRowLoader } from '../../../kit/loaders';
import type { BookReader } from '../../snapshot';
import { BuyerEntity } from './buyer.entity';

/** Loaders of buyers, by local identifier. */
export interface BuyerLoaders {
  readonly buyerById: DataLoader<string, BuyerEntity | null>;
}

/** Makes the buyer loaders of one request. */
export function createBuyerLoaders(reader: BookReader): BuyerLoaders {
  return {
    buyerById: createRowLoader({
      name: 'buyerById',
      read: (ids) => reader.read(({ repository }) => repository(BuyerEntity).findBy({ id: In([...ids]) })),
      keyOf: (buyer) => buyer.id,
    }),
  };
}
