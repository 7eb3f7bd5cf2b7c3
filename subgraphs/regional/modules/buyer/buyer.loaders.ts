import type DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { createRowLoader } from '../../../kit/loaders';
import { BuyerEntity } from './buyer.entity';

/** Loaders of buyers, by local identifier. */
export interface BuyerLoaders {
  readonly buyerById: DataLoader<string, BuyerEntity | null>;
}

/** Makes the buyer loaders of one request. */
export function createBuyerLoaders(dataSource: DataSource): BuyerLoaders {
  return {
    buyerById: createRowLoader({
      name: 'buyerById',
      read: (ids) => dataSource.getRepository(BuyerEntity).findBy({ id: In([...ids]) }),
      keyOf: (buyer) => buyer.id,
    }),
  };
}
