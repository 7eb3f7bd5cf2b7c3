import type { DataSource } from 'typeorm';
import type { Caller } from '../kit/identity';
import type { Region } from '../kit/regions';
import { type BuyerLoaders, createBuyerLoaders } from './modules/buyer';
import { type ContractLoaders, createContractLoaders } from './modules/contract';
import { createDeskLoaders, type DeskLoaders } from './modules/desk';
import { createDirectoryLoader, type DirectoryLoader } from './modules/directory';
import { createFacilitatorLoaders, type FacilitatorLoaders } from './modules/facilitator';
import { createFiguresLoader, type FiguresLoader } from './modules/figures';
import { createNetworkLoaders, type NetworkLoaders } from './modules/network';
import { createRecordLoaders, type RecordLoaders } from './modules/qualitative-record';
import { createStrategyLoaders, type StrategyLoaders } from './modules/strategy';
import { createBookReader, type UnchangedAnswers } from './snapshot';
import { contractsVisibility, figuresVisibility } from './visibility';

/** Every loader of one request. */
export interface RegionalLoaders
  extends
    BuyerLoaders,
    ContractLoaders,
    DeskLoaders,
    FacilitatorLoaders,
    NetworkLoaders,
    RecordLoaders,
    StrategyLoaders {
  readonly figures: FiguresLoader;
  readonly directory: DirectoryLoader;
}

/** What loaders read from. */
export interface LoaderSources {
  readonly dataSource: DataSource;
  readonly region: Region;
  /** On whose behalf the request reads. */
  readonly caller: Caller;
  /** The day of the request, YYYY-MM-DD, one for all its loaders. */
  readonly today: string;
  /** Shared by every request of the region. */
  readonly unchanged: UnchangedAnswers;
}

/**
 * Makes the loaders of one request. Books are read through what the caller may see; the directory is for everyone, and
 * is all that the data source shows by itself.
 */
export function createRegionalLoaders(sources: LoaderSources): RegionalLoaders {
  const { dataSource, region, caller, today, unchanged } = sources;
  const contracts = createBookReader(dataSource, contractsVisibility(caller, region));
  return {
    ...createBuyerLoaders(contracts),
    ...createContractLoaders(contracts, region),
    ...createDeskLoaders(dataSource, today),
    ...createFacilitatorLoaders(dataSource, today),
    ...createNetworkLoaders(dataSource, today),
    ...createRecordLoaders(dataSource),
    ...createStrategyLoaders(dataSource, today),
    figures: createFiguresLoader(createBookReader(dataSource, figuresVisibility(caller)), unchanged),
    directory: createDirectoryLoader(dataSource, today),
  };
}
