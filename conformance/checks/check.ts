import type { Session } from '../session';

/** One behaviour to look at. */
export interface Check {
  /** Stable name within its group: "months-add-up". */
  readonly name: string;
  /** The behaviour, as a sentence. */
  readonly title: string;
  /** False for what a region may lack; true unless said. */
  readonly isRequired?: boolean;
  /** Names of checks, with their group, without which this one proves nothing. */
  readonly needs?: readonly string[];
  /** Throws NotConformant, or NotRun when there is nothing to look at. */
  readonly run: (session: Session) => Promise<void>;
}

/** Behaviours of one kind. */
export interface CheckGroup {
  readonly name: string;
  /** Checks that every check of the group needs. */
  readonly needs: readonly string[];
  readonly checks: readonly Check[];
}
