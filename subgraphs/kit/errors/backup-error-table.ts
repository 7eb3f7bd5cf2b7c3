import { badInput, type ErrorDefinition, fault } from './error-definition';

/** Codes of `maillage backup` and `maillage restore`. */
export const BACKUP_ERRORS = {
  BACKUP_EXISTS: badInput(
    'The folder that a backup is to be written to is there already. Name one that is not.',
    '0.4.0',
  ),
  BACKUP_DAMAGED: fault(
    500,
    'A file of the backup is missing, cut or altered. Nothing was restored. Take another backup; `maillage restore --verify` looks without restoring.',
    '0.4.0',
  ),
  BACKUP_LEVEL_MISMATCH: badInput(
    'The database has not the migrations that the backup has. Restore with the release that the backup was made with, then migrate.',
    '0.4.0',
  ),
  BACKUP_TARGET_NOT_EMPTY: badInput(
    'The database to restore into holds rows. Restore into a new one that was migrated and nothing else.',
    '0.4.0',
  ),
} as const satisfies Record<string, ErrorDefinition>;
