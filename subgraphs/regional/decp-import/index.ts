export { assembleContracts, type Assembly } from './assemble-contracts';
export type {
  DecpContract,
  DecpItem,
  DecpRecord,
  ImportWarning,
  RejectedRow,
  RejectionReason,
  WarningCode,
} from './decp-record';
export { summaryOf, type DecpReport, type RegionReport } from './decp-report';
export { importContracts, type ImportCounts, type OnProgress } from './import-contracts';
export { importDecp, type DecpImportSettings } from './import-decp';
export { readDecp, type DecpFormat, type DecpSource } from './read-decp';
