export {
  COMPANIES_RULE,
  type CompaniesRelease,
  type CompanyRow,
  protectCompanies,
  type ProtectedCompaniesCell,
} from './protect-companies';
export { MAX_PROTECTED_CELLS } from './expand-layout';
export {
  PERSONS_THRESHOLDS,
  type PersonsRelease,
  type PersonsRow,
  protectPersons,
  type ProtectedPersonsCell,
} from './protect-persons';
export type { KnownAtMost, ProtectedValue } from './protect-tables';
export {
  type Coordinates,
  type TableCode,
  type TableDimension,
  type TableLayout,
  type TableShape,
  withMargins,
} from './table-layout';
