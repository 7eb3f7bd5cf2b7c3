export {
  CHECK_NAMES,
  SEVERITIES,
  type CheckDependencies,
  type CheckInput,
  type CheckName,
  type CheckReport,
  type CheckResult,
  type Composer,
  type CompositionOutcome,
  type CompositionProblem,
  type Finding,
  type MemberPublication,
  type ResolveHost,
  type Severity,
  type Usage,
  type UsageRecord,
} from './check-types';
export { COMPOSER_LIMITS, composePublications, createComposer, type ComposerLimits } from './composition';
export { type FindingCode, FINDINGS } from './finding-codes';
export { runChecks, runStaticChecks, type StaticChecks } from './run-checks';
export { checkUrlPolicy } from './url-policy.check';
