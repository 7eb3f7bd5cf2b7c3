import type DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { createRowLoader } from '../../../kit/loaders';
import type { Region } from '../../../kit/regions';
import { OperationEntity } from '../operation';
import { CONTRACT_HOURS, type ContractHours } from './contract-hours.sql';
import { type ContractPageLoader, createContractPageLoader } from './contract-page.service';
import { ContractEntity } from './contract.entity';

/** Loaders of contracts, by local identifier. */
export interface ContractLoaders {
  readonly contractById: DataLoader<string, ContractEntity | null>;
  readonly operationById: DataLoader<string, OperationEntity | null>;
  readonly hoursByContractId: DataLoader<string, ContractHours | null>;
  readonly contractPage: ContractPageLoader;
}

/** Makes the contract loaders of one request. */
export function createContractLoaders(dataSource: DataSource, region: Region): ContractLoaders {
  return {
    contractById: createRowLoader({
      name: 'contractById',
      read: (ids) => dataSource.getRepository(ContractEntity).findBy({ id: In([...ids]) }),
      keyOf: (contract) => contract.id,
    }),
    operationById: createRowLoader({
      name: 'operationById',
      read: (ids) => dataSource.getRepository(OperationEntity).findBy({ id: In([...ids]) }),
      keyOf: (operation) => operation.id,
    }),
    hoursByContractId: createRowLoader({
      name: 'hoursByContractId',
      read: async (ids) => (await dataSource.query(CONTRACT_HOURS, [ids])) as ContractHours[],
      keyOf: (hours) => hours.contract_id,
    }),
    contractPage: createContractPageLoader(dataSource, region),
  };
}
