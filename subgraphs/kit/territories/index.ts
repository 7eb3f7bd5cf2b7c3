export {
  type CoverageOf,
  type Covering,
  COVERING_KINDS,
  type CoveringDesk,
  type CoveringKind,
  coverageOfDesks,
} from './cover-communes';
