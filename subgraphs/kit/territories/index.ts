export {
  type CoverageOf,
  type Covering,
  COVERING_KINDS,
  type CoveringDesk,
  type CoveringKind,
  coverageOfDesks,
} from './cover-communes';
export { type AreaContacts, type AreaDesk, contactsOfArea, requireArea } from './contacts-of-area';
export { type CommuneContact, contactOf } from './contact-of-commune';
export { type CoverageReport, coverageReport, type RegionCoverage, type WhiteZone } from './coverage-report';
export {
  directoryAnswer,
  directoryQuestion,
  type DirectoryDesk,
  type DirectoryPost,
  networkDirectory,
  type RegionDirectory,
} from './network-directory';
