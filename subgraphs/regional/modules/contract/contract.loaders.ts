import type DataLoader from 'dataloader';
import { In } from 'typeorm';
import { createRowLoader } from '../../../kit/loaders';
import type { Region } from '../../../kit/regions';
import type { BookReader } from '../../snapshot';
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
export function createContractLoaders(reader: BookReader, region: Region): ContractLoaders {
  return {
    contractById: createRowLoader({
      name: 'contractById',
      read: (ids) => reader.read(({ repository }) => repository(ContractEntity).findBy({ id: In([...ids]) })),
      keyOf: (contract) => contract.id,
    }),
    operationById: createRowLoader({
      name: 'operationById',
      read: (ids) => reader.read(({ repository }) => repository(OperationEntity).findBy({ id: In([...ids]) })),
      keyOf: (operation) => operation.id,
    }),
    hoursByContractId: createRowLoader({
      name: 'hoursByContractId',
      read: (ids) => reader.read((snapshot) => snapshot.query<ContractHours>(CONTRACT_HOURS, [ids])),
      keyOf: (hours) => hours.contract_id,
    }),
    contractPage: createContractPageLoader(reader, region),
  };
}
