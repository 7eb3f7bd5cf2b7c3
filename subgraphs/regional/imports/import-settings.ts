import type { Client } from 'pg';
import type { ImportKind } from './import-kinds';
import type { Mapping } from './mapping';

/** What an import needs. */
export interface ImportSettings {
  readonly path: string;
  readonly kind: ImportKind;
  readonly mapping: Mapping;
  /** Connection to the books of the region, as their owner; the import leaves it open. */
  readonly client: Client;
  /** Who imports, for the history. */
  readonly actor: string;
  /**
   * What stands in the books for a main criterion: a token of the region's key for a sensitive one. Without it, sensitive
   * criteria are refused.
   */
  readonly storedCriterion?: (code: string) => string;
  /** Whether to look only: the same work, and nothing stays. */
  readonly isTrial?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** How far an import is. */
export interface ImportProgress {
  readonly step: 'read' | 'check' | 'write';
  readonly done: number;
  readonly total: number;
}
