/** The enumeration RegionStatus of the schema. */
export type RegionStatus =
  | 'LIVE'
  | 'LAST_KNOWN'
  | 'TIMEOUT'
  | 'UNREACHABLE'
  | 'INVALID'
  | 'REFUSED'
  | 'MISSING'
  | 'OUTDATED_SCHEMA'
  | 'MAINTENANCE'
  | 'SUSPENDED'
  | 'NOT_CONNECTED';

/** What became of one expected region: it is counted with its values, or it is absent for a reason. */
export type RegionOutcome<Values> =
  | { readonly kind: 'counted'; readonly code: string; readonly status: 'LIVE'; readonly values: Values }
  | { readonly kind: 'absent'; readonly code: string; readonly status: Exclude<RegionStatus, 'LIVE'> };

/** An outcome with values. */
export type CountedRegion<Values> = Extract<RegionOutcome<Values>, { kind: 'counted' }>;

/** The outcomes that count. */
export function countedOf<Values>(outcomes: readonly RegionOutcome<Values>[]): CountedRegion<Values>[] {
  return outcomes.filter((outcome) => outcome.kind === 'counted');
}
