export { summaryOf, type DecpReport, type RegionReport } from './decp-report';
export { importContracts, type ImportCounts, type OnProgress } from './import-contracts';
export { importDecp, type DecpImportSettings } from './import-decp';
