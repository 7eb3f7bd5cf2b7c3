import type { Directory } from './directory';
import { countedOf, type RegionOutcome, type RegionStatus } from './region-outcome';

/** The type MissingRegion of the schema. */
export interface MissingRegion {
  readonly code: string;
  readonly name: string;
  readonly status: Exclude<RegionStatus, 'LIVE'>;
}

/** The type Coverage of the schema. */
export interface Coverage {
  readonly expected: number;
  readonly answered: number;
  readonly missing: readonly MissingRegion[];
  readonly desksExpected: number | null;
  readonly desksReporting: number | null;
  readonly isComplete: boolean;
}

/** Declarations of the desks of the counted regions; null where a counted region does not say. */
export interface DeskDeclarations {
  readonly desksExpected: number | null;
  readonly desksReporting: number | null;
}

/** The regions that are not counted, and why. */
export function missingOf(outcomes: readonly RegionOutcome<unknown>[], directory: Directory): MissingRegion[] {
  return outcomes.flatMap((outcome) =>
    outcome.kind === 'absent'
      ? [{ code: outcome.code, name: directory.nameOf(outcome.code), status: outcome.status }]
      : [],
  );
}

/**
 * What an answer covers. Without `declarations`, for answers to which declarations do not apply,
 * completeness is that of the regions alone.
 */
export function coverageOf(
  outcomes: readonly RegionOutcome<unknown>[],
  directory: Directory,
  declarations?: DeskDeclarations,
): Coverage {
  const missing = missingOf(outcomes, directory);
  const { desksExpected, desksReporting } = declarations ?? { desksExpected: null, desksReporting: null };
  const allDeclared = declarations === undefined || (desksExpected !== null && desksExpected === desksReporting);
  return {
    expected: outcomes.length,
    answered: countedOf(outcomes).length,
    missing,
    desksExpected,
    desksReporting,
    isComplete: missing.length === 0 && allDeclared,
  };
}
