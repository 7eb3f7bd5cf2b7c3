import type { DataSource } from 'typeorm';
import { type Visibility, visibilityKey } from '../visibility';
import { readSnapshot, type Snapshot } from './read-snapshot';

/** Reads the books on behalf of one caller: the only way from a resolver to a contract, a person or an hour. */
export interface BookReader {
  /** Names what is seen: two readers with the same text read the same rows. */
  readonly sees: string;
  /** Runs `read` over one snapshot of what the caller may see. Throws FORBIDDEN when that is nothing by its role. */
  read<Result>(read: (snapshot: Snapshot) => Promise<Result>): Promise<Result>;
}

/** A reader that sees that much. */
export function createBookReader(dataSource: DataSource, visibility: Visibility): BookReader {
  return {
    sees: visibilityKey(visibility),
    read: (read) => readSnapshot(dataSource, visibility, read),
  };
}
