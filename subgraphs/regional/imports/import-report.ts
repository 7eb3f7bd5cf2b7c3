import type { Problem, ProblemCount } from './problem-book';
import type { StepCounts } from './write-step';

/** The account of one file: what it did to the books, or why nothing of it was taken. */
export interface ImportReport {
  readonly file: string;
  readonly kind: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
  /**
   * `TAKEN`: everything is in the books. `TRIED`: everything could be taken, and nothing was written because a trial was
   * asked for. `REFUSED`: something is wrong, and nothing of the file is in the books.
   */
  readonly status: 'TAKEN' | 'TRIED' | 'REFUSED';
  readonly rowsRead: number;
  /** What changed, or would have, by table; empty when refused. */
  readonly tables: readonly StepCounts[];
  readonly rowsAdded: number;
  readonly rowsChanged: number;
  readonly rowsUnchanged: number;
  /** Identifier of the import in the books; null when nothing was written. */
  readonly importRun: string | null;
  readonly problemCounts: readonly ProblemCount[];
  /** The first lines of each reason. A line with a problem of its own values is not looked at further. */
  readonly problems: readonly Problem[];
  readonly warningCounts: readonly ProblemCount[];
  readonly warnings: readonly Problem[];
}
