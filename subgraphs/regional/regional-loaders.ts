import type { DataSource } from 'typeorm';
import type { Region } from '../kit/regions';
import { type BuyerLoaders, createBuyerLoaders } from './modules/buyer';
import { type ContractLoaders, createContractLoaders } from './modules/contract';
import { createDeskLoaders, type DeskLoaders } from './modules/desk';
import { createDirectoryLoader, type DirectoryLoader } from './modules/directory';
import { createFacilitatorLoaders, type FacilitatorLoaders } from './modules/facilitator';
import { createFiguresLoader, type FiguresLoader } from './modules/figures';
import { createNetworkLoaders, type NetworkLoaders } from './modules/network';
import type { UnchangedAnswers } from './snapshot';

/** Every loader of one request. */
export interface RegionalLoaders
  extends BuyerLoaders, ContractLoaders, DeskLoaders, FacilitatorLoaders, NetworkLoaders {
  readonly figures: FiguresLoader;
  readonly directory: DirectoryLoader;
}

/** What loaders read from. */
export interface LoaderSources {
  readonly dataSource: DataSource;
  readonly region: Region;
  /** The day of the request, YYYY-MM-DD, one for all its loaders. */
  readonly today: string;
  /** Shared by every request of the region. */
  readonly unchanged: UnchangedAnswers;
}

/** Makes the loaders of one request. */
export function createRegionalLoaders({ dataSource, region, today, unchanged }: LoaderSources): RegionalLoaders {
  return {
    ...createBuyerLoaders(dataSource),
    ...createContractLoaders(dataSource, region),
    ...createDeskLoaders(dataSource, today),
    ...createFacilitatorLoaders(dataSource, today),
    ...createNetworkLoaders(dataSource, today),
    figures: createFiguresLoader(dataSource, unchanged),
    directory: createDirectoryLoader(dataSource, today),
  };
}
