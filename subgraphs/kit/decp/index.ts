export { assembleContracts, type Assembly } from './assemble-contracts';
export { readCpv } from './cpv-sector';
export type {
  ContractPlace,
  DecpContract,
  DecpItem,
  DecpRecord,
  ImportWarning,
  RejectedRow,
  RejectionReason,
  WarningCode,
} from './decp-record';
export { locateBuyer, locatePlace } from './locate';
export { readDecp, type DecpFormat, type DecpSource } from './read-decp';
export { readClause } from './social-clause';
