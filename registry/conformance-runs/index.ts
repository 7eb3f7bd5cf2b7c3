export {
  type ConformanceDependencies,
  type ConformanceService,
  type ConformanceTry,
  createConformanceService,
  type RunOutcome,
  validUntil,
} from './conformance-run.service';
